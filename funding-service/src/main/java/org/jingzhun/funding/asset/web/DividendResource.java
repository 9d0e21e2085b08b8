package org.jingzhun.funding.asset.web;

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
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jingzhun.chassis.audit.AuditEntry;
import org.jingzhun.chassis.audit.AuditedLists;
import org.jingzhun.chassis.caller.Area;
import org.jingzhun.chassis.http.Lists;
import org.jingzhun.chassis.http.PageRequest;
import org.jingzhun.chassis.http.Revisions;
import org.jingzhun.chassis.http.Slice;
import org.jingzhun.chassis.idempotency.Idempotent;
import org.jingzhun.chassis.procedure.SignatureView;
import org.jingzhun.chassis.procedure.Signatures;
import org.jingzhun.funding.asset.Assets;
import org.jingzhun.funding.asset.Distributing;
import org.jingzhun.funding.asset.DividendLine;
import org.jingzhun.funding.asset.DividendPlan;
import org.jingzhun.funding.asset.DividendPlans;
import org.jingzhun.funding.asset.DividendStage;
import org.jingzhun.funding.asset.DividendStep;
import org.jingzhun.funding.ledger.money.Money;
import org.jspecify.annotations.Nullable;

/** Distributions of the income of assets (保底收益与按股分红). */
@Path("/v1")
@Tag(name = "Assets")
@RolesAllowed({"finance-officer", "county-officer", "city-officer", "region-officer", "auditor", "system"})
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
public class DividendResource {

    private final Distributing distributing;
    private final DividendPlans dividends;
    private final Assets assets;
    private final Signatures signatures;
    private final Lists lists;
    private final AuditedLists audited;

    DividendResource(
            Distributing distributing,
            DividendPlans dividends,
            Assets assets,
            Signatures signatures,
            Lists lists,
            AuditedLists audited) {
        this.distributing = distributing;
        this.dividends = dividends;
        this.assets = assets;
        this.signatures = signatures;
        this.lists = lists;
        this.audited = audited;
    }

    /** What a client says of a period's income. */
    @Schema(name = "DividendRequest")
    public record DividendRequest(
            @NotNull LocalDate from,

            @NotNull @Schema(description = "Last day; in the same calendar year.")
            LocalDate to,

            @NotNull @Schema(description = "The operator's profit of the period; below zero for a loss.")
            Money profit,

            @NotBlank @Size(max = 100) @Schema(description = "Statement behind the figure.")
            String documentNumber) {}

    /** A distribution as seen from outside. */
    @Schema(name = "Dividend")
    public record DividendView(
            UUID id,
            UUID asset,
            LocalDate from,
            LocalDate to,
            Money profit,
            String floorRate,
            String profitShare,

            @Schema(description = "Guaranteed part (保底收益).") Money floor,

            @Schema(description = "Part of the profit (按股分红).")
            Money dividend,

            @Schema(description = "Both together: the sum of all lines.")
            Money amount,

            String documentNumber,
            DividendStage stage,
            int noticeDays,
            @Nullable LocalDate noticedOn,

            @Schema(description = "Journal entry of what the operator paid in.") @Nullable
            UUID entry,

            @Schema(description = "Journal entry of what the collectives got.") @Nullable
            UUID paidEntry,

            @Nullable LocalDate paidOn,
            List<SignatureView> steps,
            long revision) {}

    /** A slice of distributions. */
    @Schema(name = "DividendSlice")
    public record DividendSlice(
            List<DividendView> items,

            @Schema(nullable = true, description = "Pass as `after` for the next piece; null at the end.") @Nullable
            String next) {}

    /** What one holder gets: amount = floor + dividend. */
    @Schema(name = "DividendLine")
    public record LineView(
            UUID id,
            String villageCode,

            @Schema(description = "Absent for the collective of the village.") @Nullable
            UUID household,

            @Schema(description = "Fen held, times days.") String shareDays,

            Money floor,
            Money dividend,
            Money amount,

            @Schema(description = "When it arrived.") @Nullable
            LocalDate paidOn,

            @Schema(description = "When it went to the collective instead, because it could not be paid.") @Nullable
            LocalDate releasedOn) {

        static LineView of(DividendLine line) {
            var part = line.line();
            return new LineView(
                    line.id(),
                    Long.toString(part.holder().village()),
                    part.holder().householdId(),
                    part.shareDays().toString(),
                    part.floor(),
                    part.dividend(),
                    part.amount(),
                    line.paidOn(),
                    line.releasedOn());
        }
    }

    /** A slice of lines. */
    @Schema(name = "DividendLineSlice")
    public record LineSlice(
            List<LineView> items,

            @Schema(nullable = true, description = "Pass as `after` for the next piece; null at the end.") @Nullable
            String next) {}

    /** A step to be taken. */
    @Schema(name = "DividendStepRequest")
    record StepRequest(
            @NotNull DividendStep step,
            @Size(max = 1000) @Nullable String remark) {}

    @POST
    @Idempotent
    @Path("/assets/{id}/dividends")
    @Transactional
    @RolesAllowed("finance-officer")
    @Operation(operationId = "planDividend", summary = "Divide a period's floor and dividend by what was held, by days")
    @APIResponse(
            responseCode = "201",
            description = "Recorded",
            content = @Content(schema = @Schema(implementation = DividendView.class)))
    public Response plan(@PathParam("id") UUID id, @Valid @NotNull DividendRequest request) {
        var planned = distributing.plan(
                id,
                request.from(),
                request.to(),
                request.profit(),
                request.documentNumber().strip());
        return Revisions.recorded(true, "/v1/dividends/" + planned.id(), view(planned), planned.revision());
    }

