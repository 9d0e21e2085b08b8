package org.jingzhun.identification.screening.web;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jingzhun.chassis.idempotency.Idempotent;
import org.jingzhun.chassis.job.JobView;
import org.jingzhun.chassis.job.Jobs;
import org.jingzhun.identification.access.Role;
import org.jingzhun.identification.screening.Matching;

/** Orders the matching of departments' records with a county's households. */
@Path("/v1/campaigns/{id}/screening")
@Tag(name = "Screening")
@Produces(MediaType.APPLICATION_JSON)
public class ScreeningResource {

    private final Matching matching;
    private final Jobs jobs;

    ScreeningResource(Matching matching, Jobs jobs) {
        this.matching = matching;
        this.jobs = jobs;
    }

    @POST
    @RolesAllowed({Role.COUNTY_OFFICER, Role.CITY_OFFICER, Role.REGION_OFFICER})
    @Idempotent
    @Operation(operationId = "screenCampaign", summary = "Match departments' records with the county's households")
    @APIResponse(
            responseCode = "202",
            description = "Accepted",
            content = @Content(schema = @Schema(implementation = JobView.class)))
    public Response screen(@PathParam("id") UUID id) {
        return jobs.accepted(matching.screenCampaign(id));
    }
}
