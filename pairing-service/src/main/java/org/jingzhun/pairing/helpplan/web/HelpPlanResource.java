package org.jingzhun.pairing.helpplan.web;

import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
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
import org.jingzhun.chassis.http.Lists;
import org.jingzhun.chassis.http.PageRequest;
import org.jingzhun.chassis.http.Revisions;
import org.jingzhun.chassis.http.Slice;
import org.jingzhun.chassis.idempotency.Idempotent;
import org.jingzhun.pairing.access.Divisions;
import org.jingzhun.pairing.access.Remark;
import org.jingzhun.pairing.access.Role;
import org.jingzhun.pairing.helpplan.HelpPlan;
import org.jingzhun.pairing.helpplan.HelpPlans;
import org.jingzhun.pairing.helpplan.PlanState;
import org.jingzhun.pairing.helpplan.PlanStep;
import org.jingzhun.pairing.helpplan.Prescribing;
import org.jspecify.annotations.Nullable;

/** Help plans (帮扶计划) of households, hamlets and villages. */
@Path("/v1/help-plans")
@Tag(name = "Help plans")
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
public class HelpPlanResource {

    private final Prescribing prescribing;
    private final HelpPlans plans;
    private final Lists lists;

    HelpPlanResource(Prescribing prescribing, HelpPlans plans, Lists lists) {
        this.prescribing = prescribing;
        this.plans = plans;
        this.lists = lists;
    }

    /** A slice of plans. */
    @Schema(name = "HelpPlanSlice")
    record PlanSlice(
            List<HelpPlanView> items,

            @Schema(nullable = true, description = "Pass as `after` for the next piece; null at the end.") @Nullable
            String next) {}

    /** A slice of households. */
    @Schema(name = "WithoutPlanSlice")
    record MissingSlice(
            List<MissingView> items,

            @Schema(nullable = true, description = "Pass as `after` for the next piece; null at the end.") @Nullable
            String next) {}

    /** A poor household without a plan. */
    @Schema(name = "WithoutPlan")
    record MissingView(UUID householdId, String villageCode, String hamlet, String mainCause) {

        static MissingView of(HelpPlans.WithoutPlan row) {
            return new MissingView(row.householdId(), Long.toString(row.villageCode()), row.hamlet(), row.mainCause());
        }
    }

    /** A step to be taken. */
    @Schema(name = "HelpPlanStepRequest")
    record StepRequest(
            @NotNull PlanStep step,

            @Size(max = 1000) @Schema(description = "RETURN, SEND_BACK and ADJUST need it.") @Nullable
            String remark) {}

    /** What a measure had brought by a day. */
    @Schema(name = "HelpEffectBody")
    record EffectBody(
            @NotNull UUID measureId,

            @NotNull @Schema(description = "Not in the future.")
            LocalDate seenOn,

            @NotNull @Pattern(regexp = HelpPlanView.AMOUNT) @Schema(description = "Income a year, in yuan.")
            String income,

            @Schema(description = "Whether it was carried out.")
            boolean done,

            @Size(max = 500) @Nullable String remark) {}

    @GET
    @Produces({MediaType.APPLICATION_JSON, Lists.NDJSON, Lists.CSV})
    @Operation(operationId = "listHelpPlans", summary = "Help plans of an area, by id")
    @APIResponse(
            responseCode = "200",
            description = "As it stands",
            content = @Content(schema = @Schema(implementation = PlanSlice.class)))
    public Response list(
            @QueryParam("division") @Pattern(regexp = Divisions.ANY) @Nullable String division,
            @QueryParam("kind") HelpPlan.@Nullable Kind kind,
            @QueryParam("state") @Nullable PlanState state,
            @QueryParam("household") @Nullable UUID household,
            @BeanParam @Valid PageRequest page,
            @Context HttpHeaders headers) {
        var area = Divisions.area(division);
        var filter = new HelpPlans.Filter(kind, state, household);
        return lists.answer(headers, page, HelpPlanView.class, (after, limit) -> Slice.byId(
                        after, limit, (behind, count) -> plans.list(area, filter, behind, count), HelpPlan::id)
                .map(HelpPlanView::of));
    }

