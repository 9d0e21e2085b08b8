package org.jingzhun.pairing.link.web;

import jakarta.annotation.security.RolesAllowed;
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
import org.jingzhun.chassis.http.Revisions;
import org.jingzhun.chassis.idempotency.Idempotent;
import org.jingzhun.pairing.access.Divisions;
import org.jingzhun.pairing.access.Role;
import org.jingzhun.pairing.link.Link;
import org.jingzhun.pairing.link.LinkKind;
import org.jingzhun.pairing.link.LinkStep;
import org.jingzhun.pairing.link.Linking;
import org.jingzhun.pairing.link.Links;
import org.jingzhun.pairing.link.NewLink;
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
    private final Lists lists;

    LinkResource(Links links, Linking linking, Lists lists) {
        this.links = links;
        this.linking = linking;
        this.lists = lists;
    }

    /** A slice of links. */
    @Schema(name = "LinkSlice")
    public record LinkSlice(
            List<LinkView> items,
            @Schema(nullable = true) @Nullable String next) {}

    /** A link to be made. */
    @Schema(name = "LinkBody")
    public record LinkBody(
            @NotNull LinkKind kind,
            @NotNull UUID unitId,

            @NotNull @Pattern(regexp = Divisions.FULL) @Schema(description = "12 digits.")
            String villageCode,

            @Schema(description = "First day; today if absent.") @Nullable
            LocalDate since,

            @Size(max = 200) @Schema(description = "The document that sets it.") @Nullable
            String document) {}

    /** A step of a link. */
    @Schema(name = "LinkStepBody")
    public record LinkStepBody(@NotNull LinkStep step) {}

    @GET
    @Produces({MediaType.APPLICATION_JSON, Lists.NDJSON, Lists.CSV})
    @Operation(operationId = "listLinks", summary = "Links in the order of their ids")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = LinkSlice.class)))
    public Response list(
            @QueryParam("division") @Pattern(regexp = Divisions.ANY) @Nullable String division,
            @QueryParam("unit") @Nullable UUID unit,
            @QueryParam("standing") @DefaultValue("true") boolean standing,
            @BeanParam @Valid PageRequest page,
            @Context HttpHeaders headers) {
        Area area = Divisions.area(division);
        return lists.answer(headers, page, LinkView.class, (after, limit) -> links.list(
                        area, unit, standing, Cursor.parse(after, 1), limit)
                .map(LinkView::of));
    }

    @POST
    @Idempotent
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Role.COUNTY_OFFICER, Role.CITY_OFFICER, Role.REGION_OFFICER})
    @Operation(operationId = "makeLink", summary = "Link a unit to a village, within the limit of its level")
    @APIResponse(
            responseCode = "201",
            description = "Made",
            content = @Content(schema = @Schema(implementation = LinkView.class)))
    public Response make(@NotNull @Valid LinkBody body) {
        Link link = linking.make(new NewLink(
                body.kind(), body.unitId(), Long.parseLong(body.villageCode()), body.since(), body.document()));
        return Revisions.recorded(true, "/v1/links/" + link.id(), LinkView.of(link), link.revision());
    }

    @POST
    @Path("/{id}/steps")
    @Idempotent
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Role.COUNTY_OFFICER, Role.CITY_OFFICER, Role.REGION_OFFICER})
    @Operation(operationId = "takeLinkStep", summary = "End a link; it stays in the history")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = LinkView.class)))
    public LinkView step(@PathParam("id") UUID id, @NotNull @Valid LinkStepBody body) {
        return switch (body.step()) {
            case END ->
                linking.end(id).map(LinkView::of).orElseThrow(() -> Problem.of(404, "not-found")
                        .asException());
        };
    }
}
