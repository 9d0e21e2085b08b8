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
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jingzhun.chassis.caller.Area;
import org.jingzhun.chassis.http.Lists;
import org.jingzhun.chassis.http.PageRequest;
import org.jingzhun.chassis.idempotency.Idempotent;
import org.jingzhun.identification.access.Role;
import org.jingzhun.identification.monitoring.Objecting;
import org.jingzhun.identification.objection.Objected;
import org.jingzhun.identification.objection.Objection.Verdict;
import org.jingzhun.identification.objection.ObjectionState;
import org.jingzhun.identification.objection.Objections;
import org.jingzhun.identification.objection.web.ObjectionAnswers;
import org.jingzhun.identification.objection.web.ObjectionBody;
import org.jingzhun.identification.objection.web.ObjectionView;
import org.jingzhun.identification.objection.web.Outcome;
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

    private final Objecting objecting;
    private final ObjectionAnswers answers;

    MonitoringObjectionResource(Objecting objecting, ObjectionAnswers answers) {
        this.objecting = objecting;
        this.answers = answers;
    }

    /** @param finding what the investigators found */
    @Schema(name = "MonitoringObjectionResolution")
    public record ResolutionBody(
            @NotNull Outcome outcome,
            @NotBlank @Size(max = 2000) String finding,

            @Schema(description = "Two or more people who neither checked nor appraised nor helped.")
            @NotNull
            @Size(min = Verdict.FEWEST_INVESTIGATORS, max = Verdict.MOST_INVESTIGATORS)
            Set<@NotBlank @Size(max = 100) String> investigators) {

        private Verdict verdict() {
            return new Verdict(outcome == Outcome.UPHELD, finding, List.copyOf(investigators));
        }
    }

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
            content = @Content(schema = @Schema(implementation = ObjectionView.ObjectionSlice.class)))
    public Response list(
            @QueryParam("case") @Nullable UUID monitoringCase,
            @QueryParam("division") @Pattern(regexp = DIVISION) @Nullable String division,
            @QueryParam("state") @Nullable ObjectionState state,
            @BeanParam @Valid PageRequest page,
            @Context HttpHeaders headers) {
        Area area = division == null ? null : Area.ofPrefix(division);
        return answers.list(
                headers,
                page,
                new Objections.Filter(Objected.MONITORING, monitoringCase, area, state),
                "monitoring-objection");
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
        return answers.raised(
                objecting.raise(body.caseId(), body.raisedBy(), body.text()), "/v1/monitoring/objections?case=");
    }

    @POST
    @Path("/{id}/resolution")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Role.TOWNSHIP_OFFICER, Role.COUNTY_OFFICER})
    @Idempotent
    @Operation(operationId = "resolveMonitoringObjection", summary = "Decide an objection by what other people found")
    public ObjectionView resolve(@PathParam("id") UUID id, @NotNull @Valid ResolutionBody body) {
        return ObjectionView.of(objecting.resolve(id, body.verdict()));
    }
}