    @GET
    @Path("/missing")
    @Produces({MediaType.APPLICATION_JSON, Lists.NDJSON, Lists.CSV})
    @Operation(operationId = "listHouseholdsWithoutHelpPlan", summary = "Poor households without a plan, by id")
    @APIResponse(
            responseCode = "200",
            description = "As it stands",
            content = @Content(schema = @Schema(implementation = MissingSlice.class)))
    public Response missing(
            @QueryParam("division") @Pattern(regexp = Divisions.ANY) @Nullable String division,
            @BeanParam @Valid PageRequest page,
            @Context HttpHeaders headers) {
        var area = Divisions.area(division);
        return lists.answer(headers, page, MissingView.class, (after, limit) -> Slice.byId(
                        after,
                        limit,
                        (behind, count) -> plans.missing(area, behind, count),
                        HelpPlans.WithoutPlan::householdId)
                .map(MissingView::of));
    }

    @GET
    @Path("/{id}")
    @RolesAllowed({
        Role.HELPER,
        Role.VILLAGE_OFFICER,
        Role.TOWNSHIP_OFFICER,
        Role.COUNTY_OFFICER,
        Role.CITY_OFFICER,
        Role.REGION_OFFICER,
        Role.AUDITOR,
        Role.SUPERVISOR,
        Role.SYSTEM
    })
    @Operation(operationId = "getHelpPlan", summary = "One plan with what came of it; a helper sees its households'")
    @APIResponse(
            responseCode = "200",
            description = "As it stands",
            content = @Content(schema = @Schema(implementation = HelpPlanView.HandledView.class)))
    public Response get(@PathParam("id") UUID id) {
        return answer(prescribing.get(id));
    }

    @PUT
    @Path("/{id}")
    @RolesAllowed({Role.HELPER, Role.VILLAGE_OFFICER, Role.TOWNSHIP_OFFICER})
    @Operation(
            operationId = "putHelpPlan",
            summary =
                    "Write a plan under an id of the client's choice, or write it anew while it is a draft or returned")
    @APIResponse(
            responseCode = "200",
            description = "Written anew",
            content = @Content(schema = @Schema(implementation = HelpPlanView.HandledView.class)))
    @APIResponse(
            responseCode = "201",
            description = "New",
            content = @Content(schema = @Schema(implementation = HelpPlanView.HandledView.class)))
    public Response put(
            @PathParam("id") UUID id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Size(max = Revisions.LONGEST_TAG) @Nullable String ifMatch,
            @Valid @NotNull HelpPlanView.Body body) {
        var handled = prescribing.write(body.plan(id), ifMatch);
        return Revisions.recorded(
                handled.isNew(),
                "/v1/help-plans/" + id,
                HelpPlanView.HandledView.of(handled),
                handled.plan().revision());
    }

    @POST
    @Idempotent
    @Path("/{id}/steps")
    @Transactional
    @RolesAllowed({Role.HELPER, Role.VILLAGE_OFFICER, Role.TOWNSHIP_OFFICER, Role.COUNTY_OFFICER})
    @Operation(operationId = "takeHelpPlanStep", summary = "Lead a plan up and down: two rounds before it holds")
    @APIResponse(
            responseCode = "200",
            description = "As it stands",
            content = @Content(schema = @Schema(implementation = HelpPlanView.HandledView.class)))
    public Response take(
            @PathParam("id") UUID id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Size(max = Revisions.LONGEST_TAG) @Nullable String ifMatch,
            @Valid @NotNull StepRequest request) {
        var remark = Remark.of(request.remark());
        return answer(prescribing.take(id, request.step(), remark, ifMatch));
    }

    @PUT
    @Path("/{id}/effects/{effectId}")
    @Transactional
    @RolesAllowed({Role.HELPER, Role.VILLAGE_OFFICER, Role.TOWNSHIP_OFFICER})
    @Operation(operationId = "putHelpEffect", summary = "Note what a measure had brought by a day; never changes")
    @APIResponse(
            responseCode = "200",
            description = "The plan as it stands",
            content = @Content(schema = @Schema(implementation = HelpPlanView.HandledView.class)))
    public Response see(
            @PathParam("id") UUID id, @PathParam("effectId") UUID effectId, @Valid @NotNull EffectBody body) {
        return answer(prescribing.see(
                id,
                body.measureId(),
                effectId,
                body.seenOn(),
                HelpPlanView.fen(body.income()),
                body.done(),
                Remark.of(body.remark())));
    }

    private static Response answer(Prescribing.Handled handled) {
        return Revisions.answer(
                HelpPlanView.HandledView.of(handled), handled.plan().revision());
    }
}
