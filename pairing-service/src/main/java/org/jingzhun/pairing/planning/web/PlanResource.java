package org.jingzhun.pairing.planning.web;

import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
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
import org.jingzhun.chassis.audit.Audit;
import org.jingzhun.chassis.audit.AuditEntry;
import org.jingzhun.chassis.audit.AuditedLists;
import org.jingzhun.chassis.caller.Area;
import org.jingzhun.chassis.http.Cursor;
import org.jingzhun.chassis.http.Lists;
import org.jingzhun.chassis.http.PageRequest;
import org.jingzhun.chassis.http.Problem;
import org.jingzhun.chassis.http.ProblemException;
import org.jingzhun.chassis.http.Revisions;
import org.jingzhun.chassis.idempotency.Idempotent;
import org.jingzhun.chassis.job.JobView;
import org.jingzhun.chassis.job.Jobs;
import org.jingzhun.pairing.access.Divisions;
import org.jingzhun.pairing.access.Role;
import org.jingzhun.pairing.pairing.matching.Certificate;
import org.jingzhun.pairing.planning.Comparing;
import org.jingzhun.pairing.planning.Comparison;
import org.jingzhun.pairing.planning.PairRow;
import org.jingzhun.pairing.planning.PairingPlan;
import org.jingzhun.pairing.planning.PairingPlans;
import org.jingzhun.pairing.planning.PlanQueries;
import org.jingzhun.pairing.planning.PlanRefusal;
import org.jingzhun.pairing.planning.Planning;
import org.jingzhun.pairing.planning.Step;
import org.jingzhun.pairing.planning.UnpairedRow;
import org.jspecify.annotations.Nullable;

/** Pairing plans of the caller's counties. */
@Path("/v1/pairing-plans")
@Tag(name = "Pairing plans")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Role.COUNTY_OFFICER, Role.CITY_OFFICER, Role.REGION_OFFICER, Role.AUDITOR, Role.SUPERVISOR, Role.SYSTEM})
public class PlanResource {

    private final PairingPlans plans;
    private final PlanQueries queries;
    private final Planning planning;
    private final Comparing comparing;
    private final Jobs jobs;
    private final Audit audit;
    private final Lists lists;
    private final AuditedLists auditedLists;

    PlanResource(
            PairingPlans plans,
            PlanQueries queries,
            Planning planning,
            Comparing comparing,
            Jobs jobs,
            Audit audit,
            Lists lists,
            AuditedLists auditedLists) {
        this.plans = plans;
        this.queries = queries;
        this.planning = planning;
        this.comparing = comparing;
        this.jobs = jobs;
        this.audit = audit;
        this.lists = lists;
        this.auditedLists = auditedLists;
    }

    /** A slice of plans. */
    @Schema(name = "PairingPlanSlice")
    public record PlanSlice(
            List<PlanView> items,
            @Schema(nullable = true) @Nullable String next) {}

    /** A slice of pairs. */
    @Schema(name = "PlannedPairSlice")
    public record PairSlice(
            List<PairRow> items,
            @Schema(nullable = true) @Nullable String next) {}

    /** A slice of the unpaired. */
    @Schema(name = "UnpairedHouseholdSlice")
    public record UnpairedSlice(
            List<UnpairedRow> items,
            @Schema(nullable = true) @Nullable String next) {}

    /** A step of a plan. */
    @Schema(name = "PairingPlanStepBody")
    public record PlanStepBody(
            @NotNull Step step, @Size(max = 500) @Nullable String remark) {}

    /** The proof, made anew from what is stored. */
    @Schema(name = "PairingPlanProof")
    public record Proof(
            @Schema(description = "Whether the assignment is valid and none is cheaper.")
            boolean proven,

            @Schema(description = "Recomputed from scratch, in hundredths of a weight point.")
            long cost,

            @Schema(description = "Units of cost of every assignment at least, by the stored potentials.")
            long lowerBound,

            @Schema(description = "What is wrong with the assignment itself.")
            List<String> faults) {

        static Proof of(Certificate certificate) {
            return new Proof(certificate.proven(), certificate.cost(), certificate.lowerBound(), certificate.faults());
        }
    }

