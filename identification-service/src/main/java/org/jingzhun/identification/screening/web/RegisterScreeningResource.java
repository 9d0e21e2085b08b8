package org.jingzhun.identification.screening.web;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jingzhun.chassis.idempotency.Idempotent;
import org.jingzhun.chassis.job.JobView;
import org.jingzhun.chassis.job.Jobs;
import org.jingzhun.identification.access.Role;
import org.jingzhun.identification.division.DivisionCode;
import org.jingzhun.identification.screening.Matching;

/** Orders the check of who is on the register wrongly. */
@Path("/v1/register-screenings")
@Tag(name = "Screening")
@Produces(MediaType.APPLICATION_JSON)
public class RegisterScreeningResource {

    private final Matching matching;
    private final Jobs jobs;

    RegisterScreeningResource(Matching matching, Jobs jobs) {
        this.matching = matching;
        this.jobs = jobs;
    }

    /** The register of a county, by a list of vetoes. */
    @Schema(name = "RegisterScreeningBody")
    public record RegisterScreeningBody(
            @NotNull @Pattern(regexp = DivisionCode.PATTERN) String county,
            @NotNull @Pattern(regexp = "[A-Z0-9-]{3,40}") String vetoList) {}

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Role.COUNTY_OFFICER, Role.CITY_OFFICER, Role.REGION_OFFICER})
    @Idempotent
    @Operation(
            operationId = "screenRegister",
            summary = "Match departments' records with who is on a county's register; facts after the registration"
                    + " are only noted")
    @APIResponse(
            responseCode = "202",
            description = "Accepted",
            content = @Content(schema = @Schema(implementation = JobView.class)))
    public Response screen(@NotNull @Valid RegisterScreeningBody body) {
        return jobs.accepted(matching.screenRegister(DivisionCode.parse(body.county()), body.vetoList()));
    }
}
