package org.jingzhun.identification.monitoring.web;

import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
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
import org.jingzhun.chassis.caller.CurrentCaller;
import org.jingzhun.chassis.http.Cursor;
import org.jingzhun.chassis.http.Lists;
import org.jingzhun.chassis.http.PageRequest;
import org.jingzhun.chassis.http.Revisions;
import org.jingzhun.chassis.idempotency.Idempotent;
import org.jingzhun.identification.access.Role;
import org.jingzhun.identification.monitoring.Colour;
import org.jingzhun.identification.monitoring.Judgements;
import org.jingzhun.identification.monitoring.Leads;
import org.jingzhun.identification.monitoring.MonitoringCase;
import org.jingzhun.identification.monitoring.MonitoringCases;
import org.jingzhun.identification.monitoring.MonitoringClass;
import org.jingzhun.identification.monitoring.MonitoringSteps;
import org.jingzhun.identification.monitoring.Stage;
import org.jingzhun.identification.monitoring.Watching;
import org.jspecify.annotations.Nullable;

/** The monitored households of the caller's area, and those on the way to it. */
@Path("/v1/monitoring")
@Tag(name = "Monitoring")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({
    Role.SURVEYOR,
    Role.VILLAGE_OFFICER,
    Role.TOWNSHIP_OFFICER,
    Role.COUNTY_OFFICER,
    Role.CITY_OFFICER,
    Role.REGION_OFFICER,
    Role.AUDITOR,
    Role.SUPERVISOR,
    Role.SYSTEM
})
public class MonitoringResource {

    private static final String DIVISION = "\\d{2}|\\d{4}|\\d{6}|\\d{9}|\\d{12}";
    private static final int KEYS = 2;

    private final MonitoringCases cases;
    private final MonitoringSteps steps;
    private final Leads leads;
    private final Judgements judgements;
    private final Watching watching;
    private final CurrentCaller caller;
    private final AuditedLists lists;
    private final Audit audit;

    MonitoringResource(
            MonitoringCases cases,
            MonitoringSteps steps,
            Leads leads,
            Judgements judgements,
            Watching watching,
            CurrentCaller caller,
            AuditedLists lists,
            Audit audit) {
        this.cases = cases;
        this.steps = steps;
        this.leads = leads;
        this.judgements = judgements;
        this.watching = watching;
        this.caller = caller;
        this.lists = lists;
        this.audit = audit;
    }

    /** A slice of cases. */
    @Schema(name = "MonitoringSlice")
    public record MonitoringSlice(
            List<MonitoringView.MonitoringRow> items,
            @Schema(nullable = true) @Nullable String next) {}

    @GET
    @Produces({MediaType.APPLICATION_JSON, Lists.NDJSON, Lists.CSV})
    @Operation(
            operationId = "listMonitoring",
            summary = "Monitored households and those on the way, by class, stage and colour")
    @APIResponse(
            responseCode = "200",
            description = "OK",
            content = @Content(schema = @Schema(implementation = MonitoringSlice.class)))
    public Response list(
            @QueryParam("division") @Pattern(regexp = DIVISION) @Nullable String division,
            @QueryParam("household") @Nullable UUID household,
            @QueryParam("class") @Nullable MonitoringClass monitoringClass,
            @QueryParam("stage") @Nullable Stage stage,
            @QueryParam("colour") @Nullable Colour colour,
            @QueryParam("open") @Nullable Boolean open,
            @BeanParam @Valid PageRequest page,
            @Context HttpHeaders headers) {
        Area area = division == null ? null : Area.ofPrefix(division);
        MonitoringCases.Filter filter =
                new MonitoringCases.Filter(area, household, monitoringClass, stage, colour, open);
        return lists.answer(
                headers,
                page,
                MonitoringView.MonitoringRow.class,
                AuditEntry.listing("monitoring-listed", "monitoring", area),
                (after, limit) -> cases.list(filter, caller.get().subject(), Cursor.parse(after, KEYS), limit)
                        .map(MonitoringView.MonitoringRow::of));
    }

    @GET
    @Path("/{id}")
    @Transactional
    @Operation(operationId = "getMonitoring", summary = "A case with its leads, measures and steps")
    @APIResponse(
            responseCode = "200",
            description = "OK",
            content = @Content(schema = @Schema(implementation = MonitoringView.class)))
    public Response get(@PathParam("id") UUID id) {
        return answer(id);
    }

    @GET
    @Path("/{id}/proof")
    @Transactional
    @Operation(
            operationId = "getMonitoringProof",
            summary = "What the figures said before each decision, with the incomes, months and lines that counted")
    public ProofView proof(@PathParam("id") UUID id) {
        recordReading(cases.get(id, caller.get().subject()));
        return new ProofView(judgements.list(id).stream()
                .map(kept -> ProofView.JudgementView.of(kept, judgements.agrees(kept)))
                .toList());
    }

    @POST
    @Path("/{id}/steps")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Role.VILLAGE_OFFICER, Role.TOWNSHIP_OFFICER, Role.COUNTY_OFFICER})
    @Idempotent
    @Transactional
    @Operation(
            operationId = "takeMonitoringStep",
            summary = "Take the next step; measures are planned and carried out by steps as well")
    @APIResponse(
            responseCode = "200",
            description = "OK",
            content = @Content(schema = @Schema(implementation = MonitoringView.class)))
    public Response take(@PathParam("id") UUID id, @NotNull @Valid MonitoringStepBody body) {
        watching.take(id, body.request());
        return answer(id);
    }

    private Response answer(UUID id) {
        MonitoringCase monitored = cases.get(id, caller.get().subject());
        recordReading(monitored);
        return Revisions.answer(
                new MonitoringView(
                        MonitoringView.MonitoringRow.of(monitored),
                        leads.listOf(id).stream().map(LeadView::of).toList(),
                        cases.listMeasures(id),
                        steps.listOf(id).stream()
                                .map(MonitoringView.StepView::of)
                                .toList()),
                monitored.revision());
    }

    private void recordReading(MonitoringCase monitored) {
        audit.record(AuditEntry.of("monitoring-read", "household", monitored.householdId())
                .in(monitored.villageCode())
                .with("case", monitored.id()));
    }
}
