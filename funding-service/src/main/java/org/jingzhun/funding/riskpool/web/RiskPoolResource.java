package org.jingzhun.funding.riskpool.web;

import io.smallrye.common.annotation.RunOnVirtualThread;
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
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jingzhun.chassis.caller.Area;
import org.jingzhun.chassis.http.Lists;
import org.jingzhun.chassis.http.PageRequest;
import org.jingzhun.chassis.http.Slice;
import org.jingzhun.chassis.idempotency.Idempotent;
import org.jingzhun.chassis.time.Clocks;
import org.jingzhun.funding.ledger.money.Money;
import org.jingzhun.funding.ledger.web.PositiveMoney;
import org.jingzhun.funding.riskpool.Contribution;
import org.jingzhun.funding.riskpool.Contributions;
import org.jingzhun.funding.riskpool.Pooling;
import org.jingzhun.funding.riskpool.RiskPool;
import org.jingzhun.funding.riskpool.RiskPools;
import org.jspecify.annotations.Nullable;

/** Risk pools (风险补偿金) and what was paid into them. */
@Path("/v1/risk-pools")
@Tag(name = "Risk pools")
@RolesAllowed({"finance-officer", "county-officer", "city-officer", "region-officer", "auditor", "system"})
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
public class RiskPoolResource {

    private static final String FRACTION = "0(\\.\\d{1,4})?|1(\\.0{1,4})?";

    private final Pooling pooling;
    private final RiskPools pools;
    private final Contributions contributions;
    private final Lists lists;
    private final Clock clock;

    RiskPoolResource(Pooling pooling, RiskPools pools, Contributions contributions, Lists lists, Clock clock) {
        this.pooling = pooling;
        this.pools = pools;
        this.contributions = contributions;
        this.lists = lists;
        this.clock = clock;
    }

    /** What an agreement says; what it leaves out is as the rules of the day have it. */
    @Schema(name = "RiskPoolRequest")
    record PoolRequest(
            @NotNull @Pattern(regexp = "[1-9]\\d{5}(0{6})?") @Schema(examples = "451031000000")
            String county,

            @NotBlank @Size(max = 200) String name,

            @Size(min = 1, max = 60) @Schema(description = "The one lender that it covers; left out for all.") @Nullable
            String bank,

            @NotNull @Size(min = 1, max = 10) @Schema(description = "Kinds of loans that it covers.")
            List<@NotNull @Pattern(regexp = "[A-Z][A-Z_]{0,59}") String> products,

            @Pattern(regexp = FRACTION) @Schema(examples = "0.80") @Nullable
            String poolShare,

            @Min(1) @Max(100) @Nullable Integer leverage,
            @Min(1) @Max(1000) @Nullable Integer triggerDays,

            @Pattern(regexp = FRACTION) @Schema(examples = "0.05") @Nullable
            String stopOverdue,

            @Pattern(regexp = FRACTION) @Schema(examples = "0.50") @Nullable
            String stopCompensated,

            @NotNull LocalDate agreedOn) {

        Pooling.Agreement agreement() {
            return new Pooling.Agreement(
                    Long.parseLong((county + "000000").substring(0, 12)),
                    name.strip(),
                    bank,
                    products,
                    basisPoints(poolShare),
                    leverage,
                    triggerDays,
                    basisPoints(stopOverdue),
                    basisPoints(stopCompensated),
                    agreedOn);
        }

        private static @Nullable Integer basisPoints(@Nullable String fraction) {
            return fraction == null ? null : PoolView.basisPoints(fraction);
        }
    }

    /** A slice of pools. */
    @Schema(name = "RiskPoolSlice")
    record PoolSlice(
            List<PoolView> items,

            @Schema(nullable = true, description = "Pass as `after` for the next piece; null at the end.") @Nullable
            String next) {}

    /** What is paid in. */
    @Schema(name = "ContributionRequest")
    record ContributionRequest(
            @NotNull Contribution.Payer payer,

            @Schema(description = "TREASURY: the county's fund of the kind CREDIT_RISK_SHARING that it comes from.")
            @Nullable
            UUID fund,

            @NotNull
            @Schema(description = "TREASURY: the source whose money in the fund; LENDER: a source of the kind LENDER.")
            UUID source,

            @Min(1986) @Max(2100) int year,
            @NotNull @PositiveMoney Money amount,
            @NotBlank @Size(max = 100) String documentNumber) {}

