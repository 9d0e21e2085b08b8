package org.jingzhun.identification.exit.web;

import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
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
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jingzhun.chassis.caller.Area;
import org.jingzhun.chassis.http.Lists;
import org.jingzhun.chassis.http.PageRequest;
import org.jingzhun.chassis.idempotency.Idempotent;
import org.jingzhun.identification.access.Role;
import org.jingzhun.identification.division.DivisionCode;
import org.jingzhun.identification.exit.Exits;
import org.jingzhun.identification.exit.Subject;

/** Exits of counties in the caller's area. */
@Path("/v1/county-exits")
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
public class CountyExitResource {

    private final Desk desk;
    private final Exits exits;

    CountyExitResource(Desk desk, Exits exits) {
        this.desk = desk;
        this.exits = exits;
    }

    @GET
    @Produces({MediaType.APPLICATION_JSON, Lists.NDJSON, Lists.CSV})
    @Operation(operationId = "listCountyExits", summary = "Exits of counties by place")
    @APIResponse(
            responseCode = "200",
            description = "OK",
            content = @Content(schema = @Schema(implementation = ExitView.ExitSlice.class)))
    public Response list(
            @BeanParam @Valid ExitQuery query, @BeanParam @Valid PageRequest page, @Context HttpHeaders headers) {
        return desk.list(Subject.COUNTY, query, page, headers);
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Role.COUNTY_OFFICER})
    @Idempotent
    @Operation(operationId = "planCountyExit", summary = "Put a county on the exit plan of a year")
    @APIResponse(
            responseCode = "201",
            description = "Created",
            content = @Content(schema = @Schema(implementation = ExitView.class)))
    public Response plan(@NotNull @Valid PlacePlanBody body) {
        return desk.planPlace(Subject.COUNTY, "/v1/county-exits/", body);
    }

    @GET
    @Path("/{id}")
    @Operation(operationId = "getCountyExit", summary = "An exit with its steps and findings, and what it lacks")
    @APIResponse(
            responseCode = "200",
            description = "OK",
            content = @Content(schema = @Schema(implementation = ExitView.class)))
    public Response get(@PathParam("id") UUID id) {
        return desk.get(Subject.COUNTY, id);
    }

    @PUT
    @Path("/{id}/findings")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Role.CITY_OFFICER, Role.REGION_OFFICER})
    @Operation(
            operationId = "recordCountyExitFindings",
            summary = "Say what a check found of each criterion, with evidence")
    @APIResponse(
            responseCode = "200",
            description = "OK",
            content = @Content(schema = @Schema(implementation = ExitView.class)))
    public Response record(@PathParam("id") UUID id, @NotNull @Valid FindingsBody body) {
        return desk.record(Subject.COUNTY, id, body);
    }

    @PUT
    @Path("/{id}/evaluation")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Role.SUPERVISOR)
    @Operation(
            operationId = "recordCountyExitEvaluation",
            summary =
                    "Say what the special evaluation found: before the approval, or later of a county that was sampled")
    @APIResponse(
            responseCode = "200",
            description = "OK",
            content = @Content(schema = @Schema(implementation = ExitView.class)))
    public Response evaluate(@PathParam("id") UUID id, @NotNull @Valid EvaluationBody body) {
        return desk.evaluate(Subject.COUNTY, id, body);
    }

    /** Counties to be looked at again. */
    @Schema(name = "CountyExitSample")
    public record SampleView(String seed, int percent, List<String> counties) {}

    @GET
    @Path("/sample")
    @RolesAllowed({Role.REGION_OFFICER, Role.SUPERVISOR, Role.AUDITOR})
    @Transactional
    @Operation(
            operationId = "drawCountyExits",
            summary =
                    "Draw of the counties that left in a year some to be looked at again; the seed always draws the same")
    public SampleView draw(
            @QueryParam("division") @NotNull @Pattern(regexp = ExitQuery.DIVISION) String division,
            @QueryParam("year") @NotNull @Min(2014) @Max(2100) Integer year,
            @Parameter(description = "20 is what the State took from 2018 on.")
                    @QueryParam("percent")
                    @DefaultValue("20")
                    @Min(1)
                    @Max(100)
                    int percent,
            @QueryParam("seed") @NotBlank @Size(max = 100) String seed) {
        List<Long> drawn = exits.drawCounties(Area.ofPrefix(division), year, percent, seed);
        return new SampleView(
                seed, percent, drawn.stream().map(DivisionCode::text).toList());
    }

    @POST
    @Path("/{id}/steps")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Role.COUNTY_OFFICER, Role.CITY_OFFICER, Role.REGION_OFFICER})
    @Idempotent
    @Operation(operationId = "takeCountyExitStep", summary = "Take the next step; with the last one the county is out")
    @APIResponse(
            responseCode = "200",
            description = "OK",
            content = @Content(schema = @Schema(implementation = ExitView.class)))
    public Response take(@PathParam("id") UUID id, @NotNull @Valid ExitStepBody body) {
        return desk.take(Subject.COUNTY, id, body);
    }
}
