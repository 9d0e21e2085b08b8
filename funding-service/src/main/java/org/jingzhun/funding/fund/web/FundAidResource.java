package org.jingzhun.funding.fund.web;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
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
import java.time.Clock;
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
import org.jingzhun.chassis.http.Lists;
import org.jingzhun.chassis.http.PageRequest;
import org.jingzhun.chassis.http.Revisions;
import org.jingzhun.chassis.http.Slice;
import org.jingzhun.chassis.idempotency.Idempotent;
import org.jingzhun.chassis.procedure.Signatures;
import org.jingzhun.funding.fund.AidPaying;
import org.jingzhun.funding.fund.AidStage;
import org.jingzhun.funding.fund.AidStep;
import org.jingzhun.funding.fund.Aiding;
import org.jingzhun.funding.fund.FundAid;
import org.jingzhun.funding.fund.FundAids;
import org.jingzhun.funding.fund.FundMovements;
import org.jingzhun.funding.fund.Funds;
import org.jingzhun.funding.fund.rule.AidForm;
import org.jingzhun.funding.ledger.money.Money;
import org.jingzhun.funding.ledger.web.PositiveMoney;
import org.jspecify.annotations.Nullable;

/** Grants and loans out of funds (基金补助、借款), from the application to the last repayment. */
@Path("/v1")
@Tag(name = "Funds")
@RolesAllowed({
    "finance-officer",
    "village-officer",
    "township-officer",
    "county-officer",
    "city-officer",
    "region-officer",
    "auditor",
    "system"
})
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
public class FundAidResource {

    private final Aiding aiding;
    private final AidPaying paying;
    private final Funds funds;
    private final FundAids aids;
    private final FundMovements movements;
    private final Signatures signatures;
    private final AuditedLists audited;
    private final Clock clock;

    FundAidResource(
            Aiding aiding,
            AidPaying paying,
            Funds funds,
            FundAids aids,
            FundMovements movements,
            Signatures signatures,
            AuditedLists audited,
            Clock clock) {
        this.aiding = aiding;
        this.paying = paying;
        this.funds = funds;
        this.aids = aids;
        this.movements = movements;
        this.signatures = signatures;
        this.audited = audited;
        this.clock = clock;
    }

    /** A step to be taken. */
    @Schema(name = "FundAidStepRequest")
    record StepRequest(
            @NotNull AidStep step,
            @Size(max = 1000) @Nullable String remark) {}

    /** What came back of a loan. */
    @Schema(name = "FundRepaymentRequest")
    record RepaymentRequest(
            @NotNull @PositiveMoney @Schema(description = "Principal; the usage fee by days comes on top.")
            Money principal,

            @NotNull LocalDate repaidOn) {}

    @GET
    @Path("/funds/{id}/grants")
    @Produces({MediaType.APPLICATION_JSON, Lists.NDJSON, Lists.CSV})
    @Operation(operationId = "listFundGrants", summary = "Grants out of a fund, by id")
    @APIResponse(
            responseCode = "200",
            description = "As it stands",
            content = @Content(schema = @Schema(implementation = AidViews.AidSlice.class)))
    public Response listGrants(
            @PathParam("id") UUID id,
            @QueryParam("stage") @Nullable AidStage stage,
            @BeanParam @Valid PageRequest page,
            @Context HttpHeaders headers) {
        return list(id, AidForm.GRANT, stage, page, headers);
    }

    @POST
    @Idempotent
    @Path("/funds/{id}/grants")
    @Transactional
    @RolesAllowed({"finance-officer", "village-officer", "township-officer"})
    @Operation(operationId = "applyForGrant", summary = "Ask a fund for a grant; every broken rule is named")
    @APIResponse(
            responseCode = "201",
            description = "Recorded",
            content = @Content(schema = @Schema(implementation = AidViews.Shown.class)))
    public Response grant(@PathParam("id") UUID id, @Valid @NotNull AidViews.Asked request) {
        return applied(aiding.apply(id, request.of(AidForm.GRANT)));
    }

