package org.jingzhun.funding.riskpool.web;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jingzhun.chassis.http.Revisions;
import org.jingzhun.chassis.idempotency.Idempotent;
import org.jingzhun.funding.claim.web.ClaimStepRequest;
import org.jingzhun.funding.ledger.money.Money;
import org.jingzhun.funding.ledger.web.PositiveMoney;
import org.jingzhun.funding.riskpool.Compensating;
import org.jingzhun.funding.riskpool.PoolClaim;
import org.jingzhun.funding.riskpool.PoolClaims;
import org.jingzhun.funding.riskpool.Recovery;
import org.jspecify.annotations.Nullable;

/** Single claims against pools (代偿) and what is got back (追偿). */
@Path("/v1/pool-claims")
@Tag(name = "Risk pools")
@RolesAllowed({"finance-officer", "county-officer", "city-officer", "region-officer", "auditor", "system"})
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
public class PoolClaimResource {

    private final Compensating compensating;
    private final PoolClaims claims;

    PoolClaimResource(Compensating compensating, PoolClaims claims) {
        this.compensating = compensating;
        this.claims = claims;
    }

    /** What is got back. */
    @Schema(name = "RecoveryRequest")
    record RecoveryRequest(
            @NotNull @PositiveMoney Money amount,
            @NotNull LocalDate receivedOn,

            @NotBlank @Size(max = 100) @Schema(description = "The bank's, once for each claim.")
            String reference) {}

    /** A recovery as seen from outside. */
    @Schema(name = "Recovery")
    record RecoveryView(
            UUID id,
            Money amount,

            @Schema(description = "What went back into the pool.")
            Money poolPart,

            Money lenderPart,
            LocalDate receivedOn,
            String reference,
            @Nullable UUID entry) {

        static RecoveryView of(Recovery recovery) {
            return new RecoveryView(
                    recovery.id(),
                    recovery.amount(),
                    recovery.poolPart(),
                    recovery.lenderPart(),
                    recovery.receivedOn(),
                    recovery.reference(),
                    recovery.entryId());
        }
    }

    @GET
    @Path("/{id}")
    @Transactional
    @Operation(operationId = "getPoolClaim", summary = "One claim with its steps")
    @APIResponse(
            responseCode = "200",
            description = "As it stands",
            content = @Content(schema = @Schema(implementation = PoolClaimView.class)))
    public Response get(@PathParam("id") UUID id) {
        return answer(claims.get(id));
    }

    @POST
    @Idempotent
    @Path("/{id}/steps")
    @Transactional
    @RolesAllowed({"finance-officer", "county-officer"})
    @Operation(operationId = "takePoolClaimStep", summary = "CHECK, APPROVE, PAY or REJECT; each by another person")
    @APIResponse(
            responseCode = "200",
            description = "As it stands",
            content = @Content(schema = @Schema(implementation = PoolClaimView.class)))
    public Response take(
            @PathParam("id") UUID id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Size(max = Revisions.LONGEST_TAG) @Nullable String ifMatch,
            @Valid @NotNull ClaimStepRequest request) {
        return answer(compensating.take(id, request.step(), request.remarkOrNothing(), ifMatch));
    }

    @POST
    @Idempotent
    @Path("/{id}/recoveries")
    @RolesAllowed({"finance-officer", "system"})
    @Operation(
            operationId = "createRecovery",
            summary = "Record what was got back; it returns to pool and lender by the shares of the loss")
    @APIResponse(
            responseCode = "201",
            description = "Recorded",
            content = @Content(schema = @Schema(implementation = RecoveryView.class)))
    public Response recover(@PathParam("id") UUID id, @Valid @NotNull RecoveryRequest request) {
        var recovery = compensating.recover(
                id,
                new Compensating.Recovering(
                        request.amount(),
                        request.receivedOn(),
                        request.reference().strip()));
        return Response.created(URI.create("/v1/pool-claims/" + id))
                .entity(RecoveryView.of(recovery))
                .build();
    }

    private static Response answer(PoolClaim compensation) {
        return Revisions.answer(
                PoolClaimView.of(compensation), compensation.claim().revision());
    }
}
