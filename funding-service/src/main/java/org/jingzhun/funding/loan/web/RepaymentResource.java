package org.jingzhun.funding.loan.web;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jingzhun.chassis.http.Problem;
import org.jingzhun.chassis.idempotency.Idempotent;
import org.jingzhun.funding.ledger.money.Money;
import org.jingzhun.funding.ledger.web.NotNegativeMoney;
import org.jingzhun.funding.loan.LoanBooks;
import org.jingzhun.funding.loan.Loans;
import org.jingzhun.funding.loan.Repaying;
import org.jingzhun.funding.loan.Repayment;
import org.jspecify.annotations.Nullable;

/** What was paid back on a loan (还款). */
@Path("/v1/loans/{id}/repayments")
@Tag(name = "Loans")
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
public class RepaymentResource {

    private final Repaying repaying;
    private final Loans loans;
    private final LoanBooks books;

    RepaymentResource(Repaying repaying, Loans loans, LoanBooks books) {
        this.repaying = repaying;
        this.loans = loans;
        this.books = books;
    }

    /** What the bank says of a repayment, split as the bank splits it. */
    @Schema(name = "RepaymentRequest")
    public record RepaymentRequest(
            @NotNull LocalDate paidOn,

            @NotNegativeMoney @Schema(description = "0.00 if left out.") @Nullable
            Money principal,

            @NotNegativeMoney @Schema(description = "0.00 if left out.") @Nullable
            Money interest,

            @NotNegativeMoney @Schema(description = "0.00 if left out; never of micro-credit.") @Nullable
            Money penalty,

            @NotBlank @Size(max = 100) @Schema(description = "The bank's, once for each loan.")
            String reference) {

        Repaying.Said said() {
            var said = new Repaying.Said(
                    paidOn, orNothing(principal), orNothing(interest), orNothing(penalty), reference.strip());
            if (said.principal().plus(said.interest()).plus(said.penalty()).isZero()) {
                throw Problem.of(422, "repayment-empty").asException();
            }
            return said;
        }

        private static Money orNothing(@Nullable Money said) {
            return said == null ? Money.ZERO : said;
        }
    }

    /** A repayment as seen from outside. */
    @Schema(name = "Repayment")
    public record RepaymentView(
            UUID id,
            LocalDate paidOn,
            Money principal,
            Money interest,
            Money penalty,
            String reference,
            Instant recordedAt) {

        static RepaymentView of(Repayment repayment) {
            return new RepaymentView(
                    repayment.id(),
                    repayment.paidOn(),
                    repayment.principal(),
                    repayment.interest(),
                    repayment.penalty(),
                    repayment.reference(),
                    repayment.recordedAt());
        }
    }

    @GET
    @Transactional
    @Operation(operationId = "listRepayments", summary = "What was paid back on a loan, by day")
    public List<RepaymentView> list(@PathParam("id") UUID id) {
        return books.listRepayments(loans.get(id).id()).stream()
                .map(RepaymentView::of)
                .toList();
    }

    @POST
    @Idempotent
    @Transactional
    @RolesAllowed({"finance-officer", "system"})
    @Operation(
            operationId = "createRepayment",
            summary = "Record what was paid back; early is allowed, more than owed not")
    @APIResponse(
            responseCode = "201",
            description = "Recorded",
            content = @Content(schema = @Schema(implementation = RepaymentView.class)))
    public Response create(@PathParam("id") UUID id, @Valid @NotNull RepaymentRequest request) {
        var recorded = repaying.repay(id, request.said());
        return Response.created(URI.create("/v1/loans/" + id + "/repayments"))
                .entity(RepaymentView.of(recorded.repayment()))
                .build();
    }
}
