package org.jingzhun.pairing.social.web;

import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
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
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jingzhun.chassis.http.Lists;
import org.jingzhun.chassis.http.PageRequest;
import org.jingzhun.chassis.http.Slice;
import org.jingzhun.chassis.idempotency.Idempotent;
import org.jingzhun.pairing.access.Divisions;
import org.jingzhun.pairing.access.Remark;
import org.jingzhun.pairing.access.Role;
import org.jingzhun.pairing.social.HelpKind;
import org.jingzhun.pairing.social.Helping;
import org.jingzhun.pairing.social.Match;
import org.jingzhun.pairing.social.MatchState;
import org.jingzhun.pairing.social.MatchStep;
import org.jingzhun.pairing.social.SocialRows;
import org.jspecify.annotations.Nullable;

/** Matches of needs and offers (援助与求助对接). */
@Path("/v1/matches")
@Tag(name = "Social help")
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
public class MatchResource {

    private final Helping helping;
    private final SocialRows rows;
    private final Lists lists;

    MatchResource(Helping helping, SocialRows rows, Lists lists) {
        this.helping = helping;
        this.rows = rows;
        this.lists = lists;
    }

    /** A slice. */
    @Schema(name = "MatchSlice")
    record MatchSlice(
            List<MatchView> items,

            @Schema(nullable = true, description = "Pass as `after` for the next piece; null at the end.") @Nullable
            String next) {}

    /** What is to be brought together. */
    @Schema(name = "MatchBody")
    record MatchBody(
            @NotNull @Pattern(regexp = Divisions.FULL) @Schema(description = "Whose needs and offers.")
            String division,

            @NotNull HelpKind kind) {}

    /** The new matches. */
    @Schema(name = "NewMatches")
    record NewMatches(List<MatchView> items) {}

    /** A step to be taken. */
    @Schema(name = "MatchStepRequest")
    record StepRequest(
            @NotNull MatchStep step,
            @Size(max = 1000) @Nullable String remark) {}

    @GET
    @Produces({MediaType.APPLICATION_JSON, Lists.NDJSON, Lists.CSV})
    @Operation(operationId = "listMatches", summary = "Matches of an area, by id")
    @APIResponse(
            responseCode = "200",
            description = "As it stands",
            content = @Content(schema = @Schema(implementation = MatchSlice.class)))
    public Response list(
            @QueryParam("division") @Pattern(regexp = Divisions.ANY) @Nullable String division,
            @QueryParam("state") @Nullable MatchState state,
            @Schema(description = "Only those of this campaign (id).") @QueryParam("campaign") @Nullable UUID campaign,
            @BeanParam @Valid PageRequest page,
            @Context HttpHeaders headers) {
        var area = Divisions.area(division);
        return lists.answer(headers, page, MatchView.class, (after, limit) -> Slice.byId(
                        after, limit, (behind, count) -> rows.matches(area, state, campaign, behind, count), Match::id)
                .map(MatchView::of));
    }

    @POST
    @Idempotent
    @Transactional
    @RolesAllowed({Role.COUNTY_OFFICER, Role.CITY_OFFICER, Role.REGION_OFFICER})
    @Operation(
            operationId = "matchNeeds",
            summary = "Bring together what is open of a kind: as much as can be met, as near as can be, proven")
    @APIResponse(
            responseCode = "200",
            description = "The new matches",
            content = @Content(schema = @Schema(implementation = NewMatches.class)))
    public NewMatches match(@Valid @NotNull MatchBody body) {
        return new NewMatches(helping.match(Long.parseLong(body.division()), body.kind()).stream()
                .map(MatchView::of)
                .toList());
    }

    @GET
    @Path("/{id}")
    @Operation(operationId = "getMatch", summary = "One match with its steps")
    @APIResponse(
            responseCode = "200",
            description = "As it stands",
            content = @Content(schema = @Schema(implementation = MatchView.HandledView.class)))
    public MatchView.HandledView get(@PathParam("id") UUID id) {
        return MatchView.HandledView.of(helping.get(id));
    }

    @POST
    @Idempotent
    @Path("/{id}/steps")
    @Transactional
    @RolesAllowed({Role.VILLAGE_OFFICER, Role.TOWNSHIP_OFFICER, Role.COUNTY_OFFICER})
    @Operation(
            operationId = "takeMatchStep",
            summary = "ACCEPT, DELIVER, CONFIRM (by the receiver's side) or REFUSE, which opens both sides again")
    @APIResponse(
            responseCode = "200",
            description = "As it stands",
            content = @Content(schema = @Schema(implementation = MatchView.HandledView.class)))
    public MatchView.HandledView take(@PathParam("id") UUID id, @Valid @NotNull StepRequest request) {
        var remark = Remark.of(request.remark());
        return MatchView.HandledView.of(helping.take(id, request.step(), remark));
    }
}
