package org.jingzhun.pairing.redblack.web;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jingzhun.chassis.http.Lists;
import org.jingzhun.chassis.http.PageRequest;
import org.jingzhun.chassis.http.Revisions;
import org.jingzhun.chassis.http.Slice;
import org.jingzhun.chassis.idempotency.Idempotent;
import org.jingzhun.chassis.time.Clocks;
import org.jingzhun.pairing.access.Divisions;
import org.jingzhun.pairing.access.Remark;
import org.jingzhun.pairing.access.Role;
import org.jingzhun.pairing.redblack.Colour;
import org.jingzhun.pairing.redblack.Entries;
import org.jingzhun.pairing.redblack.Entry;
import org.jingzhun.pairing.redblack.EntryState;
import org.jingzhun.pairing.redblack.EntryStep;
import org.jingzhun.pairing.redblack.Listing;
import org.jspecify.annotations.Nullable;

/** The red and the black list (红黑榜). */
@Path("/v1/lists")
@Tag(name = "Red and black list")
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
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
public class ListResource {

    private final Listing listing;
    private final Entries entries;
    private final Lists lists;
    private final Clock clock;

    ListResource(Listing listing, Entries entries, Lists lists, Clock clock) {
        this.listing = listing;
        this.entries = entries;
        this.lists = lists;
        this.clock = clock;
    }

    /** A slice of entries. */
    @Schema(name = "ListEntrySlice")
    record EntrySlice(
            List<EntryView> items,

            @Schema(nullable = true, description = "Pass as `after` for the next piece; null at the end.") @Nullable
            String next) {}

    /** A proposal. */
    @Schema(name = "ListEntryBody")
    record EntryBody(
            @Schema(
                    description =
                            "The client's id: the same again changes nothing, other content is refused; one is made if"
                                    + " there is none.")
            @Nullable
            UUID id,

            @NotNull Colour colour,
            @NotNull Entry.SubjectKind subjectKind,

            @Schema(description = "The unit or helper; absent when the division is meant.") @Nullable
            UUID subjectId,

            @NotNull @Pattern(regexp = Divisions.FULL) @Schema(description = "Who is meant, or where it lies.")
            String division,

            @Nullable UUID problemId,

            @NotBlank @Size(max = 2000) @Schema(description = "Facts; never a name or an id number.")
            String reason,

            @Schema(description = "Black list alone: to be told to the media, those responsible held to account.")
            boolean grave) {}

    /** A step to be taken. */
    @Schema(name = "ListEntryStepRequest")
    record StepRequest(
            @NotNull EntryStep step,

            @Size(max = 1000) @Schema(description = "REPLY, DISMISS, RECTIFY and REJECT need it.") @Nullable
            String remark) {}

    @GET
    @Produces({MediaType.APPLICATION_JSON, Lists.NDJSON, Lists.CSV})
    @Operation(operationId = "listListEntries", summary = "Entries of an area, by id")
    @APIResponse(
            responseCode = "200",
            description = "As it stands",
            content = @Content(schema = @Schema(implementation = EntrySlice.class)))
    public Response list(
            @QueryParam("division") @Pattern(regexp = Divisions.ANY) @Nullable String division,
            @QueryParam("colour") @Nullable Colour colour,
            @QueryParam("state") @Nullable EntryState state,
            @Parameter(description = "Only faults that are not put right though the last day for it is over.")
                    @QueryParam("overdue")
                    @DefaultValue("false")
                    boolean overdue,
            @BeanParam @Valid PageRequest page,
            @Context HttpHeaders headers) {
        var area = Divisions.area(division);
        var filter = new Entries.Filter(colour, state, overdue ? Clocks.today(clock) : null);
        return lists.answer(headers, page, EntryView.class, (after, limit) -> Slice.byId(
                        after, limit, (behind, count) -> entries.list(area, filter, behind, count), Entry::id)
                .map(EntryView::of));
    }

    @GET
    @Path("/{id}")
    @Operation(operationId = "getListEntry", summary = "One entry with its steps")
    @APIResponse(
            responseCode = "200",
            description = "As it stands",
            content = @Content(schema = @Schema(implementation = EntryView.HandledView.class)))
    public Response get(@PathParam("id") UUID id) {
        return answer(listing.get(id));
    }

    @POST
    @Idempotent
    @Transactional
    @RolesAllowed({Role.CITY_OFFICER, Role.REGION_OFFICER, Role.SUPERVISOR})
    @Operation(operationId = "proposeListEntry", summary = "Propose a division, a unit or a helper for a list")
    @APIResponse(
            responseCode = "200",
            description = "As it stands",
            content = @Content(schema = @Schema(implementation = EntryView.HandledView.class)))
    public Response propose(@Valid @NotNull EntryBody body) {
        return answer(listing.propose(new Listing.Proposal(
                body.id(),
                body.colour(),
                body.subjectKind(),
                body.subjectId(),
                Long.parseLong(body.division()),
                body.problemId(),
                body.reason().strip(),
                body.grave())));
    }

    @POST
    @Idempotent
    @Path("/{id}/steps")
    @Transactional
    @RolesAllowed({Role.TOWNSHIP_OFFICER, Role.COUNTY_OFFICER, Role.CITY_OFFICER, Role.REGION_OFFICER, Role.SUPERVISOR})
    @Operation(
            operationId = "takeListEntryStep",
            summary = "NOTIFY, REPLY, DISMISS, PUBLISH, RECTIFY, REJECT or LIFT; a fault is not published unheard")
    @APIResponse(
            responseCode = "200",
            description = "As it stands",
            content = @Content(schema = @Schema(implementation = EntryView.HandledView.class)))
    public Response take(
            @PathParam("id") UUID id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Size(max = Revisions.LONGEST_TAG) @Nullable String ifMatch,
            @Valid @NotNull StepRequest request) {
        var remark = Remark.of(request.remark());
        return answer(listing.take(id, request.step(), remark, ifMatch));
    }

    private static Response answer(Listing.Handled handled) {
        return Revisions.answer(
                EntryView.HandledView.of(handled), handled.entry().revision());
    }
}
