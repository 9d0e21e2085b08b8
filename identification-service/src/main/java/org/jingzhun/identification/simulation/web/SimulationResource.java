package org.jingzhun.identification.simulation.web;

import com.fasterxml.jackson.annotation.JsonRawValue;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
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
import org.jingzhun.identification.access.Role;
import org.jingzhun.identification.division.DivisionCode;
import org.jingzhun.identification.simulation.Simulation;
import org.jingzhun.identification.simulation.Simulations;
import org.jingzhun.identification.simulation.Simulations.Movement;
import org.jingzhun.identification.simulation.Simulations.Mover;
import org.jingzhun.identification.simulation.Simulations.VillageOutcome;
import org.jingzhun.identification.simulation.Summary;
import org.jspecify.annotations.Nullable;

/** What simulations found, for callers who see their whole division. */
@Path("/v1/simulations")
@Tag(name = "Simulations")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Role.COUNTY_OFFICER, Role.CITY_OFFICER, Role.REGION_OFFICER, Role.AUDITOR, Role.ADMIN})
public class SimulationResource {

    private final Simulations simulations;
    private final Lists lists;
    private final AuditedLists auditedLists;

    SimulationResource(Simulations simulations, Lists lists, AuditedLists auditedLists) {
        this.simulations = simulations;
        this.lists = lists;
        this.auditedLists = auditedLists;
    }

    /** A simulation as it was ordered, with its result once it has run. */
    @Schema(name = "Simulation")
    public record SimulationView(
            UUID id,
            String version,
            String versionSha256,
            String baseline,
            String baselineSha256,

            @Schema(description = "Absent for everywhere.") @Nullable
            String division,

            @Nullable Integer line,
            @Nullable Long quota,
            @Nullable Integer baselineLine,
            @Nullable Long baselineQuota,
            String orderedBy,
            Instant orderedAt,

            @JsonRawValue @Schema(implementation = Summary.class, description = "Absent until it has run.") @Nullable
            String result) {

        private static SimulationView of(Simulation simulation) {
            Area division = simulation.division();
            return new SimulationView(
                    simulation.id(),
                    simulation.version(),
                    simulation.versionSha256(),
                    simulation.baseline(),
                    simulation.baselineSha256(),
                    division.equals(Area.EVERYWHERE) ? null : DivisionCode.text(division.from()),
                    simulation.line(),
                    simulation.quota(),
                    simulation.baselineLine(),
                    simulation.baselineQuota(),
                    simulation.orderedBy(),
                    simulation.orderedAt(),
                    simulation.result());
        }
    }

    /** A slice of simulations. */
    @Schema(name = "SimulationSlice")
    public record SimulationSlice(
            List<SimulationView> items,
            @Schema(nullable = true) @Nullable String next) {}

    /** A slice of villages. */
    @Schema(name = "VillageOutcomeSlice")
    public record VillageSlice(
            List<VillageOutcome> items,
            @Schema(nullable = true) @Nullable String next) {}

    /** A slice of households that move. */
    @Schema(name = "MoverSlice")
    public record MoverSlice(
            List<Mover> items,
            @Schema(nullable = true) @Nullable String next) {}

    @GET
    @Produces({MediaType.APPLICATION_JSON, Lists.NDJSON, Lists.CSV})
    @Operation(operationId = "listSimulations", summary = "Simulations of the last month, the youngest first")
    @APIResponse(
            responseCode = "200",
            description = "OK",
            content = @Content(schema = @Schema(implementation = SimulationSlice.class)))
    public Response list(@BeanParam @Valid PageRequest page, @Context HttpHeaders headers) {
        return lists.answer(headers, page, SimulationView.class, (after, limit) -> simulations
                .list(Cursor.parse(after, 1), limit)
                .map(SimulationView::of));
    }

    @GET
    @Path("/{id}")
    @Transactional
    @Operation(operationId = "getSimulation", summary = "A simulation with its lines, counts and histogram")
    public SimulationView get(@PathParam("id") UUID id) {
        return SimulationView.of(simulations.get(id));
    }

    @GET
    @Path("/{id}/villages")
    @Produces({MediaType.APPLICATION_JSON, Lists.NDJSON, Lists.CSV})
    @Operation(operationId = "listSimulatedVillages", summary = "Who moves in and out, by village")
    @APIResponse(
            responseCode = "200",
            description = "OK",
            content = @Content(schema = @Schema(implementation = VillageSlice.class)))
    public Response villages(
            @PathParam("id") UUID id,
            @QueryParam("division") @Pattern(regexp = "\\d{2}|\\d{4}|\\d{6}|\\d{9}|\\d{12}") @Nullable String division,
            @BeanParam @Valid PageRequest page,
            @Context HttpHeaders headers) {
        return lists.answer(headers, page, VillageOutcome.class, (after, limit) -> {
            Simulation simulation = simulations.get(id);
            return simulations.listVillages(
                    simulation.id(), within(simulation, division), Cursor.parse(after, 1), limit);
        });
    }

    @GET
    @Path("/{id}/movers")
    @Produces({MediaType.APPLICATION_JSON, Lists.NDJSON, Lists.CSV})
    @RolesAllowed({Role.COUNTY_OFFICER, Role.CITY_OFFICER, Role.REGION_OFFICER, Role.AUDITOR})
    @Operation(operationId = "listSimulatedMovers", summary = "The households that would move, by village")
    @APIResponse(
            responseCode = "200",
            description = "OK",
            content = @Content(schema = @Schema(implementation = MoverSlice.class)))
    public Response movers(
            @PathParam("id") UUID id,
            @QueryParam("moves") @Nullable Movement moves,
            @QueryParam("division") @Pattern(regexp = "\\d{2}|\\d{4}|\\d{6}|\\d{9}|\\d{12}") @Nullable String division,
            @BeanParam @Valid PageRequest page,
            @Context HttpHeaders headers) {
        return auditedLists.answer(
                headers,
                page,
                Mover.class,
                AuditEntry.of("simulation-movers-read", "simulation", id),
                (after, limit) -> {
                    Simulation simulation = simulations.get(id);
                    return simulations.listMovers(
                            simulation.id(), within(simulation, division), moves, Cursor.parse(after, 2), limit);
                });
    }

    private static Area within(Simulation simulation, @Nullable String division) {
        return division == null ? simulation.division() : Area.ofPrefix(division);
    }
}
