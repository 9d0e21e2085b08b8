package org.jingzhun.funding.alert.web;

import io.smallrye.common.annotation.RunOnVirtualThread;
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
import org.jingzhun.chassis.job.JobView;
import org.jingzhun.chassis.job.Jobs;
import org.jingzhun.funding.alert.Alert;
import org.jingzhun.funding.alert.AlertKind;
import org.jingzhun.funding.alert.AlertState;
import org.jingzhun.funding.alert.AlertStep;
import org.jingzhun.funding.alert.Alerts;
import org.jingzhun.funding.alert.Handling;
import org.jingzhun.funding.alert.Scanning;
import org.jspecify.annotations.Nullable;

/** Alerts (预警): what scans found, who has to act by when, and how it ended. */
@Path("/v1/alerts")
@Tag(name = "Alerts")
@RolesAllowed({
    "finance-officer",
    "village-officer",
    "township-officer",
    "county-officer",
    "city-officer",
    "region-officer",
    "auditor",
    "supervisor",
    "system"
})
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
public class AlertResource {

    private final Handling handling;
    private final Scanning scanning;
    private final Alerts alerts;
    private final Jobs jobs;
    private final Lists lists;

    AlertResource(Handling handling, Scanning scanning, Alerts alerts, Jobs jobs, Lists lists) {
        this.handling = handling;
        this.scanning = scanning;
        this.alerts = alerts;
        this.jobs = jobs;
        this.lists = lists;
    }

    /** A slice of alerts. */
    @Schema(name = "AlertSlice")
    record AlertSlice(
            List<AlertView> items,

            @Schema(nullable = true, description = "Pass as `after` for the next piece; null at the end.") @Nullable
            String next) {}

    /** A step to be taken. */
    @Schema(name = "AlertStepRequest")
    record StepRequest(
            @NotNull AlertStep step,

            @Size(min = 1, max = 200)
            @Schema(description = "ASSIGN: subject of the person that has to explain it.")
            @Nullable
            String owner,

            @Size(max = 1000) @Schema(description = "Evidence; EXPLAIN, RETURN and CLOSE need it.") @Nullable
            String remark) {}

    @GET
    @Produces({MediaType.APPLICATION_JSON, Lists.NDJSON, Lists.CSV})
    @Operation(operationId = "listAlerts", summary = "Alerts of an area, by id")
    @APIResponse(
            responseCode = "200",
            description = "As it stands",
            content = @Content(schema = @Schema(implementation = AlertSlice.class)))
    public Response list(
            @QueryParam("division") @Pattern(regexp = "\\d{2}|\\d{4}|\\d{6}|\\d{9}|\\d{12}") @Nullable String division,
            @QueryParam("kind") @Nullable AlertKind kind,
            @QueryParam("state") @Nullable AlertState state,
            @Schema(description = "Only those under way whose deadline was before this day.")
                    @QueryParam("overdueOn")
                    @Nullable
                    LocalDate overdueOn,
            @BeanParam @Valid PageRequest page,
            @Context HttpHeaders headers) {
        var area = division == null ? Area.EVERYWHERE : Area.ofPrefix(division);
        var filter = new Alerts.Filter(kind, state, overdueOn);
        return lists.answer(headers, page, AlertView.class, (after, limit) -> Slice.byId(
                        after, limit, (behind, count) -> alerts.list(area, filter, behind, count), Alert::id)
                .map(AlertView::of));
    }

    @GET
    @Path("/{id}")
    @Operation(operationId = "getAlert", summary = "One alert with its steps")
    @APIResponse(
            responseCode = "200",
            description = "As it stands",
            content = @Content(schema = @Schema(implementation = AlertView.HandledView.class)))
    public Response get(@PathParam("id") UUID id) {
        return answer(handling.get(id));
    }

    @POST
    @Idempotent
    @Path("/{id}/steps")
    @Transactional
    @RolesAllowed({"finance-officer", "village-officer", "township-officer", "county-officer", "supervisor"})
    @Operation(operationId = "takeAlertStep", summary = "ASSIGN, EXPLAIN, RETURN or CLOSE; the owner does not close")
    @APIResponse(
            responseCode = "200",
            description = "As it stands",
            content = @Content(schema = @Schema(implementation = AlertView.HandledView.class)))
    public Response take(
            @PathParam("id") UUID id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Size(max = Revisions.LONGEST_TAG) @Nullable String ifMatch,
            @Valid @NotNull StepRequest request) {
        var remark = request.remark();
        return answer(
                handling.take(id, request.step(), request.owner(), remark == null ? "" : remark.strip(), ifMatch));
    }

    @POST
    @Idempotent
    @Path("/scans")
    @RolesAllowed({"finance-officer", "county-officer", "city-officer", "region-officer", "supervisor"})
    @Operation(
            operationId = "scanForAlerts",
            summary =
                    "Look for everything in the counties of your area, as a job; it is done each night without being asked")
    @APIResponse(
            responseCode = "202",
            description = "Accepted: follow the job",
            content = @Content(schema = @Schema(implementation = JobView.class)))
    public Response scan() {
        return jobs.accepted(scanning.order());
    }

    private static Response answer(Handling.Handled handled) {
        return Revisions.answer(
                AlertView.HandledView.of(handled), handled.alert().revision());
    }
}
