package org.jingzhun.identification.adjustment.web;

import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
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
import org.jingzhun.chassis.http.Cursor;
import org.jingzhun.chassis.http.Lists;
import org.jingzhun.chassis.http.PageRequest;
import org.jingzhun.chassis.http.Revisions;
import org.jingzhun.chassis.idempotency.Idempotent;
import org.jingzhun.identification.access.Role;
import org.jingzhun.identification.adjustment.CheckKind;
import org.jingzhun.identification.adjustment.CheckStage;
import org.jingzhun.identification.adjustment.CheckStep;
import org.jingzhun.identification.adjustment.Checking;
import org.jingzhun.identification.adjustment.Frames;
import org.jingzhun.identification.adjustment.QualityCheck;
import org.jingzhun.identification.adjustment.QualityChecks;
import org.jingzhun.identification.adjustment.Samples;
import org.jingzhun.identification.adjustment.sampling.Draw;
import org.jingzhun.identification.division.DivisionCode;
import org.jspecify.annotations.Nullable;

/** Quality checks of the caller's area, and those that it makes elsewhere. */
@Path("/v1/quality-checks")
@Tag(name = "Adjustment")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({
    Role.VILLAGE_OFFICER,
    Role.TOWNSHIP_OFFICER,
    Role.COUNTY_OFFICER,
    Role.CITY_OFFICER,
    Role.REGION_OFFICER,
    Role.AUDITOR,
    Role.SUPERVISOR
})
public class QualityCheckResource {

    private final Checking checking;
    private final QualityChecks checks;
    private final Samples samples;
    private final Frames frames;
    private final Lists lists;

    QualityCheckResource(Checking checking, QualityChecks checks, Samples samples, Frames frames, Lists lists) {
        this.checking = checking;
        this.checks = checks;
        this.samples = samples;
        this.frames = frames;
        this.lists = lists;
    }

    /** The wish to take a step. */
    @Schema(name = "QualityCheckStepBody")
    public record StepBody(
            @NotNull CheckStep step,

            @Schema(description = "Needed to cancel.") @Size(min = 1, max = 1000) @Nullable
            String remark) {}

    /** A slice of checks. */
    @Schema(name = "QualityCheckSlice")
    public record CheckSlice(
            List<QualityCheckView.CheckRow> items,
            @Schema(nullable = true) @Nullable String next) {}

    /** A household that could have been drawn. */
    @Schema(name = "SampleFrameRow")
    public record FrameView(UUID householdId, String villageCode, String stratum) {

        static FrameView of(Frames.FrameRow row) {
            return new FrameView(row.householdId(), DivisionCode.text(row.villageCode()), row.stratum());
        }
    }

    /** A slice of a frame. */
    @Schema(name = "SampleFrameSlice")
    public record FrameSlice(
            List<FrameView> items,
            @Schema(nullable = true) @Nullable String next) {}

    /** The draw made again. */
    @Schema(name = "SampleProof")
    public record ProofView(
            String seed,
            String seedSource,
            int sampleSize,

            @Schema(description = "How: households of a stratum in the order of SHA-256 of seed|household.")
            String method,

            @Schema(description = "As it was kept with the draw.") @Nullable
            String frameDigest,

            @Schema(description = "Of the stored frame now.")
            String frameDigestAgain,

            List<Draw.Stratum> strata,
            List<UUID> households,

            @Schema(description = "Whether frame and sample are those of the draw.")
            boolean same) {

        static ProofView of(Checking.Proof proof) {
            return new ProofView(
                    proof.check().seed(),
                    proof.check().seedSource(),
                    proof.check().sampleSize(),
                    "stratified, largest remainder, smallest SHA-256 of seed|household",
                    proof.check().frameDigest(),
                    proof.again().frameDigest(),
                    proof.again().strata(),
                    proof.again().drawn().stream().map(Draw.Drawn::household).toList(),
                    proof.same());
        }
    }

    @GET
    @Produces({MediaType.APPLICATION_JSON, Lists.NDJSON, Lists.CSV})
    @Operation(operationId = "listQualityChecks", summary = "Quality checks, the youngest first")
    @APIResponse(
            responseCode = "200",
            description = "OK",
            content = @Content(schema = @Schema(implementation = CheckSlice.class)))
    public Response list(
            @QueryParam("round") @Nullable UUID round,
            @QueryParam("kind") @Nullable CheckKind kind,
            @QueryParam("stage") @Nullable CheckStage stage,
            @BeanParam @Valid PageRequest page,
            @Context HttpHeaders headers) {
        return lists.answer(headers, page, QualityCheckView.CheckRow.class, (after, limit) -> checks.list(
                        round, kind, stage, Cursor.parse(after, 1), limit)
                .map(QualityCheckView.CheckRow::of));
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Role.COUNTY_OFFICER, Role.CITY_OFFICER, Role.REGION_OFFICER, Role.SUPERVISOR})
    @Idempotent
    @Transactional
    @Operation(operationId = "planQualityCheck", summary = "Plan a check of an adjustment round, with its seed")
    @APIResponse(
            responseCode = "201",
            description = "Created",
            content = @Content(schema = @Schema(implementation = QualityCheckView.class)))
    public Response plan(@NotNull @Valid QualityCheckBody body) {
        QualityCheck check = checking.plan(body.plan());
        return Revisions.recorded(true, "/v1/quality-checks/" + check.id(), view(check), check.revision());
    }

    @GET
    @Path("/{id}")
    @Transactional
    @Operation(operationId = "getQualityCheck", summary = "A quality check with its rates and their intervals")
    @APIResponse(
            responseCode = "200",
            description = "OK",
            content = @Content(schema = @Schema(implementation = QualityCheckView.class)))
    public Response get(@PathParam("id") UUID id) {
        QualityCheck check = checks.get(id);
        return Revisions.answer(view(check), check.revision());
    }

    @POST
    @Path("/{id}/steps")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Role.COUNTY_OFFICER, Role.CITY_OFFICER, Role.REGION_OFFICER, Role.SUPERVISOR})
    @Idempotent
    @Transactional
    @Operation(
            operationId = "takeQualityCheckStep",
            summary = "Draw the sample, once; close when all is checked and settled; or cancel the plan")
    @APIResponse(
            responseCode = "200",
            description = "OK",
            content = @Content(schema = @Schema(implementation = QualityCheckView.class)))
    public Response take(@PathParam("id") UUID id, @NotNull @Valid StepBody body) {
        QualityCheck check = checking.take(id, body.step(), body.remark());
        return Revisions.answer(view(check), check.revision());
    }

    @GET
    @Path("/{id}/frame")
    @Produces({MediaType.APPLICATION_JSON, Lists.NDJSON, Lists.CSV})
    @Operation(operationId = "listSampleFrame", summary = "Every household that could have been drawn, as it was then")
    @APIResponse(
            responseCode = "200",
            description = "OK",
            content = @Content(schema = @Schema(implementation = FrameSlice.class)))
    public Response frame(@PathParam("id") UUID id, @BeanParam @Valid PageRequest page, @Context HttpHeaders headers) {
        return lists.answer(headers, page, FrameView.class, (after, limit) -> {
            checks.get(id);
            return frames.list(id, Cursor.parse(after, 1), limit).map(FrameView::of);
        });
    }

    @GET
    @Path("/{id}/proof")
    @Operation(operationId = "proveSample", summary = "Draw again from the stored frame and seed, and compare")
    public ProofView prove(@PathParam("id") UUID id) {
        return ProofView.of(checking.prove(id));
    }

    private QualityCheckView view(QualityCheck check) {
        return QualityCheckView.of(check, samples.count(check.id()));
    }
}