    @GET
    @Path("/assets/{id}/dividends")
    @Produces({MediaType.APPLICATION_JSON, Lists.NDJSON, Lists.CSV})
    @Operation(operationId = "listAssetDividends", summary = "Distributions of one asset, by id")
    @APIResponse(
            responseCode = "200",
            description = "As it stands",
            content = @Content(schema = @Schema(implementation = DividendSlice.class)))
    public Response listOfAsset(
            @PathParam("id") UUID id, @BeanParam @Valid PageRequest page, @Context HttpHeaders headers) {
        return lists.answer(headers, page, DividendView.class, (after, limit) -> {
            assets.get(id);
            return slice(Area.EVERYWHERE, id, null, after, limit);
        });
    }

    @GET
    @Path("/dividends")
    @Produces({MediaType.APPLICATION_JSON, Lists.NDJSON, Lists.CSV})
    @Operation(operationId = "listDividends", summary = "Distributions of an area and year, by id")
    @APIResponse(
            responseCode = "200",
            description = "As it stands",
            content = @Content(schema = @Schema(implementation = DividendSlice.class)))
    public Response list(
            @QueryParam("division") @Pattern(regexp = "\\d{2}|\\d{4}|\\d{6}|\\d{9}|\\d{12}") @Nullable String division,
            @QueryParam("year") @Min(2000) @Max(2100) @Nullable Integer year,
            @BeanParam @Valid PageRequest page,
            @Context HttpHeaders headers) {
        var area = division == null ? Area.EVERYWHERE : Area.ofPrefix(division);
        return lists.answer(headers, page, DividendView.class, (after, limit) -> slice(area, null, year, after, limit));
    }

    private Slice<DividendView> slice(
            Area area, @Nullable UUID asset, @Nullable Integer year, @Nullable String after, int limit) {
        return Slice.byId(
                        after,
                        limit,
                        (behind, count) -> dividends.list(area, asset, year, behind, count),
                        DividendPlan::id)
                .map(this::view);
    }

    @GET
    @Path("/dividends/{id}")
    @Transactional
    @Operation(operationId = "getDividend", summary = "One distribution with its steps")
    @APIResponse(
            responseCode = "200",
            description = "As it stands",
            content = @Content(schema = @Schema(implementation = DividendView.class)))
    public Response get(@PathParam("id") UUID id) {
        var plan = dividends.get(id);
        return Revisions.answer(view(plan), plan.revision());
    }

    @GET
    @Path("/dividends/{id}/lines")
    @Produces({MediaType.APPLICATION_JSON, Lists.NDJSON, Lists.CSV})
    @Operation(operationId = "listDividendLines", summary = "What each holder gets, with the share-days behind it")
    @APIResponse(
            responseCode = "200",
            description = "As it stands",
            content = @Content(schema = @Schema(implementation = LineSlice.class)))
    public Response lines(
            @PathParam("id") UUID id,
            @QueryParam("household") @Nullable UUID household,
            @BeanParam @Valid PageRequest page,
            @Context HttpHeaders headers) {
        return audited.answer(
                headers,
                page,
                LineView.class,
                AuditEntry.of("dividend-lines-listed", "dividend", id),
                (after, limit) -> {
                    dividends.get(id);
                    return Slice.byId(
                                    after,
                                    limit,
                                    (behind, count) -> dividends.listLines(id, household, behind, count),
                                    DividendLine::id)
                            .map(LineView::of);
                });
    }

    @POST
    @Idempotent
    @Path("/dividends/{id}/steps")
    @Transactional
    @RolesAllowed({"finance-officer", "county-officer"})
    @Operation(
            operationId = "takeDividendStep",
            summary =
                    "REVIEW, NOTICE, APPROVE, PAY, RELEASE or CANCEL; some by another person, approval after the notice")
    @APIResponse(
            responseCode = "200",
            description = "As it stands",
            content = @Content(schema = @Schema(implementation = DividendView.class)))
    public Response take(
            @PathParam("id") UUID id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Size(max = Revisions.LONGEST_TAG) @Nullable String ifMatch,
            @Valid @NotNull StepRequest request) {
        var taken = distributing.take(id, request.step(), Objects.requireNonNullElse(request.remark(), ""), ifMatch);
        return Revisions.answer(view(taken), taken.revision());
    }

    private DividendView view(DividendPlan plan) {
        return new DividendView(
                plan.id(),
                plan.assetId(),
                plan.period().from(),
                plan.period().to(),
                plan.profit(),
                Rates.text(plan.terms().floorRate()),
                Rates.text(plan.terms().profitShare()),
                plan.floor(),
                plan.dividend(),
                plan.amount(),
                plan.documentNumber(),
                plan.stage(),
                plan.noticeDays(),
                plan.noticedOn(),
                plan.entryId(),
                plan.paidEntryId(),
                plan.paidOn(),
                signatures.list(plan.id()).stream().map(SignatureView::of).toList(),
                plan.revision());
    }
}