    @GET
    @Path("/funds/{id}/loans")
    @Produces({MediaType.APPLICATION_JSON, Lists.NDJSON, Lists.CSV})
    @Operation(operationId = "listFundLoans", summary = "Loans out of a fund, by id")
    @APIResponse(
            responseCode = "200",
            description = "As it stands",
            content = @Content(schema = @Schema(implementation = AidViews.AidSlice.class)))
    public Response listLoans(
            @PathParam("id") UUID id,
            @QueryParam("stage") @Nullable AidStage stage,
            @BeanParam @Valid PageRequest page,
            @Context HttpHeaders headers) {
        return list(id, AidForm.LOAN, stage, page, headers);
    }

    @POST
    @Idempotent
    @Path("/funds/{id}/loans")
    @Transactional
    @RolesAllowed({"finance-officer", "village-officer", "township-officer"})
    @Operation(operationId = "applyForFundLoan", summary = "Ask a fund for a loan; every broken rule is named")
    @APIResponse(
            responseCode = "201",
            description = "Recorded",
            content = @Content(schema = @Schema(implementation = AidViews.Shown.class)))
    public Response lend(@PathParam("id") UUID id, @Valid @NotNull AidViews.Asked request) {
        return applied(aiding.apply(id, request.of(AidForm.LOAN)));
    }

    @GET
    @Path("/fund-aids/{id}")
    @Transactional
    @Operation(operationId = "getFundAid", summary = "One grant or loan with its papers and steps")
    @APIResponse(
            responseCode = "200",
            description = "As it stands",
            content = @Content(schema = @Schema(implementation = AidViews.Shown.class)))
    public Response get(@PathParam("id") UUID id) {
        var aid = aids.get(id);
        return Revisions.answer(view(aid), aid.revision());
    }

    @POST
    @Idempotent
    @Path("/fund-aids/{id}/steps")
    @Transactional
    @RolesAllowed({"finance-officer", "township-officer", "county-officer"})
    @Operation(
            operationId = "takeFundAidStep",
            summary = "VERIFY, REVIEW, APPROVE, PAY, WRITE_OFF or REJECT, each by its own office and another person")
    @APIResponse(
            responseCode = "200",
            description = "As it stands",
            content = @Content(schema = @Schema(implementation = AidViews.Shown.class)))
    public Response take(
            @PathParam("id") UUID id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Size(max = Revisions.LONGEST_TAG) @Nullable String ifMatch,
            @Valid @NotNull StepRequest request) {
        var taken = aiding.take(id, request.step(), Objects.requireNonNullElse(request.remark(), ""), ifMatch);
        return Revisions.answer(view(taken), taken.revision());
    }

    @GET
    @Path("/fund-aids/{id}/repayments")
    @Transactional
    @Operation(operationId = "listFundRepayments", summary = "What was paid, came back, and was charged, in order")
    public List<FundResource.MovementView> listRepayments(@PathParam("id") UUID id) {
        aids.get(id);
        return movements.listOfAid(id).stream()
                .map(FundResource.MovementView::of)
                .toList();
    }

    @POST
    @Idempotent
    @Path("/fund-aids/{id}/repayments")
    @Transactional
    @RolesAllowed("finance-officer")
    @Operation(
            operationId = "repayFundLoan",
            summary = "Record principal that came back; the last of it settles the loan")
    @APIResponse(
            responseCode = "201",
            description = "Recorded",
            content = @Content(schema = @Schema(implementation = AidViews.Shown.class)))
    public Response repay(@PathParam("id") UUID id, @Valid @NotNull RepaymentRequest request) {
        var aid = paying.repay(id, request.principal(), request.repaidOn());
        return Revisions.recorded(true, "/v1/fund-aids/" + id + "/repayments", view(aid), aid.revision());
    }

    private Response list(UUID fund, AidForm form, @Nullable AidStage stage, PageRequest page, HttpHeaders headers) {
        var reading = AuditEntry.of("fund-aids-listed", "fund", fund);
        return audited.answer(headers, page, AidViews.Shown.class, reading, (after, limit) -> {
            funds.get(fund);
            return Slice.byId(after, limit, (behind, count) -> aids.list(fund, form, stage, behind, count), FundAid::id)
                    .map(this::view);
        });
    }

    private Response applied(FundAid aid) {
        return Revisions.recorded(true, "/v1/fund-aids/" + aid.id(), view(aid), aid.revision());
    }

    private AidViews.Shown view(FundAid aid) {
        return AidViews.Shown.of(aid, signatures.list(aid.id()), LocalDate.now(clock));
    }
}
