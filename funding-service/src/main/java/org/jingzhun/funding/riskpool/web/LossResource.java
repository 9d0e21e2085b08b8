package org.jingzhun.funding.riskpool.web;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jingzhun.chassis.http.Lists;
import org.jingzhun.chassis.http.PageRequest;
import org.jingzhun.chassis.http.Revisions;
import org.jingzhun.chassis.http.Slice;
import org.jingzhun.chassis.idempotency.Idempotent;
import org.jingzhun.chassis.time.Clocks;
import org.jingzhun.funding.ledger.money.Money;
import org.jingzhun.funding.ledger.web.NotNegativeMoney;
import org.jingzhun.funding.riskpool.Compensating;
import org.jingzhun.funding.riskpool.PoolClaim;
import org.jingzhun.funding.riskpool.PoolClaims;
import org.jingzhun.funding.riskpool.RiskPools;
import org.jspecify.annotations.Nullable;

/** Claims of banks against a pool (代偿申请). */
@Path("/v1/risk-pools/{id}/claims")
@Tag(name = "Risk pools")
@RolesAllowed({"finance-officer", "county-officer", "city-officer", "region-officer", "auditor", "system"})
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
public class LossResource {

    private final Compensating compensating;
    private final PoolClaims claims;
    private final RiskPools pools;
    private final Lists lists;
    private final Clock clock;

    LossResource(Compensating compensating, PoolClaims claims, RiskPools pools, Lists lists, Clock clock) {
        this.compensating = compensating;
        this.claims = claims;
        this.pools = pools;
        this.lists = lists;
        this.clock = clock;
    }

    /** What a bank says of a loss. */
    @Schema(name = "PoolClaimRequest")
    record ClaimRequest(
            @NotNull UUID loan,
            @NotNull PoolClaim.Reason reason,

            @NotBlank @Size(max = 1000) @Schema(description = "Documents that show it; no names.")
            String evidence,

            @Schema(description = "Day of the claim; today if left out.") @Nullable
            LocalDate on,

            @NotNegativeMoney
            @Schema(description = "Interest that is lost beside the principal; 0.00 if left out.")
            @Nullable
            Money interest) {}

    /** A slice of claims. */
    @Schema(name = "PoolClaimSlice")
    record ClaimSlice(
            List<PoolClaimView> items,

            @Schema(nullable = true, description = "Pass as `after` for the next piece; null at the end.") @Nullable
            String next) {}

    @GET
    @Produces({MediaType.APPLICATION_JSON, Lists.NDJSON, Lists.CSV})
    @Operation(operationId = "listPoolClaims", summary = "Claims against a pool, by id")
    @APIResponse(
            responseCode = "200",
            description = "As it stands",
            content = @Content(schema = @Schema(implementation = ClaimSlice.class)))
    public Response list(@PathParam("id") UUID id, @BeanParam @Valid PageRequest page, @Context HttpHeaders headers) {
        return lists.answer(headers, page, PoolClaimView.class, (after, limit) -> Slice.byId(
                        after,
                        limit,
                        (behind, count) -> claims.list(pools.get(id).id(), behind, count),
                        compensation -> compensation.claim().id())
                .map(PoolClaimView::of));
    }

    @POST
    @Idempotent
    @Transactional
    @RolesAllowed({"finance-officer", "system"})
    @Operation(operationId = "createPoolClaim", summary = "Claim that the pool bears its part of a loss")
    @APIResponse(
            responseCode = "201",
            description = "Recorded",
            content = @Content(schema = @Schema(implementation = PoolClaimView.class)))
    public Response create(@PathParam("id") UUID id, @Valid @NotNull ClaimRequest request) {
        var on = request.on();
        var interest = request.interest();
        var compensation = compensating.claim(
                id,
                new Compensating.Losing(
                        request.loan(),
                        request.reason(),
                        request.evidence().strip(),
                        on == null ? LocalDate.ofInstant(clock.instant(), Clocks.SHANGHAI) : on,
                        interest == null ? Money.ZERO : interest));
        var claim = compensation.claim();
        return Revisions.recorded(
                true, "/v1/pool-claims/" + claim.id(), PoolClaimView.of(compensation), claim.revision());
    }
}
