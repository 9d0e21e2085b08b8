package org.jingzhun.funding.allocation.web;

import com.github.f4b6a3.uuid.UuidCreator;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
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
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jingzhun.chassis.caller.Area;
import org.jingzhun.chassis.http.Lists;
import org.jingzhun.chassis.http.PageRequest;
import org.jingzhun.chassis.http.Revisions;
import org.jingzhun.chassis.http.Slice;
import org.jingzhun.chassis.idempotency.Idempotent;
import org.jingzhun.chassis.job.JobView;
import org.jingzhun.chassis.job.Jobs;
import org.jingzhun.funding.allocation.Allocating;
import org.jingzhun.funding.allocation.AllocationPlan;
import org.jingzhun.funding.allocation.AllocationPlans;
import org.jingzhun.funding.allocation.Stage;
import org.jingzhun.funding.allocation.Step;
import org.jspecify.annotations.Nullable;

/** Allocation plans (资金分配方案) and the steps that they go. */
@Path("/v1/allocation-plans")
@Tag(name = "Allocation")
@RolesAllowed({"finance-officer", "county-officer", "city-officer", "region-officer", "auditor", "system"})
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
public class AllocationPlanResource {

    private final Allocating allocating;
    private final AllocationPlans plans;
    private final Drafts drafts;
    private final Jobs jobs;
    private final Lists lists;

    AllocationPlanResource(Allocating allocating, AllocationPlans plans, Drafts drafts, Jobs jobs, Lists lists) {
        this.allocating = allocating;
        this.plans = plans;
        this.drafts = drafts;
        this.jobs = jobs;
        this.lists = lists;
    }

    /** A slice of plans. */
    @Schema(name = "AllocationPlanSlice")
    record PlanSlice(
            List<PlanView> items,

            @Schema(nullable = true, description = "Pass as `after` for the next piece; null at the end.") @Nullable
            String next) {}

    /** A step to be taken. */
    @Schema(name = "AllocationStepRequest")
    record StepRequest(
            @NotNull Step step, @Size(max = 1000) @Nullable String remark) {}

    /** Whether a computation can be repeated from what is stored. */
    @Schema(name = "AllocationProof")
    record ProofView(
            @Schema(description = "Whether the frozen inputs, divided anew, give the stored shares to the fen.")
            boolean holds) {}

    @GET
    @Produces({MediaType.APPLICATION_JSON, Lists.NDJSON, Lists.CSV})
    @Operation(operationId = "listAllocationPlans", summary = "Plans of an area, by id")
    @APIResponse(
            responseCode = "200",
            description = "As it stands",
            content = @Content(schema = @Schema(implementation = PlanSlice.class)))
    public Response list(
            @QueryParam("division") @Pattern(regexp = "\\d{2}|\\d{4}|\\d{6}|\\d{9}|\\d{12}") @Nullable String division,
            @QueryParam("year") @Min(2000) @Max(2100) @Nullable Integer year,
            @QueryParam("stage") @Nullable Stage stage,
            @BeanParam @Valid PageRequest page,
            @Context HttpHeaders headers) {
        var area = division == null ? Area.EVERYWHERE : Area.ofPrefix(division);
        return lists.answer(headers, page, PlanView.class, (after, limit) -> Slice.byId(
                        after,
                        limit,
                        (behind, count) -> plans.list(area, year, stage, behind, count),
                        AllocationPlan::id)
                .map(PlanView::of));
    }

    @GET
    @Path("/{id}")
    @Transactional
    @Operation(operationId = "getAllocationPlan", summary = "One plan with its parameters, stage and steps")
    @APIResponse(
            responseCode = "200",
            description = "As it stands",
            content = @Content(schema = @Schema(implementation = PlanView.class)))
    public Response get(@PathParam("id") UUID id) {
        return answer(plans.get(id));
    }

    @POST
    @Idempotent
    @Transactional
    @RolesAllowed("finance-officer")
    @Operation(operationId = "createAllocationPlan", summary = "Draw up a plan")
    @APIResponse(
            responseCode = "201",
            description = "Recorded",
            content = @Content(schema = @Schema(implementation = PlanView.class)))
    public Response create(@Valid @NotNull PlanRequest request) {
        return draft(UuidCreator.getTimeOrderedEpoch(), request, null);
    }

    @PUT
    @Path("/{id}")
    @Transactional
    @RolesAllowed("finance-officer")
    @Operation(operationId = "putAllocationPlan", summary = "Draw up a plan under an id of your own, or write it anew")
    @APIResponse(
            responseCode = "200",
            description = "As it stands",
            content = @Content(schema = @Schema(implementation = PlanView.class)))
    @APIResponse(
            responseCode = "201",
            description = "Recorded",
            content = @Content(schema = @Schema(implementation = PlanView.class)))
    public Response put(
            @PathParam("id") UUID id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Size(max = Revisions.LONGEST_TAG) @Nullable String ifMatch,
            @Valid @NotNull PlanRequest request) {
        return draft(id, request, ifMatch);
    }

    private Response draft(UUID id, PlanRequest request, @Nullable String ifMatch) {
        var drafted = allocating.draft(id, drafts.of(request), ifMatch);
        var plan = drafted.plan();
        return Revisions.recorded(drafted.created(), "/v1/allocation-plans/" + id, PlanView.of(plan), plan.revision());
    }

    @POST
    @Idempotent
    @Path("/{id}/computation")
    @RolesAllowed("finance-officer")
    @Operation(operationId = "computeAllocationPlan", summary = "Freeze the inputs and divide the amount, as a job")
    @APIResponse(
            responseCode = "202",
            description = "Accepted: follow the job",
            content = @Content(schema = @Schema(implementation = JobView.class)))
    public Response compute(@PathParam("id") UUID id) {
        return jobs.accepted(allocating.orderComputation(id));
    }

    @POST
    @Idempotent
    @Path("/{id}/steps")
    @Transactional
    @RolesAllowed({"finance-officer", "county-officer", "city-officer", "region-officer"})
    @Operation(
            operationId = "takeAllocationStep",
            summary = "REVIEW, APPROVE, PUBLISH, RETURN or WITHDRAW; each by its own office, some by another person")
    @APIResponse(
            responseCode = "200",
            description = "As it stands",
            content = @Content(schema = @Schema(implementation = PlanView.class)))
    public Response take(
            @PathParam("id") UUID id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Size(max = Revisions.LONGEST_TAG) @Nullable String ifMatch,
            @Valid @NotNull StepRequest request) {
        var remark = request.remark();
        return answer(allocating.take(id, request.step(), remark == null ? "" : remark, ifMatch));
    }

    @POST
    @Path("/{id}/comparisons")
    @Transactional
    @RolesAllowed({"finance-officer", "county-officer", "city-officer", "region-officer", "auditor"})
    @Operation(
            operationId = "compareAllocationPlan",
            summary = "Who gains and who loses by other parameters; nothing is written")
    public ComparisonView compare(@PathParam("id") UUID id, @Valid @NotNull ComparisonView.Request request) {
        var other = drafts.other(plans.get(id), request.parameters(), request.amount());
        return ComparisonView.of(allocating.compare(id, other));
    }

    @GET
    @Path("/{id}/proof")
    @Operation(operationId = "proveAllocationPlan", summary = "Divide again from the frozen inputs and compare")
    public ProofView prove(@PathParam("id") UUID id) {
        return new ProofView(allocating.proves(id));
    }

    private static Response answer(AllocationPlan plan) {
        return Revisions.answer(PlanView.of(plan), plan.revision());
    }
}
