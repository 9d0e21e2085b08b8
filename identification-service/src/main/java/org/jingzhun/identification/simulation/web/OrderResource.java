package org.jingzhun.identification.simulation.web;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jingzhun.chassis.caller.Area;
import org.jingzhun.chassis.idempotency.Idempotent;
import org.jingzhun.chassis.job.JobView;
import org.jingzhun.chassis.job.Jobs;
import org.jingzhun.identification.access.Role;
import org.jingzhun.identification.simulation.Order;
import org.jingzhun.identification.simulation.Simulating;
import org.jspecify.annotations.Nullable;

/** Orders what-if simulations. */
@Path("/v1/scorecards/{version}/simulations")
@Tag(name = "Simulations")
@Produces(MediaType.APPLICATION_JSON)
public class OrderResource {

    private static final long LARGEST_QUOTA = 100_000_000;

    private final Simulating simulating;
    private final Jobs jobs;

    OrderResource(Simulating simulating, Jobs jobs) {
        this.simulating = simulating;
        this.jobs = jobs;
    }

    /** What to simulate: of line and quota one; of those of the baseline one or, for the same, none. */
    @Schema(name = "SimulationBody")
    public record OrderBody(
            @Schema(description = "The scorecard that is compared with; may be the same, with another line or quota.")
            @NotNull
            @Size(max = 40)
            String baseline,

            @NotNull @Pattern(regexp = "\\d{2}|\\d{4}|\\d{6}|\\d{9}|\\d{12}")
            String division,

            @Schema(description = "The last score within.") @Min(0) @Max(10_000) @Nullable
            Integer line,

            @Schema(description = "Persons that may be found poor in the whole division.")
            @Min(1)
            @Max(LARGEST_QUOTA)
            @Nullable
            Long quota,

            @Min(0) @Max(10_000) @Nullable Integer baselineLine,
            @Min(1) @Max(LARGEST_QUOTA) @Nullable Long baselineQuota) {}

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Role.COUNTY_OFFICER, Role.CITY_OFFICER, Role.REGION_OFFICER, Role.ADMIN})
    @Idempotent
    @Operation(
            operationId = "simulateScorecard",
            summary = "Score everybody in a division by two scorecards, without deciding anything")
    @APIResponse(
            responseCode = "202",
            description = "Accepted; the id of the job is that of the simulation.",
            content = @Content(schema = @Schema(implementation = JobView.class)))
    public Response simulate(@PathParam("version") @Size(max = 40) String version, @NotNull @Valid OrderBody body) {
        return jobs.accepted(simulating.order(new Order(
                version,
                body.baseline(),
                Area.ofPrefix(body.division()),
                body.line(),
                body.quota(),
                body.baselineLine(),
                body.baselineQuota())));
    }
}
