package org.jingzhun.funding.asset.web;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
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
import org.jingzhun.funding.asset.Obligation;
import org.jingzhun.funding.asset.Valuation;
import org.jingzhun.funding.asset.Valuing;
import org.jingzhun.funding.ledger.money.Money;
import org.jingzhun.funding.ledger.web.NotNegativeMoney;
import org.jingzhun.funding.ledger.web.PositiveMoney;
import org.jspecify.annotations.Nullable;

/** Valuations of assets and what operators owe by them (保值增值责任). */
@Path("/v1")
@Tag(name = "Assets")
@RolesAllowed({"finance-officer", "county-officer", "city-officer", "region-officer", "auditor", "system"})
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
public class ValuationResource {

    private final Valuing valuing;
    private final Lists lists;
    private final Clock clock;

    ValuationResource(Valuing valuing, Lists lists, Clock clock) {
        this.valuing = valuing;
        this.lists = lists;
        this.clock = clock;
    }

    /** What a client says of a valuation. */
    @Schema(name = "ValuationRequest")
    public record ValuationRequest(
            @NotNull LocalDate valuedOn,
            @NotNull @NotNegativeMoney Money value,
            @NotBlank @Size(max = 200) String appraiser,
            @NotBlank @Size(max = 100) String documentNumber) {}

    /** A valuation, and the obligation that came of it. */
    @Schema(name = "Valuation")
    public record ValuationView(
            UUID id,
            LocalDate valuedOn,
            Money value,
            String appraiser,
            String documentNumber,

            @Schema(description = "What the operator owes because the value fell; absent when it did not.") @Nullable
            ObligationView obligation) {

        static ValuationView of(Valuation valuation, @Nullable ObligationView obligation) {
            return new ValuationView(
                    valuation.id(),
                    valuation.valuedOn(),
                    valuation.value(),
                    valuation.appraiser(),
                    valuation.documentNumber(),
                    obligation);
        }
    }

    /** What an operator owes. */
    @Schema(name = "AssetObligation")
    public record ObligationView(
            UUID id,
            UUID asset,
            UUID valuation,
            Money shortfall,
            Money madeGood,

            @Schema(description = "Last day to make it good.")
            LocalDate dueOn,

            @Schema(description = "Version of MAKE_GOOD_MONTHS that gave the day.")
            String rule,

            Obligation.State state) {

        static ObligationView of(Obligation obligation, LocalDate today) {
            return new ObligationView(
                    obligation.id(),
                    obligation.assetId(),
                    obligation.valuationId(),
                    obligation.shortfall(),
                    obligation.madeGood(),
                    obligation.dueOn(),
                    obligation.rule(),
                    obligation.stateOn(today));
        }
    }

    /** A slice of obligations. */
    @Schema(name = "AssetObligationSlice")
    public record ObligationSlice(
            List<ObligationView> items,

            @Schema(nullable = true, description = "Pass as `after` for the next piece; null at the end.") @Nullable
            String next) {}

    /** What was made good. */
    @Schema(name = "AssetSettlementRequest")
    public record SettlementRequest(
            @NotNull @PositiveMoney Money amount,
            @NotNull LocalDate settledOn,
            @NotBlank @Size(max = 100) String documentNumber) {}

    @GET
    @Path("/assets/{id}/valuations")
    @Operation(operationId = "listValuations", summary = "Valuations of an asset, from the oldest")
    public List<ValuationView> list(@PathParam("id") UUID id) {
        return valuing.listValuations(id).stream()
                .map(valuation -> ValuationView.of(valuation, null))
                .toList();
    }

    @POST
    @Idempotent
    @Path("/assets/{id}/valuations")
    @Transactional
    @RolesAllowed("finance-officer")
    @Operation(
            operationId = "createValuation",
            summary = "Record what the asset is worth; what it lacks becomes an obligation of the operator")
    @APIResponse(
            responseCode = "201",
            description = "Recorded",
            content = @Content(schema = @Schema(implementation = ValuationView.class)))
    public Response value(@PathParam("id") UUID id, @Valid @NotNull ValuationRequest request) {
        var valued = valuing.value(
                id,
                request.valuedOn(),
                request.value(),
                request.appraiser().strip(),
                request.documentNumber().strip());
        var obligation = valued.obligation()
                .map(o -> ObligationView.of(o, LocalDate.now(clock)))
                .orElse(null);
        return Response.created(URI.create("/v1/assets/" + id + "/valuations"))
                .entity(ValuationView.of(valued.valuation(), obligation))
                .build();
    }

    @GET
    @Path("/asset-obligations")
    @Produces({MediaType.APPLICATION_JSON, Lists.NDJSON, Lists.CSV})
    @Operation(operationId = "listAssetObligations", summary = "What operators owe in an area, by id")
    @APIResponse(
            responseCode = "200",
            description = "As it stands",
            content = @Content(schema = @Schema(implementation = ObligationSlice.class)))
    public Response listObligations(
            @QueryParam("division") @Pattern(regexp = "\\d{2}|\\d{4}|\\d{6}|\\d{9}|\\d{12}") @Nullable String division,
            @QueryParam("asset") @Nullable UUID asset,
            @BeanParam @Valid PageRequest page,
            @Context HttpHeaders headers) {
        var area = division == null ? Area.EVERYWHERE : Area.ofPrefix(division);
        var today = LocalDate.now(clock);
        return lists.answer(headers, page, ObligationView.class, (after, limit) -> Slice.byId(
                        after, limit, (behind, count) -> valuing.list(area, asset, behind, count), Obligation::id)
                .map(obligation -> ObligationView.of(obligation, today)));
    }

    @POST
    @Idempotent
    @Path("/asset-obligations/{id}/settlements")
    @Transactional
    @RolesAllowed("finance-officer")
    @Operation(operationId = "settleAssetObligation", summary = "Record what the operator made good")
    @APIResponse(
            responseCode = "201",
            description = "Recorded",
            content = @Content(schema = @Schema(implementation = ObligationView.class)))
    public Response settle(@PathParam("id") UUID id, @Valid @NotNull SettlementRequest request) {
        var settled = valuing.settle(
                id,
                request.amount(),
                request.settledOn(),
                request.documentNumber().strip());
        return Response.created(URI.create("/v1/asset-obligations?asset=" + settled.assetId()))
                .entity(ObligationView.of(settled, LocalDate.now(clock)))
                .build();
    }
}
