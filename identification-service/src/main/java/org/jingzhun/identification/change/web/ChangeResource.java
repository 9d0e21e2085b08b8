package org.jingzhun.identification.change.web;

import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jingzhun.chassis.http.Revisions;
import org.jingzhun.chassis.idempotency.Idempotent;
import org.jingzhun.identification.access.Role;
import org.jingzhun.identification.change.Changing;
import org.jingzhun.identification.change.Step;
import org.jspecify.annotations.Nullable;

/** Natural changes of the households in the caller's area. */
@Path("/v1/households/{id}/changes")
@Tag(name = "Households")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({
    Role.SURVEYOR,
    Role.VILLAGE_OFFICER,
    Role.TOWNSHIP_OFFICER,
    Role.COUNTY_OFFICER,
    Role.CITY_OFFICER,
    Role.REGION_OFFICER,
    Role.AUDITOR,
    Role.SUPERVISOR
})
public class ChangeResource {

    private final Changing changing;

    ChangeResource(Changing changing) {
        this.changing = changing;
    }

    /** The wish to take a step. */
    @Schema(name = "HouseholdChangeStepBody")
    public record StepBody(
            @NotNull Step step,
            @Size(min = 1, max = 1000) @Nullable String remark) {}

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Role.SURVEYOR, Role.VILLAGE_OFFICER, Role.TOWNSHIP_OFFICER, Role.COUNTY_OFFICER})
    @Idempotent
    @Transactional
    @Operation(
            operationId = "requestChange",
            summary = "Take down a birth, death, marriage, move, split, merger or correction")
    @APIResponse(
            responseCode = "201",
            description = "Created",
            content = @Content(schema = @Schema(implementation = ChangeView.class)))
    public Response request(@PathParam("id") UUID household, @NotNull @Valid ChangeBody body) {
        UUID id = changing.request(household, body.request());
        return answer(Response.created(URI.create("/v1/households/" + household + "/changes/" + id)), household, id);
    }

    @GET
    @Path("/{changeId}")
    @Transactional
    @Operation(operationId = "getChange", summary = "A change of a household")
    @APIResponse(
            responseCode = "200",
            description = "OK",
            content = @Content(schema = @Schema(implementation = ChangeView.class)))
    public Response get(@PathParam("id") UUID household, @PathParam("changeId") UUID id) {
        return answer(Response.ok(), household, id);
    }

    @POST
    @Path("/{changeId}/steps")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Role.TOWNSHIP_OFFICER, Role.COUNTY_OFFICER})
    @Idempotent
    @Transactional
    @Operation(operationId = "takeChangeStep", summary = "Review, apply or reject a change")
    @APIResponse(
            responseCode = "200",
            description = "OK",
            content = @Content(schema = @Schema(implementation = ChangeView.class)))
    public Response take(
            @PathParam("id") UUID household, @PathParam("changeId") UUID id, @NotNull @Valid StepBody body) {
        changing.take(household, id, new Changing.StepRequest(body.step(), body.remark()));
        return answer(Response.ok(), household, id);
    }

    private Response answer(Response.ResponseBuilder response, UUID household, UUID id) {
        Changing.Read read = changing.read(household, id);
        return response.entity(ChangeView.of(read))
                .tag(Revisions.tag(read.change().revision()))
                .build();
    }
}
