package org.jingzhun.identification.exit.web;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
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
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jingzhun.chassis.http.Lists;
import org.jingzhun.chassis.http.PageRequest;
import org.jingzhun.chassis.idempotency.Idempotent;
import org.jingzhun.identification.access.Role;
import org.jingzhun.identification.exit.Subject;

/** Exits of villages in the caller's area. */
@Path("/v1/village-exits")
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
public class VillageExitResource {

    private final Desk desk;

    VillageExitResource(Desk desk) {
        this.desk = desk;
    }

    @GET
    @Produces({MediaType.APPLICATION_JSON, Lists.NDJSON, Lists.CSV})
    @Operation(operationId = "listVillageExits", summary = "Exits of villages by place")
    @APIResponse(
            responseCode = "200",
            description = "OK",
            content = @Content(schema = @Schema(implementation = ExitView.ExitSlice.class)))
    public Response list(
            @BeanParam @Valid ExitQuery query, @BeanParam @Valid PageRequest page, @Context HttpHeaders headers) {
        return desk.list(Subject.VILLAGE, query, page, headers);
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Role.COUNTY_OFFICER, Role.TOWNSHIP_OFFICER})
    @Idempotent
    @Operation(operationId = "planVillageExit", summary = "Put a village on the exit plan of a year")
    @APIResponse(
            responseCode = "201",
            description = "Created",
            content = @Content(schema = @Schema(implementation = ExitView.class)))
    public Response plan(@NotNull @Valid PlacePlanBody body) {
        return desk.planPlace(Subject.VILLAGE, "/v1/village-exits/", body);
    }

    @GET
    @Path("/{id}")
    @Operation(operationId = "getVillageExit", summary = "An exit with its steps and findings, and what it lacks")
    @APIResponse(
            responseCode = "200",
            description = "OK",
            content = @Content(schema = @Schema(implementation = ExitView.class)))
    public Response get(@PathParam("id") UUID id) {
        return desk.get(Subject.VILLAGE, id);
    }

    @PUT
    @Path("/{id}/findings")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Role.COUNTY_OFFICER})
    @Operation(
            operationId = "recordVillageExitFindings",
            summary = "Say what a check found of each criterion, with evidence")
    @APIResponse(
            responseCode = "200",
            description = "OK",
            content = @Content(schema = @Schema(implementation = ExitView.class)))
    public Response record(@PathParam("id") UUID id, @NotNull @Valid FindingsBody body) {
        return desk.record(Subject.VILLAGE, id, body);
    }

    @POST
    @Path("/{id}/steps")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Role.VILLAGE_OFFICER, Role.TOWNSHIP_OFFICER, Role.COUNTY_OFFICER, Role.CITY_OFFICER})
    @Idempotent
    @Operation(
            operationId = "takeVillageExitStep",
            summary = "Take the next step; with the last one the village is out")
    @APIResponse(
            responseCode = "200",
            description = "OK",
            content = @Content(schema = @Schema(implementation = ExitView.class)))
    public Response take(@PathParam("id") UUID id, @NotNull @Valid ExitStepBody body) {
        return desk.take(Subject.VILLAGE, id, body);
    }
}
