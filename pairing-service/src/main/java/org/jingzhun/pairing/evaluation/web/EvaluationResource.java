package org.jingzhun.pairing.evaluation.web;

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
import org.jingzhun.chassis.http.Cursor;
import org.jingzhun.chassis.http.Lists;
import org.jingzhun.chassis.http.PageRequest;
import org.jingzhun.chassis.http.Revisions;
import org.jingzhun.chassis.http.Slice;
import org.jingzhun.chassis.idempotency.Idempotent;
import org.jingzhun.chassis.job.JobView;
import org.jingzhun.chassis.job.Jobs;
import org.jingzhun.pairing.access.Divisions;
import org.jingzhun.pairing.access.Remark;
import org.jingzhun.pairing.access.Role;
import org.jingzhun.pairing.evaluation.Evaluating;
import org.jingzhun.pairing.evaluation.Evaluation;
import org.jingzhun.pairing.evaluation.EvaluationStep;
import org.jingzhun.pairing.evaluation.Evaluations;
import org.jingzhun.pairing.evaluation.SubjectKind;
import org.jingzhun.pairing.evaluation.scoring.Grade;
import org.jspecify.annotations.Nullable;

/** Yearly evaluations (年度考核) with the figures behind each grade. */
@Path("/v1/evaluations")
@Tag(name = "Evaluations")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Role.COUNTY_OFFICER, Role.CITY_OFFICER, Role.REGION_OFFICER, Role.AUDITOR, Role.SUPERVISOR})
public class EvaluationResource {

    private final Evaluating evaluating;
    private final Evaluations evaluations;
    private final Jobs jobs;
    private final Lists lists;

    EvaluationResource(Evaluating evaluating, Evaluations evaluations, Jobs jobs, Lists lists) {
        this.evaluating = evaluating;
        this.evaluations = evaluations;
        this.jobs = jobs;
        this.lists = lists;
    }

    /** A slice of evaluations. */
    @Schema(name = "EvaluationSlice")
    record EvaluationSlice(
            List<EvaluationView> items,

            @Schema(nullable = true, description = "Pass as `after` for the next piece; null at the end.") @Nullable
            String next) {}

    /** A slice of results. */
    @Schema(name = "EvaluationResultSlice")
    record ResultSlice(
            List<EvaluationView.ResultView> items,

            @Schema(nullable = true, description = "Pass as `after` for the next piece; null at the end.") @Nullable
            String next) {}

    /** An evaluation to be made. */
    @Schema(name = "EvaluationBody")
    record EvaluationBody(
            @Min(2014) @Max(2100) int year,

            @NotNull @Pattern(regexp = Divisions.FULL) @Schema(description = "Whose counties, units, helpers or teams.")
            String division,

            @NotNull SubjectKind subjectKind) {}

    /** A step to be taken. */
    @Schema(name = "EvaluationStepRequest")
    record StepRequest(
            @NotNull EvaluationStep step,
            @Size(max = 1000) @Nullable String remark) {}

    @GET
    @Produces({MediaType.APPLICATION_JSON, Lists.NDJSON, Lists.CSV})
    @Operation(operationId = "listEvaluations", summary = "Evaluations of an area, by id")
    @APIResponse(
            responseCode = "200",
            description = "As it stands",
            content = @Content(schema = @Schema(implementation = EvaluationSlice.class)))
    public Response list(
            @QueryParam("division") @Pattern(regexp = Divisions.ANY) @Nullable String division,
            @QueryParam("year") @Min(2014) @Max(2100) @Nullable Integer year,
            @BeanParam @Valid PageRequest page,
            @Context HttpHeaders headers) {
        var area = Divisions.area(division);
        return lists.answer(headers, page, EvaluationView.class, (after, limit) -> Slice.byId(
                        after, limit, (behind, count) -> evaluations.list(area, year, behind, count), Evaluation::id)
                .map(EvaluationView::of));
    }

    @POST
    @Idempotent
    @RolesAllowed({Role.COUNTY_OFFICER, Role.CITY_OFFICER, Role.REGION_OFFICER})
    @Operation(
            operationId = "orderEvaluation",
            summary = "Evaluate a year's counties, units, helpers or resident teams, as a job")
    @APIResponse(
            responseCode = "202",
            description = "Accepted: follow the job; the evaluation has its id",
            content = @Content(schema = @Schema(implementation = JobView.class)))
    public Response order(@Valid @NotNull EvaluationBody body) {
        return jobs.accepted(evaluating.order(body.year(), Long.parseLong(body.division()), body.subjectKind()));
    }

    @GET
    @Path("/{id}")
    @Operation(operationId = "getEvaluation", summary = "One evaluation with its steps")
    @APIResponse(
            responseCode = "200",
            description = "As it stands",
            content = @Content(schema = @Schema(implementation = EvaluationView.HandledView.class)))
    public Response get(@PathParam("id") UUID id) {
        return answer(evaluating.get(id));
    }

    @GET
    @Path("/{id}/results")
    @Produces({MediaType.APPLICATION_JSON, Lists.NDJSON, Lists.CSV})
    @Operation(operationId = "listEvaluationResults", summary = "Grades with their figures, by subject")
    @APIResponse(
            responseCode = "200",
            description = "As it stands",
            content = @Content(schema = @Schema(implementation = ResultSlice.class)))
    public Response results(
            @PathParam("id") UUID id,
            @QueryParam("grade") @Nullable Grade grade,
            @BeanParam @Valid PageRequest page,
            @Context HttpHeaders headers) {
        var points = evaluating.points(evaluating.get(id).evaluation());
        return lists.answer(headers, page, EvaluationView.ResultView.class, (after, limit) -> {
            var cursor = Cursor.parse(after, 1);
            var behind = cursor == null ? null : cursor.text(0);
            var rows = evaluations.results(id, points, grade, behind, limit + 1);
            return Slice.of(rows, limit, row -> Cursor.of(row.subject())).map(EvaluationView.ResultView::of);
        });
    }

    @GET
    @Path("/{id}/results/{subject}")
    @Operation(operationId = "getEvaluationResult", summary = "What one county, unit, helper or team got, and why")
    @APIResponse(
            responseCode = "200",
            description = "As it stands",
            content = @Content(schema = @Schema(implementation = EvaluationView.ResultView.class)))
    public EvaluationView.ResultView result(
            @PathParam("id") UUID id, @PathParam("subject") @Size(max = 40) String subject) {
        return EvaluationView.ResultView.of(evaluating.result(id, subject));
    }

    @POST
    @Idempotent
    @Path("/{id}/steps")
    @Transactional
    @RolesAllowed({Role.COUNTY_OFFICER, Role.CITY_OFFICER, Role.REGION_OFFICER})
    @Operation(operationId = "takeEvaluationStep", summary = "CONFIRM (another person than who ordered it) or DISCARD")
    @APIResponse(
            responseCode = "200",
            description = "As it stands",
            content = @Content(schema = @Schema(implementation = EvaluationView.HandledView.class)))
    public Response take(@PathParam("id") UUID id, @Valid @NotNull StepRequest request) {
        var remark = Remark.of(request.remark());
        return answer(evaluating.take(id, request.step(), remark));
    }

    private static Response answer(Evaluating.Handled handled) {
        return Revisions.answer(
                EvaluationView.HandledView.of(handled), handled.evaluation().revision());
    }
}
