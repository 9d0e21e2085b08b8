package org.jingzhun.pairing.link.web;

import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jingzhun.chassis.caller.Area;
import org.jingzhun.chassis.http.Cursor;
import org.jingzhun.chassis.http.Lists;
import org.jingzhun.chassis.http.PageRequest;
import org.jingzhun.chassis.http.Problem;
import org.jingzhun.chassis.http.ProblemException;
import org.jingzhun.chassis.http.Revisions;
import org.jingzhun.chassis.idempotency.Idempotent;
import org.jingzhun.chassis.procedure.Signatures;
import org.jingzhun.pairing.access.Divisions;
import org.jingzhun.pairing.access.Role;
import org.jingzhun.pairing.link.Gap;
import org.jingzhun.pairing.link.Gaps;
import org.jingzhun.pairing.link.Link;
import org.jingzhun.pairing.link.LinkKind;
import org.jingzhun.pairing.link.LinkStep;
import org.jingzhun.pairing.link.Linking;
import org.jingzhun.pairing.link.Links;
import org.jingzhun.pairing.link.NewLink;
import org.jingzhun.pairing.link.Party;
import org.jspecify.annotations.Nullable;

/** Links in the caller's area. */
@Path("/v1/links")
@Tag(name = "Links")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({
    Role.VILLAGE_OFFICER,
    Role.TOWNSHIP_OFFICER,
    Role.COUNTY_OFFICER,
    Role.CITY_OFFICER,
    Role.REGION_OFFICER,
    Role.AUDITOR,
    Role.SUPERVISOR,
    Role.SYSTEM
})
public class LinkResource {

    private final Links links;
    private final Linking linking;
    private final Gaps gaps;
    private final Signatures signatures;
    private final Lists lists;

    LinkResource(Links links, Linking linking, Gaps gaps, Signatures signatures, Lists lists) {
        this.links = links;
        this.linking = linking;
        this.gaps = gaps;
        this.signatures = signatures;
        this.lists = lists;
    }

    /** A slice of links. */
    @Schema(name = "LinkSlice")
    public record LinkSlice(
            List<LinkView> items,
            @Schema(nullable = true) @Nullable String next) {}

    /** A slice of gaps. */
    @Schema(name = "LinkGapSlice")
    public record GapSlice(
            List<Gap> items,
            @Schema(nullable = true) @Nullable String next) {}

    /** A link to be made: one party, and what it helps. */
    @Schema(name = "LinkBody")
    public record LinkBody(
            @NotNull LinkKind kind,
            @Nullable UUID unitId,
            @Nullable UUID helperId,
            @Nullable UUID enterpriseId,

            @Pattern(regexp = Divisions.FULL) @Schema(description = "12 digits: the city that helps.") @Nullable
            String city,

            @NotNull
            @Pattern(regexp = Divisions.FULL)
            @Schema(description = "12 digits: what is helped; for a person, the village in which it lives.")
            String division,

            @Schema(
                    description =
                            "The person, for contacts; a student is a member of a household of the village, as identification has told.")
            @Nullable
            UUID personId,

            @Schema(description = "First day, which is not to come; today if absent.") @Nullable
            LocalDate since,

            @Size(max = 200) @Schema(description = "The document that sets it.") @Nullable
            String document) {

        NewLink link() {
            Party party = new Party(unitId, helperId, enterpriseId, city == null ? null : Long.valueOf(city));
            return new NewLink(kind, party, Long.parseLong(division), personId, since, document);
        }
    }

    /** Who takes over: one of these. */
    @Schema(name = "LinkSuccessor")
    public record Successor(
            @Nullable UUID unitId,
            @Nullable UUID helperId,
            @Nullable UUID enterpriseId,
            @Pattern(regexp = Divisions.FULL) @Nullable String city) {

        Party party() {
            return new Party(unitId, helperId, enterpriseId, city == null ? null : Long.valueOf(city));
        }
    }

    /** A step of a link. */
    @Schema(name = "LinkStepBody")
    public record LinkStepBody(
            @NotNull LinkStep step,

            @Valid @Schema(description = "Who takes over; only for HAND_OVER.") @Nullable
            Successor successor,

            @Size(max = 500) @Nullable String remark) {}

    @GET
    @Produces({MediaType.APPLICATION_JSON, Lists.NDJSON, Lists.CSV})
    @Operation(operationId = "listLinks", summary = "Links in the order of their ids")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = LinkSlice.class)))
    public Response list(
            @QueryParam("division") @Pattern(regexp = Divisions.ANY) @Nullable String division,
            @QueryParam("kind") @Nullable LinkKind kind,
            @QueryParam("unit") @Nullable UUID unit,
            @QueryParam("helper") @Nullable UUID helper,
            @QueryParam("standing") @DefaultValue("true") boolean standing,
            @BeanParam @Valid PageRequest page,
            @Context HttpHeaders headers) {
        Links.Filter filter = new Links.Filter(Divisions.area(division), kind, unit, helper, standing);
        return lists.answer(
                headers, page, LinkView.class, (after, limit) -> links.list(filter, Cursor.parse(after, 1), limit)
                        .map(link -> LinkView.of(link, null)));
    }

    @GET
    @Path("/{id}")
    @Transactional
    @Operation(operationId = "getLink", summary = "One link with the signatures under its steps")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = LinkView.class)))
    public Response get(@PathParam("id") UUID id) {
        Link link = links.findByIdOptional(id).orElseThrow(LinkResource::notFound);
        return Revisions.answer(LinkView.of(link, signatures.list(id)), link.revision());
    }

    @GET
    @Path("/gaps")
    @Produces({MediaType.APPLICATION_JSON, Lists.NDJSON, Lists.CSV})
    @Operation(
            operationId = "listLinkGaps",
            summary =
                    "Poor villages and their counties that lack a link they must have, or have one whose term is over")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = GapSlice.class)))
    public Response gaps(
            @QueryParam("division") @Pattern(regexp = Divisions.ANY) @Nullable String division,
            @BeanParam @Valid PageRequest page,
            @Context HttpHeaders headers) {
        Area area = Divisions.area(division);
        return lists.answer(headers, page, Gap.class, (after, limit) -> gaps.list(area, Cursor.parse(after, 1), limit));
    }

    @POST
    @Idempotent
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Role.COUNTY_OFFICER, Role.CITY_OFFICER, Role.REGION_OFFICER})
    @Operation(
            operationId = "makeLink",
            summary = "Bind a party to a place or a person, within the limits of the policy")
    @APIResponse(
            responseCode = "201",
            description = "Made",
            content = @Content(schema = @Schema(implementation = LinkView.class)))
    public Response make(@NotNull @Valid LinkBody body) {
        Link link = linking.make(body.link());
        return Revisions.recorded(true, "/v1/links/" + link.id(), LinkView.of(link, null), link.revision());
    }

    @POST
    @Path("/{id}/steps")
    @Idempotent
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Role.COUNTY_OFFICER, Role.CITY_OFFICER, Role.REGION_OFFICER})
    @Operation(operationId = "takeLinkStep", summary = "Renew, hand over or end a link; it stays in the history")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = LinkView.class)))
    public LinkView step(@PathParam("id") UUID id, @NotNull @Valid LinkStepBody body) {
        return linking.take(
                        id,
                        body.step(),
                        body.successor() == null ? null : body.successor().party(),
                        body.remark() == null ? "" : body.remark())
                .map(link -> LinkView.of(link, null))
                .orElseThrow(LinkResource::notFound);
    }

    private static ProblemException notFound() {
        return Problem.of(404, "not-found").asException();
    }
}
