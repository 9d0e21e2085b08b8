package org.jingzhun.identification.monitoring.web;

import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jingzhun.chassis.audit.AuditEntry;
import org.jingzhun.chassis.audit.AuditedLists;
import org.jingzhun.chassis.caller.Area;
import org.jingzhun.chassis.http.Cursor;
import org.jingzhun.chassis.http.Lists;
import org.jingzhun.chassis.http.PageRequest;
import org.jingzhun.chassis.idempotency.Idempotent;
import org.jingzhun.identification.access.Role;
import org.jingzhun.identification.monitoring.LeadSource;
import org.jingzhun.identification.monitoring.Leads;
import org.jingzhun.identification.monitoring.NewLead;
import org.jingzhun.identification.monitoring.RaisedLead;
import org.jingzhun.identification.monitoring.Raising;
import org.jingzhun.identification.monitoring.Risk;
import org.jspecify.annotations.Nullable;

/** What points to a risk. People tell it here; visits, departments and incomes make leads by themselves. */
@Path("/v1/monitoring/leads")
@Tag(name = "Monitoring")
@Produces(MediaType.APPLICATION_JSON)
public class LeadResource {

    private static final int KEYS = 2;

    private final Leads leads;
    private final Raising raising;
    private final AuditedLists lists;

    LeadResource(Leads leads, Raising raising, AuditedLists lists) {
        this.leads = leads;
        this.raising = raising;
        this.lists = lists;
    }

    /** A lead that somebody tells. */
    @Schema(name = "MonitoringLeadBody")
    public record LeadBody(
            @Schema(description = "On the register or not.") @NotNull
            UUID householdId,

            @Schema(description = "SELF_REPORT for the household itself, SURVEY for a cadre who looked.") @NotNull
            LeadSource source,

            @NotNull Risk risk,
            @NotBlank @Size(max = 100) String toldBy,

            @Schema(description = "Absent for today.") @Nullable
            LocalDate toldOn,

            @Size(min = 1, max = 1000) @Nullable String remark) {

        @AssertTrue(message = "{lead-of-people}")
        @Schema(hidden = true)
        boolean isToldByPeople() {
            return source == null || source == LeadSource.SELF_REPORT || source == LeadSource.SURVEY;
        }
    }

    /** A slice of leads. */
    @Schema(name = "MonitoringLeadSlice")
    public record LeadSlice(
            List<LeadView> items,
            @Schema(nullable = true) @Nullable String next) {}

    @GET
    @Produces({MediaType.APPLICATION_JSON, Lists.NDJSON, Lists.CSV})
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
    @Operation(operationId = "listMonitoringLeads", summary = "Leads by village, household and source")
    @APIResponse(
            responseCode = "200",
            description = "OK",
            content = @Content(schema = @Schema(implementation = LeadSlice.class)))
    public Response list(
            @QueryParam("division") @Pattern(regexp = "\\d{2}|\\d{4}|\\d{6}|\\d{9}|\\d{12}") @Nullable String division,
            @QueryParam("household") @Nullable UUID household,
            @QueryParam("source") @Nullable LeadSource source,
            @BeanParam @Valid PageRequest page,
            @Context HttpHeaders headers) {
        Area area = division == null ? null : Area.ofPrefix(division);
        Leads.Filter filter = new Leads.Filter(area, household, source);
        return lists.answer(
                headers,
                page,
                LeadView.class,
                AuditEntry.listing("monitoring-leads-listed", "monitoring", area),
                (after, limit) ->
                        leads.list(filter, Cursor.parse(after, KEYS), limit).map(LeadView::of));
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Role.SURVEYOR, Role.VILLAGE_OFFICER, Role.TOWNSHIP_OFFICER, Role.COUNTY_OFFICER, Role.SYSTEM})
    @Idempotent
    @Transactional
    @Operation(
            operationId = "raiseMonitoringLead",
            summary = "Take down what somebody tells; it joins the household's open case or opens one")
    @APIResponse(
            responseCode = "201",
            description = "Created; Location is the case.",
            content = @Content(schema = @Schema(implementation = LeadView.class)))
    public Response raise(@NotNull @Valid LeadBody body) {
        RaisedLead raised = raising.raise(new NewLead(
                body.householdId(),
                body.source(),
                UUID.randomUUID().toString(),
                body.risk(),
                body.toldBy(),
                body.toldOn(),
                body.remark(),
                null,
                null));
        return Response.created(URI.create("/v1/monitoring/" + raised.caseId()))
                .entity(LeadView.of(leads.get(raised.leadId())))
                .build();
    }
}