    /** A contribution as seen from outside. */
    @Schema(name = "Contribution")
    record ContributionView(
            UUID id,
            Contribution.Payer payer,

            @Schema(description = "Of the treasury: the fund that it came from.") @Nullable
            UUID fund,

            UUID source,
            int year,
            Money amount,
            String documentNumber,

            @Schema(description = "Journal entry that booked it.")
            UUID entry) {

        static ContributionView of(Contribution contribution) {
            return new ContributionView(
                    contribution.id(),
                    contribution.payer(),
                    contribution.fundId(),
                    contribution.sourceId(),
                    contribution.year(),
                    contribution.amount(),
                    contribution.documentNumber(),
                    contribution.entryId());
        }
    }

    /** A slice of contributions. */
    @Schema(name = "ContributionSlice")
    record ContributionSlice(
            List<ContributionView> items,

            @Schema(nullable = true, description = "Pass as `after` for the next piece; null at the end.") @Nullable
            String next) {}

    @GET
    @Produces({MediaType.APPLICATION_JSON, Lists.NDJSON, Lists.CSV})
    @Operation(operationId = "listRiskPools", summary = "Risk pools of an area, by id")
    @APIResponse(
            responseCode = "200",
            description = "As it stands",
            content = @Content(schema = @Schema(implementation = PoolSlice.class)))
    public Response list(
            @QueryParam("division") @Pattern(regexp = "\\d{2}|\\d{4}|\\d{6}|\\d{9}|\\d{12}") @Nullable String division,
            @BeanParam @Valid PageRequest page,
            @Context HttpHeaders headers) {
        var area = division == null ? Area.EVERYWHERE : Area.ofPrefix(division);
        return lists.answer(headers, page, PoolView.class, (after, limit) -> Slice.byId(
                        after, limit, (behind, count) -> pools.list(area, behind, count), RiskPool::id)
                .map(PoolView::of));
    }

    @GET
    @Path("/{id}")
    @Transactional
    @Operation(operationId = "getRiskPool", summary = "One pool with its figures of a day, and whether it lends")
    public PoolView.StandingView get(
            @PathParam("id") UUID id,
            @Schema(description = "Today if left out.") @QueryParam("on") @Nullable LocalDate on) {
        var pool = pools.get(id);
        var day = on == null ? LocalDate.ofInstant(clock.instant(), Clocks.SHANGHAI) : on;
        return PoolView.StandingView.of(pool, pools.figures(id, day), day);
    }

    @POST
    @Idempotent
    @RolesAllowed("finance-officer")
    @Operation(operationId = "createRiskPool", summary = "Set a pool up as agreed on")
    @APIResponse(
            responseCode = "201",
            description = "Recorded",
            content = @Content(schema = @Schema(implementation = PoolView.class)))
    public Response create(@Valid @NotNull PoolRequest request) {
        var pool = pooling.setUp(request.agreement());
        return Response.created(URI.create("/v1/risk-pools/" + pool.id()))
                .entity(PoolView.of(pool))
                .build();
    }

    @GET
    @Path("/{id}/contributions")
    @Produces({MediaType.APPLICATION_JSON, Lists.NDJSON, Lists.CSV})
    @Operation(operationId = "listContributions", summary = "What was paid into a pool, by id")
    @APIResponse(
            responseCode = "200",
            description = "As it stands",
            content = @Content(schema = @Schema(implementation = ContributionSlice.class)))
    public Response listContributions(
            @PathParam("id") UUID id, @BeanParam @Valid PageRequest page, @Context HttpHeaders headers) {
        return lists.answer(headers, page, ContributionView.class, (after, limit) -> Slice.byId(
                        after,
                        limit,
                        (behind, count) -> contributions.list(pools.get(id).id(), behind, count),
                        Contribution::id)
                .map(ContributionView::of));
    }

    @POST
    @Idempotent
    @Path("/{id}/contributions")
    @RolesAllowed("finance-officer")
    @Operation(operationId = "createContribution", summary = "Record and book what treasury or lender pay in")
    @APIResponse(
            responseCode = "201",
            description = "Recorded",
            content = @Content(schema = @Schema(implementation = ContributionView.class)))
    public Response contribute(@PathParam("id") UUID id, @Valid @NotNull ContributionRequest request) {
        var contribution = pooling.contribute(
                id,
                new Pooling.Paying(
                        request.payer(),
                        request.fund(),
                        request.source(),
                        request.year(),
                        request.amount(),
                        request.documentNumber().strip()));
        return Response.created(URI.create("/v1/risk-pools/" + id + "/contributions"))
                .entity(ContributionView.of(contribution))
                .build();
    }
}
