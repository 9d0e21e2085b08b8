package org.jingzhun.pairing.inspection.web;

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
import java.util.Objects;
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
import org.jingzhun.pairing.inspection.Inspecting;
import org.jingzhun.pairing.inspection.Inspection;
import org.jingzhun.pairing.inspection.InspectionState;
import org.jingzhun.pairing.inspection.InspectionStep;
import org.jingzhun.pairing.inspection.Inspections;
import org.jspecify.annotations.Nullable;

/** Unannounced inspections (督查暗访); before its day only supervisors and auditors see one. */
@Path("/v1/inspections")
@Tag(name = "Inspections")
@RolesAllowed({
    Role.TOWNSHIP_OFFICER,
    Role.COUNTY_OFFICER,
    Role.CITY_OFFICER,
    Role.REGION_OFFICER,
    Role.AUDITOR,
    Role.SUPERVISOR
})
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
public class InspectionResource {

    private static final LocalDate BEGINNING = LocalDate.of(2014, 1, 1);

    private final Inspecting inspecting;
    private final Inspections inspections;
    private final Lists lists;

    InspectionResource(Inspecting inspecting, Inspections inspections, Lists lists) {
        this.inspecting = inspecting;
        this.inspections = inspections;
        this.lists = lists;
    }

    /** A slice of inspections. */
    @Schema(name = "InspectionSlice")
    record InspectionSlice(
            List<InspectionView> items,

            @Schema(nullable = true, description = "Pass as `after` for the next piece; null at the end.") @Nullable
            String next) {}

    /** A week's inspections to be drawn. */
    @Schema(name = "InspectionRoundBody")
    record RoundBody(
            @NotNull @Pattern(regexp = Divisions.FULL) @Schema(description = "Whose villages, in 12 digits.")
            String division,

            @NotNull @Schema(description = "The Monday that begins the week: this one or a coming one.")
            LocalDate monday,

            @Min(1) @Max(50) int teams,

            @Min(1) @Max(20) @Schema(description = "Villages of a team on a day.")
            int villagesPerDay,

            @Pattern(regexp = "[A-Za-z0-9-]{8,100}")
            @Schema(description = "Of the draw, for instance drawn by lot in public; one is made if there is none.")
            @Nullable
            String seed) {}

    /** A step to be taken. */
    @Schema(name = "InspectionStepRequest")
    record StepRequest(
            @NotNull InspectionStep step,

            @Size(max = 4000)
            @Schema(description = "The report to the leaders, or why the inspection is cancelled.")
            @Nullable
            String report,

            @Size(max = 100) @Valid @Nullable List<InspectionView.@NotNull FindingBody> findings) {}

    @POST
    @Idempotent
    @Path("/rounds")
    @Transactional
    @RolesAllowed(Role.SUPERVISOR)
    @Operation(operationId = "drawInspections", summary = "Draw a week's inspections by lot, Monday to Thursday")
    @APIResponse(
            responseCode = "200",
            description = "As it stands",
            content = @Content(schema = @Schema(implementation = InspectionView.RoundView.class)))
    public InspectionView.RoundView draw(@Valid @NotNull RoundBody body) {
        return InspectionView.RoundView.of(inspecting.draw(new Inspecting.Order(
                Long.parseLong(body.division()), body.monday(), body.teams(), body.villagesPerDay(), body.seed())));
    }

    @GET
    @Path("/rounds/{id}")
    @RolesAllowed({Role.SUPERVISOR, Role.AUDITOR})
    @Operation(operationId = "getInspectionRound", summary = "A week's inspections with the proof of their draw")
    @APIResponse(
            responseCode = "200",
            description = "As it stands",
            content = @Content(schema = @Schema(implementation = InspectionView.RoundView.class)))
    public InspectionView.RoundView round(@PathParam("id") UUID id) {
        return InspectionView.RoundView.of(inspecting.round(id));
    }

    @GET
    @Produces({MediaType.APPLICATION_JSON, Lists.NDJSON, Lists.CSV})
    @Operation(operationId = "listInspections", summary = "Inspections of an area, by id")
    @APIResponse(
            responseCode = "200",
            description = "As it stands",
            content = @Content(schema = @Schema(implementation = InspectionSlice.class)))
    public Response list(
            @QueryParam("division") @Pattern(regexp = Divisions.ANY) @Nullable String division,
            @QueryParam("state") @Nullable InspectionState state,
            @QueryParam("from") @Nullable LocalDate from,
            @QueryParam("to") @Nullable LocalDate to,
            @BeanParam @Valid PageRequest page,
            @Context HttpHeaders headers) {
        var area = Divisions.area(division);
        var visible = inspecting.visibleUntil();
        var first = from == null ? BEGINNING : from;
        var last = to == null || to.isAfter(visible) ? visible : to;
        return lists.answer(headers, page, InspectionView.class, (after, limit) -> Slice.byId(
                        after,
                        limit,
                        (behind, count) -> inspections.list(area, first, last, state, behind, count),
                        Inspection::id)
                .map(InspectionView::of));
    }

    @GET
    @Path("/{id}")
    @Operation(operationId = "getInspection", summary = "One inspection with what it found")
    @APIResponse(
            responseCode = "200",
            description = "As it stands",
            content = @Content(schema = @Schema(implementation = InspectionView.ReportedView.class)))
    public Response get(@PathParam("id") UUID id) {
        return answer(inspecting.get(id));
    }

    @POST
    @Idempotent
    @Path("/{id}/steps")
    @Transactional
    @RolesAllowed(Role.SUPERVISOR)
    @Operation(operationId = "takeInspectionStep", summary = "REPORT with what was found, or CANCEL")
    @APIResponse(
            responseCode = "200",
            description = "As it stands",
            content = @Content(schema = @Schema(implementation = InspectionView.ReportedView.class)))
    public Response take(@PathParam("id") UUID id, @Valid @NotNull StepRequest request) {
        var findings = Objects.requireNonNullElse(request.findings(), List.<InspectionView.FindingBody>of()).stream()
                .map(InspectionView.FindingBody::finding)
                .toList();
        var words = Remark.of(request.report());
        return answer(inspecting.take(id, request.step(), words, findings));
    }

    private static Response answer(Inspecting.Reported reported) {
        return Revisions.answer(
                InspectionView.ReportedView.of(reported), reported.inspection().revision());
    }
}
