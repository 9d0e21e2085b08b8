package org.jingzhun.funding.loan.web;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
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
import org.jingzhun.funding.ledger.money.Money;
import org.jingzhun.funding.ledger.web.PositiveMoney;
import org.jingzhun.funding.loan.OwedRefund;
import org.jingzhun.funding.loan.Product;
import org.jingzhun.funding.loan.RefundingSubsidies;
import org.jingzhun.funding.loan.SubsidyRefund;
import org.jingzhun.funding.loan.SubsidyRefunds;
import org.jingzhun.funding.loan.UseFinding;
import org.jspecify.annotations.Nullable;

/** Subsidies of misused loans that are to be given back, and what banks gave back (追回贴息). */
@Path("/v1/subsidy-refunds")
@Tag(name = "Loans")
@RolesAllowed({"finance-officer", "county-officer", "city-officer", "region-officer", "auditor", "system"})
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
public class SubsidyRefundResource {

    private static final String DIVISION = "\\d{2}|\\d{4}|\\d{6}|\\d{9}|\\d{12}";

    private final RefundingSubsidies refunding;
    private final SubsidyRefunds refunds;
    private final Lists lists;

    SubsidyRefundResource(RefundingSubsidies refunding, SubsidyRefunds refunds, Lists lists) {
        this.refunding = refunding;
        this.refunds = refunds;
        this.lists = lists;
    }

    /** What is to be given back. */
    @Schema(name = "OwedSubsidyRefund")
    record OwedView(
            UUID loan,
            String village,
            UUID household,
            String bank,
            Product product,

            @Schema(description = "What the last check of the use found.")
            UseFinding finding,

            @Schema(description = "What was paid for the loan, less what came back.")
            Money owed) {

        static OwedView of(OwedRefund owed) {
            return new OwedView(
                    owed.loanId(),
                    Long.toString(owed.village()),
                    owed.householdId(),
                    owed.bank(),
                    owed.product(),
                    owed.finding(),
                    owed.owed());
        }
    }

    /** A slice of what is to be given back. */
    @Schema(name = "OwedSubsidyRefundSlice")
    record OwedSlice(
            List<OwedView> items,

            @Schema(nullable = true, description = "Pass as `after` for the next piece; null at the end.") @Nullable
            String next) {}

    /** What was given back. */
    @Schema(name = "SubsidyRefund")
    record RefundView(
            UUID id,
            UUID loan,
            String village,
            Money amount,
            LocalDate receivedOn,
            String reference,

            @Schema(description = "Journal entry that booked it into the budgets that had paid.")
            UUID entry) {

        static RefundView of(SubsidyRefund refund) {
            return new RefundView(
                    refund.id(),
                    refund.loanId(),
                    Long.toString(refund.village()),
                    refund.amount(),
                    refund.receivedOn(),
                    refund.reference(),
                    refund.entryId());
        }
    }

    /** A slice of refunds. */
    @Schema(name = "SubsidyRefundSlice")
    record RefundSlice(
            List<RefundView> items,

            @Schema(nullable = true, description = "Pass as `after` for the next piece; null at the end.") @Nullable
            String next) {}

    /** What a bank gives back. */
    @Schema(name = "SubsidyRefundRequest")
    record RefundRequest(
            @NotNull UUID loan,
            @NotNull @PositiveMoney Money amount,
            @NotNull LocalDate receivedOn,

            @NotBlank @Size(max = 100) @Schema(description = "Of the bank; once for each loan.")
            String reference) {}

    @GET
    @Path("/owed")
    @Produces({MediaType.APPLICATION_JSON, Lists.NDJSON, Lists.CSV})
    @Operation(
            operationId = "listOwedSubsidyRefunds",
            summary = "Subsidies that were paid for misused loans and have not come back, by loan")
    @APIResponse(
            responseCode = "200",
            description = "As it stands",
            content = @Content(schema = @Schema(implementation = OwedSlice.class)))
    public Response listOwed(
            @QueryParam("division") @Pattern(regexp = DIVISION) @Nullable String division,
            @BeanParam @Valid PageRequest page,
            @Context HttpHeaders headers) {
        var area = division == null ? Area.EVERYWHERE : Area.ofPrefix(division);
        return lists.answer(headers, page, OwedView.class, (after, limit) -> Slice.byId(
                        after, limit, (behind, count) -> refunds.listOwed(area, behind, count), OwedRefund::loanId)
                .map(OwedView::of));
    }

    @GET
    @Produces({MediaType.APPLICATION_JSON, Lists.NDJSON, Lists.CSV})
    @Operation(operationId = "listSubsidyRefunds", summary = "What banks gave back, by id")
    @APIResponse(
            responseCode = "200",
            description = "As it stands",
            content = @Content(schema = @Schema(implementation = RefundSlice.class)))
    public Response list(
            @QueryParam("division") @Pattern(regexp = DIVISION) @Nullable String division,
            @QueryParam("loan") @Nullable UUID loan,
            @BeanParam @Valid PageRequest page,
            @Context HttpHeaders headers) {
        var area = division == null ? Area.EVERYWHERE : Area.ofPrefix(division);
        return lists.answer(headers, page, RefundView.class, (after, limit) -> Slice.byId(
                        after, limit, (behind, count) -> refunds.list(area, loan, behind, count), SubsidyRefund::id)
                .map(RefundView::of));
    }

    @POST
    @Idempotent
    @RolesAllowed("finance-officer")
    @Operation(
            operationId = "createSubsidyRefund",
            summary = "Record and book what a bank gave back for a misused loan")
    @APIResponse(
            responseCode = "201",
            description = "Recorded",
            content = @Content(schema = @Schema(implementation = RefundView.class)))
    public Response create(@Valid @NotNull RefundRequest request) {
        var refund = refunding.refund(new RefundingSubsidies.Refunding(
                request.loan(),
                request.amount(),
                request.receivedOn(),
                request.reference().strip()));
        return Response.created(URI.create("/v1/subsidy-refunds?loan=" + request.loan()))
                .entity(RefundView.of(refund))
                .build();
    }
}
