package org.jingzhun.identification.transition.web;

import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
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
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jingzhun.chassis.caller.CurrentCaller;
import org.jingzhun.chassis.http.Revisions;
import org.jingzhun.chassis.idempotency.Idempotent;
import org.jingzhun.identification.access.Role;
import org.jingzhun.identification.transition.Deciding;
import org.jingzhun.identification.transition.Kind;
import org.jingzhun.identification.transition.TransitionCase;
import org.jingzhun.identification.transition.Transitions;
import org.jspecify.annotations.Nullable;

/** Return, roll-back and removal of the households in the caller's area. */
@Path("/v1/register/{householdId}/transitions")
@Tag(name = "Register")
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
public class TransitionResource {

    private final Transitions transitions;
    private final Deciding deciding;
    private final CurrentCaller caller;

    TransitionResource(Transitions transitions, Deciding deciding, CurrentCaller caller) {
        this.transitions = transitions;
        this.deciding = deciding;
        this.caller = caller;
    }

    /** The proposal of a transition. */
    @Schema(name = "RegisterTransitionBody")
    public record ProposalBody(
            @NotNull Kind kind,

            @Schema(description = "For which it holds; absent for this year.") @Min(2014) @Max(2100) @Nullable
            Integer year,

            @NotBlank @Size(max = 1000) String reason,

            @Schema(description = "References of photos and documents.") @NotNull @Size(max = 20)
            List<@NotBlank @Size(max = 200) String> evidence) {}

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Role.VILLAGE_OFFICER, Role.TOWNSHIP_OFFICER, Role.COUNTY_OFFICER})
    @Idempotent
    @Transactional
    @Operation(
            operationId = "proposeTransition",
            summary = "Propose that a household fell back, or that a decision was wrong")
    @APIResponse(
            responseCode = "201",
            description = "Created",
            content = @Content(schema = @Schema(implementation = TransitionView.class)))
    public Response propose(@PathParam("householdId") UUID household, @NotNull @Valid ProposalBody body) {
        UUID id = deciding.propose(household, body.kind(), body.year(), body.reason(), body.evidence());
        return answer(Response.created(URI.create("/v1/register/" + household + "/transitions/" + id)), household, id);
    }

    @GET
    @Path("/{id}")
    @Transactional
    @Operation(operationId = "getTransition", summary = "A transition with its gates")
    @APIResponse(
            responseCode = "200",
            description = "OK",
            content = @Content(schema = @Schema(implementation = TransitionView.class)))
    public Response get(@PathParam("householdId") UUID household, @PathParam("id") UUID id) {
        return answer(Response.ok(), household, id);
    }

    @POST
    @Path("/{id}/steps")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Role.VILLAGE_OFFICER, Role.TOWNSHIP_OFFICER, Role.COUNTY_OFFICER, Role.CITY_OFFICER})
    @Idempotent
    @Transactional
    @Operation(
            operationId = "takeTransitionStep",
            summary = "Open the next gate; with the last one the register changes")
    @APIResponse(
            responseCode = "200",
            description = "OK",
            content = @Content(schema = @Schema(implementation = TransitionView.class)))
    public Response take(
            @PathParam("householdId") UUID household, @PathParam("id") UUID id, @NotNull @Valid GateBody body) {
        deciding.open(household, id, body.request());
        return answer(Response.ok(), household, id);
    }

    private Response answer(Response.ResponseBuilder response, UUID household, UUID id) {
        TransitionCase transition = transitions.get(household, id, caller.get().subject());
        return response.entity(new TransitionView(
                        TransitionView.TransitionRow.of(transition),
                        transitions.listSteps(id).stream()
                                .map(TransitionView.StepView::of)
                                .toList()))
                .tag(Revisions.tag(transition.revision()))
                .build();
    }
}
