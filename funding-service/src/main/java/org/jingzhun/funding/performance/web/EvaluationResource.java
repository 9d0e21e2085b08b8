package org.jingzhun.funding.performance.web;

import io.quarkus.security.Authenticated;
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
import java.time.LocalDate;
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
import org.jingzhun.funding.performance.Evaluating;
import org.jingzhun.funding.performance.Evaluation;
import org.jingzhun.funding.performance.Evaluations;
import org.jingzhun.funding.performance.GradingSets;
import org.jingzhun.funding.performance.Stage;
import org.jingzhun.funding.performance.grading.Grade;
import org.jspecify.annotations.Nullable;

/** Performance evaluations (绩效评价), their criteria and the steps that they go. */
@Path("/v1")
@Tag(name = "Performance")
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
public class EvaluationResource {

    private final Evaluating evaluating;
    private final Evaluations evaluations;
    private final GradingSets sets;
    private final Lists lists;

    EvaluationResource(Evaluating evaluating, Evaluations evaluations, GradingSets sets, Lists lists) {
        this.evaluating = evaluating;
        this.evaluations = evaluations;
        this.sets = sets;
        this.lists = lists;
    }

    /** A criterion with its points. */
    @Schema(name = "PerformanceCriterion")
    record CriterionView(String dimension, String code, String points, boolean deducts) {}

    /** A grade and the total that it needs. */
    @Schema(name = "PerformanceGrade")
    record GradeView(Grade grade, String least) {}

    /** Criteria and grades that hold for a time. */
    @Schema(name = "PerformanceCriteria")
    record CriteriaView(
            String code,
            LocalDate validFrom,
            @Nullable LocalDate validTo,
            List<CriterionView> criteria,
            List<GradeView> grades,
            List<String> source) {}

    @GET
    @Path("/performance-criteria")
    @Authenticated
    @Operation(
            operationId = "listPerformanceCriteria",
            summary = "Criteria and grades by which the use of money is evaluated")
    public List<CriteriaView> criteria() {
        return sets.list().stream()
                .map(set -> new CriteriaView(
                        set.code(),
                        set.validFrom(),
                        set.validTo(),
                        set.grading().criteria().stream()
                                .map(c -> new CriterionView(
                                        c.dimension(), c.code(), EvaluationView.text(c.points()), c.deducts()))
                                .toList(),
                        set.grading().least().entrySet().stream()
                                .map(g -> new GradeView(g.getKey(), EvaluationView.text(g.getValue())))
                                .toList(),
                        set.source()))
                .toList();
    }

    @GET
    @Path("/performance-evaluations")
    @RolesAllowed({"finance-officer", "county-officer", "city-officer", "region-officer", "auditor", "system"})
    @Produces({MediaType.APPLICATION_JSON, Lists.NDJSON, Lists.CSV})
    @Operation(operationId = "listPerformanceEvaluations", summary = "Evaluations of an area, by id")
    @APIResponse(
            responseCode = "200",
            description = "As it stands",
            content = @Content(schema = @Schema(implementation = EvaluationView.EvaluationSlice.class)))
    public Response list(
            @QueryParam("division") @Pattern(regexp = "\\d{2}|\\d{4}|\\d{6}|\\d{9}|\\d{12}") @Nullable String division,
            @QueryParam("year") @Min(2000) @Max(2100) @Nullable Integer year,
            @QueryParam("stage") @Nullable Stage stage,
            @BeanParam @Valid PageRequest page,
            @Context HttpHeaders headers) {
        var area = division == null ? Area.EVERYWHERE : Area.ofPrefix(division);
        return lists.answer(headers, page, EvaluationView.class, (after, limit) -> Slice.byId(
                        after,
                        limit,
                        (behind, count) -> evaluations.list(area, year, stage, behind, count),
                        Evaluation::id)
                .map(EvaluationView::of));
    }

    @GET
    @Path("/performance-evaluations/{id}")
    @RolesAllowed({"finance-officer", "county-officer", "city-officer", "region-officer", "auditor", "system"})
    @Transactional
    @Operation(operationId = "getPerformanceEvaluation", summary = "One evaluation with its marks, evidence and grade")
    @APIResponse(
            responseCode = "200",
            description = "As it stands",
            content = @Content(schema = @Schema(implementation = EvaluationView.class)))
    public Response get(@PathParam("id") UUID id) {
        var evaluation = evaluations.get(id);
        return Revisions.answer(EvaluationView.of(evaluation), evaluation.revision());
    }

    @PUT
    @Path("/performance-evaluations/{id}")
    @Transactional
    @RolesAllowed({"finance-officer", "county-officer", "city-officer", "region-officer"})
    @Operation(operationId = "putPerformanceEvaluation", summary = "Give marks with evidence, or give them anew")
    @APIResponse(
            responseCode = "200",
            description = "As it stands",
            content = @Content(schema = @Schema(implementation = EvaluationView.class)))
    @APIResponse(
            responseCode = "201",
            description = "Recorded",
            content = @Content(schema = @Schema(implementation = EvaluationView.class)))
    public Response put(
            @PathParam("id") UUID id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Size(max = Revisions.LONGEST_TAG) @Nullable String ifMatch,
            @Valid @NotNull EvaluationView.Request request) {
        var recorded = evaluating.mark(id, request.marksOf(), ifMatch);
        var evaluation = recorded.evaluation();
        return Revisions.recorded(
                recorded.created(),
                "/v1/performance-evaluations/" + id,
                EvaluationView.of(evaluation),
                evaluation.revision());
    }

    @POST
    @Idempotent
    @Path("/performance-evaluations/{id}/steps")
    @Transactional
    @RolesAllowed({"finance-officer", "county-officer", "city-officer", "region-officer"})
    @Operation(
            operationId = "takePerformanceStep",
            summary = "CONFIRM, RETURN, PUBLISH or WITHDRAW, some by another person")
    @APIResponse(
            responseCode = "200",
            description = "As it stands",
            content = @Content(schema = @Schema(implementation = EvaluationView.class)))
    public Response take(
            @PathParam("id") UUID id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Size(max = Revisions.LONGEST_TAG) @Nullable String ifMatch,
            @Valid @NotNull EvaluationView.StepRequest request) {
        var remark = request.remark();
        var evaluation = evaluating.take(id, request.step(), remark == null ? "" : remark, ifMatch);
        return Revisions.answer(EvaluationView.of(evaluation), evaluation.revision());
    }
}
