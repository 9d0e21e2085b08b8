package org.jingzhun.identification.monitoring.web;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
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
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
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
import org.jingzhun.identification.campaign.Objection.State;
import org.jingzhun.identification.division.DivisionCode;
import org.jingzhun.identification.monitoring.MonitoringObjection;
import org.jingzhun.identification.monitoring.MonitoringObjections;
import org.jingzhun.identification.monitoring.Objecting;
import org.jspecify.annotations.Nullable;

/** What people hold against cases of monitoring while their notice is up. */
@Path("/v1/monitoring/objections")
@Tag(name = "Monitoring")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({
    Role.SURVEYOR,
    Role.VILLAGE_OFFICER,
    Role.TOWNSHIP_OFFICER,
    Role.COUNTY_OFFICER,
    Role.CITY_OFFICER,
    Role.REGION_OFFICER,
    Role.SUPERVISOR
})
public class MonitoringObjectionResource {

    private static final String DIVISION = "\\d{2}|\\d{4}|\\d{6}|\\d{9}|\\d{12}";
    private static final int KEYS = 2;

    private final MonitoringObjections objections;
    private final Objecting objecting;
    private final AuditedLists lists;

    MonitoringObjectionResource(MonitoringObjections objections, Objecting objecting, AuditedLists lists) {
        this.objections = objections;
        this.objecting = objecting;
        this.lists = lists;
    }

    /** An objection as it is shown. */
    @Schema(name = "MonitoringObjection")
    public record ObjectionView(
            UUID id,
            UUID caseId,
            String villageCode,
            String raisedBy,
            LocalDate raisedOn,
            String text,
            State state,
            @Nullable String finding,
            List<String> investigators,
            @Nullable String resolvedBy,
            @Nullable Instant resolvedAt) {

        static ObjectionView of(MonitoringObjection objection) {
            return new ObjectionView(
                    objection.id(),
                    objection.caseId(),
                    DivisionCode.text(objection.villageCode()),
                    objection.raisedBy(),
                    objection.raisedOn(),
                    objection.text(),
                    objection.state(),
                    objection.finding(),
                    objection.investigators(),
                    objection.resolvedName(),
                    objection.resolvedAt());
        }
    }

    /** A slice of objections. */
    @Schema(name = "MonitoringObjectionSlice")
    public record ObjectionSlice(
            List<ObjectionView> items,
            @Schema(nullable = true) @Nullable String next) {}

    /** @param raisedBy whoever objects; anybody may */
    @Schema(name = "MonitoringObjectionBody")
    public record ObjectionBody(
            @NotNull UUID caseId,
            @NotBlank @Size(max = 100) String raisedBy,
            @NotBlank @Size(max = 2000) String text) {}

    /** How an objection is decided. */
    @Schema(name = "MonitoringObjectionOutcome")
    public enum Outcome {
        UPHELD,
        REJECTED
    }

    /** @param finding what the investigators found */
    @Schema(name = "MonitoringObjectionResolution")
    public record ResolutionBody(
            @NotNull Outcome outcome,
            @NotBlank @Size(max = 2000) String finding,

            @Schema(description = "Two or more people who neither checked nor appraised nor helped.")
            @NotNull
            @Size(min = MonitoringObjection.FEWEST_INVESTIGATORS, max = MonitoringObjection.MOST_INVESTIGATORS)
            Set<@NotBlank @Size(max = 100) String> investigators) {}

    @GET
    @Produces({MediaType.APPLICATION_JSON, Lists.NDJSON, Lists.CSV})
    @RolesAllowed({
        Role.VILLAGE_OFFICER,
        Role.TOWNSHIP_OFFICER,
        Role.COUNTY_OFFICER,
        Role.CITY_OFFICER,
        Role.REGION_OFFICER,
        Role.AUDITOR,
        Role.SUPERVISOR
    })
    @Operation(operationId = "listMonitoringObjections", summary = "Objections to cases of monitoring by place")
    @APIResponse(
            responseCode = "200",
            description = "OK",
            content = @Content(schema = @Schema(implementation = ObjectionSlice.class)))
    public Response list(
            @QueryParam("case") @Nullable UUID monitoringCase,
            @QueryParam("division") @Pattern(regexp = DIVISION) @Nullable String division,
            @QueryParam("state") @Nullable State state,
            @BeanParam @Valid PageRequest page,
            @Context HttpHeaders headers) {
        MonitoringObjections.Filter filter = new MonitoringObjections.Filter(
                monitoringCase, division == null ? null : Area.ofPrefix(division), state);
        return lists.answer(
                headers,
                page,
                ObjectionView.class,
                AuditEntry.listing("monitoring-objections-listed", "monitoring-objection", filter.division()),
                (after, limit) -> objections
                        .list(filter, Cursor.parse(after, KEYS), limit)
                        .map(ObjectionView::of));
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Idempotent
    @Operation(operationId = "raiseMonitoringObjection", summary = "Take down what somebody holds against a case")
    @APIResponse(
            responseCode = "201",
            description = "Created",
            content = @Content(schema = @Schema(implementation = ObjectionView.class)))
    public Response raise(@NotNull @Valid ObjectionBody body) {
        MonitoringObjection raised = objecting.raise(body.caseId(), body.raisedBy(), body.text());
        return Response.created(URI.create("/v1/monitoring/objections?case=" + raised.caseId()))
                .entity(ObjectionView.of(raised))
                .build();
    }

    @POST
    @Path("/{id}/resolution")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Role.TOWNSHIP_OFFICER, Role.COUNTY_OFFICER})
    @Idempotent
    @Operation(operationId = "resolveMonitoringObjection", summary = "Decide an objection by what other people found")
    public ObjectionView resolve(@PathParam("id") UUID id, @NotNull @Valid ResolutionBody body) {
        return ObjectionView.of(objecting.resolve(
                id, body.outcome() == Outcome.UPHELD, body.finding(), List.copyOf(body.investigators())));
    }
}
