package org.jingzhun.identification.exit.web;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
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
import org.jingzhun.chassis.caller.Area;
import org.jingzhun.chassis.http.Lists;
import org.jingzhun.chassis.http.PageRequest;
import org.jingzhun.chassis.idempotency.Idempotent;
import org.jingzhun.identification.access.Role;
import org.jingzhun.identification.exit.Step;
import org.jingzhun.identification.exit.Stepping;
import org.jingzhun.identification.exit.Subject;
import org.jingzhun.identification.exit.web.ExitStepBody.Mass;
import org.jspecify.annotations.Nullable;

/** Exits of households in the caller's area. */
@Path("/v1/exits")
@Tag(name = "Exits")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({
    Role.VILLAGE_OFFICER,
    Role.TOWNSHIP_OFFICER,
    Role.COUNTY_OFFICER,
    Role.CITY_OFFICER,
    Role.REGION_OFFICER,
    Role.AUDITOR,
    Role.SUPERVISOR,
    Role.SYSTEM
})
public class ExitResource {

    private final Desk desk;
    private final Stepping stepping;

    ExitResource(Desk desk, Stepping stepping) {
        this.desk = desk;
        this.stepping = stepping;
    }

    /** The wish to plan an exit. */
    @Schema(name = "ExitBody")
    public record PlanBody(
            @NotNull UUID householdId,
            @NotNull @Min(2014) @Max(2100) Integer year,

            @Schema(description = "Version; absent for the one in force.") @Size(max = 40) @Nullable
            String standard) {}

    @GET
    @Produces({MediaType.APPLICATION_JSON, Lists.NDJSON, Lists.CSV})
    @Operation(operationId = "listExits", summary = "Exits of households by place")
    @APIResponse(
            responseCode = "200",
            description = "OK",
            content = @Content(schema = @Schema(implementation = ExitView.ExitSlice.class)))
    public Response list(
            @BeanParam @Valid ExitQuery query, @BeanParam @Valid PageRequest page, @Context HttpHeaders headers) {
        return desk.list(Subject.HOUSEHOLD, query, page, headers);
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Role.VILLAGE_OFFICER, Role.TOWNSHIP_OFFICER, Role.COUNTY_OFFICER})
    @Idempotent
    @Operation(operationId = "planExit", summary = "Put a household on the exit plan of a year")
    @APIResponse(
            responseCode = "201",
            description = "Created",
            content = @Content(schema = @Schema(implementation = ExitView.class)))
    public Response plan(@NotNull @Valid PlanBody body) {
        return desk.planHousehold(body.householdId(), body.year(), body.standard());
    }

    @GET
    @Path("/{id}")
    @Operation(operationId = "getExit", summary = "An exit with its steps and findings, and what it lacks")
    @APIResponse(
            responseCode = "200",
            description = "OK",
            content = @Content(schema = @Schema(implementation = ExitView.class)))
    public Response get(@PathParam("id") UUID id) {
        return desk.get(Subject.HOUSEHOLD, id);
    }

    @PUT
    @Path("/{id}/findings")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Role.TOWNSHIP_OFFICER, Role.COUNTY_OFFICER})
    @Operation(operationId = "recordExitFindings", summary = "Say what a check found of each criterion, with evidence")
    @APIResponse(
            responseCode = "200",
            description = "OK",
            content = @Content(schema = @Schema(implementation = ExitView.class)))
    public Response record(@PathParam("id") UUID id, @NotNull @Valid FindingsBody body) {
        return desk.record(Subject.HOUSEHOLD, id, body);
    }

    @POST
    @Path("/{id}/steps")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Role.VILLAGE_OFFICER, Role.TOWNSHIP_OFFICER, Role.COUNTY_OFFICER})
    @Idempotent
    @Operation(operationId = "takeExitStep", summary = "Take the next step; with the last one the household is out")
    @APIResponse(
            responseCode = "200",
            description = "OK",
            content = @Content(schema = @Schema(implementation = ExitView.class)))
    public Response take(@PathParam("id") UUID id, @NotNull @Valid ExitStepBody body) {
        return desk.take(Subject.HOUSEHOLD, id, body);
    }

    /** What came of a step of many. */
    @Schema(name = "ExitMassStep")
    public record MassView(
            Step step,

            @Schema(description = "Exits that took it.") int taken,

            List<RefusedView> refused) {}

    /** Exits that were not ready. */
    @Schema(name = "ExitMassRefusal")
    public record RefusedView(
            @Schema(description = "Code of the problem that each of them would have met.")
            String code,

            int exits,

            @Schema(description = "Some of them.") List<UUID> examples) {

        static RefusedView of(Stepping.Refused refused) {
            return new RefusedView(ExitProblems.problem(refused.refusal()).code(), refused.exits(), refused.examples());
        }
    }

    @POST
    @Path("/steps")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Role.VILLAGE_OFFICER, Role.TOWNSHIP_OFFICER, Role.COUNTY_OFFICER})
    @Idempotent
    @Operation(
            operationId = "takeExitSteps",
            summary =
                    "Take a step of every household of a division and year that is ready; the others stay and are named")
    @APIResponse(
            responseCode = "200",
            description = "OK",
            content = @Content(schema = @Schema(implementation = MassView.class)))
    public Response takeAll(@NotNull @Valid Mass body) {
        Stepping.Mass mass = stepping.takeAll(
                Area.ofPrefix(body.division()), body.year(), body.request().toRequest());
        return Response.ok(new MassView(
                        mass.step(),
                        mass.taken(),
                        mass.refused().stream().map(RefusedView::of).toList()))
                .build();
    }
}
