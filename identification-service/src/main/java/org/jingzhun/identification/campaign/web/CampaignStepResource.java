package org.jingzhun.identification.campaign.web;

import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jingzhun.chassis.http.Problem;
import org.jingzhun.chassis.http.Problems;
import org.jingzhun.chassis.idempotency.Idempotent;
import org.jingzhun.identification.access.Role;
import org.jingzhun.identification.campaign.Gatekeeping;
import org.jingzhun.identification.division.DivisionCode;

/** Opens a gate in all villages of a township or county where it is next. */
@Path("/v1/campaigns/{id}/steps")
@Tag(name = "Rounds")
@Produces(MediaType.APPLICATION_JSON)
public class CampaignStepResource {

    private final Gatekeeping gatekeeping;

    CampaignStepResource(Gatekeeping gatekeeping) {
        this.gatekeeping = gatekeeping;
    }

    /** A round in which the gate stays closed, with the same code and detail as if it had been tried alone. */
    @Schema(name = "RefusedRound")
    public record RefusedRound(
            UUID roundId,
            @Schema(description = "12 digits.") String village,
            String code,
            String detail) {

        static RefusedRound of(Gatekeeping.Refused refused, RoutingContext exchange) {
            Problem problem = CampaignProblems.problem(refused.refusal());
            return new RefusedRound(
                    refused.roundId(),
                    DivisionCode.text(refused.villageCode()),
                    problem.code(),
                    Problems.detail(problem.code(), problem.args(), exchange));
        }
    }

    /** What came of it. */
    @Schema(name = "CampaignStepTaken")
    public record StepsTaken(
            @Schema(description = "Rounds in which the gate opened.")
            int taken,

            @Schema(description = "Rounds where it is next but stays closed, by village.")
            List<RefusedRound> refused) {}

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Role.TOWNSHIP_OFFICER, Role.COUNTY_OFFICER})
    @Idempotent
    @Operation(
            operationId = "takeCampaignStep",
            summary = "Open a gate of a township or county in every village where it is next; others stay as they are")
    public StepsTaken take(
            @PathParam("id") UUID id, @NotNull @Valid CampaignStepBody body, @Context RoutingContext exchange) {
        Gatekeeping.Opened opened = gatekeeping.takeAll(id, body.request(), body.area());
        return new StepsTaken(
                opened.taken(),
                opened.refused().stream()
                        .map(refused -> RefusedRound.of(refused, exchange))
                        .toList());
    }
}