    @GET
    @Produces({MediaType.APPLICATION_JSON, Lists.NDJSON, Lists.CSV})
    @Operation(operationId = "listPairingPlans", summary = "Pairing plans in the order of their making")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = PlanSlice.class)))
    public Response list(
            @QueryParam("division") @Pattern(regexp = Divisions.ANY) @Nullable String division,
            @BeanParam @Valid PageRequest page,
            @Context HttpHeaders headers) {
        Area area = Divisions.area(division);
        return lists.answer(
                headers, page, PlanView.class, (after, limit) -> plans.list(area, Cursor.parse(after, 1), limit)
                        .map(plan -> PlanView.of(plan, null)));
    }

    @POST
    @Idempotent
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Role.COUNTY_OFFICER, Role.CITY_OFFICER, Role.REGION_OFFICER})
    @Operation(
            operationId = "orderPairingPlan",
            summary =
                    "Compute the best assignment of the helpers of a county, a city or the region; the plan has the id of the job")
    @APIResponse(
            responseCode = "202",
            description = "Queued; Location names the job",
            content = @Content(schema = @Schema(implementation = JobView.class)))
    public Response order(@NotNull @Valid PlanBody body) {
        try {
            return jobs.accepted(planning.order(
                    body.place(),
                    body.weightsOver(planning.weightsOfToday()),
                    body.includeExited(),
                    body.mostMoves(),
                    body.oneOrAdjacentHamlets()));
        } catch (PlanRefusal.NoCounty _) {
            throw body.noCounty();
        }
    }

    @GET
    @Path("/{id}")
    @Transactional
    @Operation(operationId = "getPairingPlan", summary = "One pairing plan with its figures and steps")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = PlanView.class)))
    public Response get(@PathParam("id") UUID id) {
        return answer(plan(id));
    }

    @GET
    @Path("/{id}/pairs")
    @Produces({MediaType.APPLICATION_JSON, Lists.NDJSON, Lists.CSV})
    @Operation(operationId = "listPlannedPairs", summary = "The pairs of a plan by village and household")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = PairSlice.class)))
    public Response pairs(
            @PathParam("id") UUID id,
            @QueryParam("division") @Pattern(regexp = Divisions.ANY) @Nullable String division,
            @QueryParam("helper") @Nullable UUID helper,
            @BeanParam @Valid PageRequest page,
            @Context HttpHeaders headers) {
        Area area = Divisions.area(division);
        return auditedLists.answer(
                headers,
                page,
                PairRow.class,
                AuditEntry.of("pairs-listed", "pairing-plan", id),
                (after, limit) -> queries.pairs(plan(id).id(), area, helper, Cursor.parse(after, 2), limit));
    }

    @GET
    @Path("/{id}/pairs/{householdId}")
    @Transactional
    @Operation(operationId = "explainPlannedPair", summary = "A pair with its cost terms and the next best helpers")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = ExplainedPair.class)))
    public ExplainedPair pair(@PathParam("id") UUID id, @PathParam("householdId") UUID householdId) {
        ExplainedPair pair =
                queries.explain(id, householdId).map(ExplainedPair::of).orElseThrow(PlanResource::notFound);
        audit.record(AuditEntry.of("pair-read", "household", householdId).with("plan", id));
        return pair;
    }

    @GET
    @Path("/{id}/unpaired")
    @Produces({MediaType.APPLICATION_JSON, Lists.NDJSON, Lists.CSV})
    @Operation(operationId = "listUnpairedHouseholds", summary = "Households for which the places did not suffice")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = UnpairedSlice.class)))
    public Response unpaired(
            @PathParam("id") UUID id,
            @QueryParam("division") @Pattern(regexp = Divisions.ANY) @Nullable String division,
            @BeanParam @Valid PageRequest page,
            @Context HttpHeaders headers) {
        Area area = Divisions.area(division);
        return auditedLists.answer(
                headers,
                page,
                UnpairedRow.class,
                AuditEntry.of("unpaired-listed", "pairing-plan", id),
                (after, limit) -> queries.unpaired(plan(id), area, Cursor.parse(after, 2), limit));
    }

    @GET
    @Path("/{id}/proof")
    @Operation(
            operationId = "provePairingPlan",
            summary = "Prove anew, without the solver, how good the plan is at least")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = Proof.class)))
    public Proof proof(@PathParam("id") UUID id) {
        return planning.prove(id).map(Proof::of).orElseThrow(PlanResource::notFound);
    }

    @GET
    @Path("/{id}/comparison/{other}")
    @Operation(operationId = "comparePairingPlans", summary = "What another plan of the same place would do otherwise")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = Comparison.class)))
    public Comparison compare(@PathParam("id") UUID id, @PathParam("other") UUID other) {
        return comparing.compare(id, other).orElseThrow(PlanResource::notFound);
    }

    @POST
    @Path("/{id}/steps")
    @Idempotent
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Role.COUNTY_OFFICER, Role.CITY_OFFICER, Role.REGION_OFFICER})
    @Operation(operationId = "takePairingPlanStep", summary = "Approve, activate or discard a plan")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = PlanView.class)))
    public Response step(@PathParam("id") UUID id, @NotNull @Valid PlanStepBody body) {
        String remark = body.remark() == null ? "" : body.remark();
        return answer(planning.take(id, body.step(), remark).orElseThrow(PlanResource::notFound));
    }

    private PairingPlan plan(UUID id) {
        return plans.findByIdOptional(id).orElseThrow(PlanResource::notFound);
    }

    private Response answer(PairingPlan plan) {
        return Revisions.answer(PlanView.of(plan, planning.signatures(plan.id())), plan.revision());
    }

    private static ProblemException notFound() {
        return Problem.of(404, "not-found").asException();
    }
}
