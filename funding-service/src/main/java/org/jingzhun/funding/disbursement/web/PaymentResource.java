package org.jingzhun.funding.disbursement.web;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
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
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jingzhun.chassis.audit.Audit;
import org.jingzhun.chassis.audit.AuditEntry;
import org.jingzhun.chassis.http.Revisions;
import org.jingzhun.chassis.idempotency.Idempotent;
import org.jingzhun.funding.disbursement.Paying;
import org.jingzhun.funding.disbursement.Payment;
import org.jingzhun.funding.disbursement.PaymentRows;
import org.jingzhun.funding.disbursement.PaymentStage;
import org.jingzhun.funding.disbursement.PaymentStep;
import org.jingzhun.funding.ledger.AccountKind;
import org.jingzhun.funding.ledger.money.Money;
import org.jspecify.annotations.Nullable;

/** Single payments (支付明细) and what becomes of those that failed. */
@Path("/v1/payments")
@Tag(name = "Payment")
@RolesAllowed({"finance-officer", "county-officer", "city-officer", "region-officer", "auditor"})
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
public class PaymentResource {

    private final PaymentRows payments;
    private final Paying paying;
    private final Audit audit;

    PaymentResource(PaymentRows payments, Paying paying, Audit audit) {
        this.payments = payments;
        this.paying = paying;
        this.audit = audit;
    }

    /** A payment as seen from outside. */
    @Schema(name = "Payment")
    record PaymentView(
            UUID id,
            UUID batch,
            UUID payable,
            String benefit,
            String village,
            @Nullable UUID household,
            @Nullable UUID person,
            @Nullable String payee,
            AccountKind account,
            UUID source,
            int year,
            Money amount,
            PaymentStage stage,

            @Schema(description = "Why the bank could not.") @Nullable
            String reason,

            @Nullable LocalDate settledOn,

            @Schema(description = "The failed payment whose place it takes.") @Nullable
            UUID retries) {

        static PaymentView of(Payment payment) {
            return new PaymentView(
                    payment.id(),
                    payment.batchId(),
                    payment.payableId(),
                    payment.benefit(),
                    Long.toString(payment.village()),
                    payment.householdId(),
                    payment.personId(),
                    payment.payee(),
                    payment.from().kind(),
                    payment.from().sourceId(),
                    payment.from().year(),
                    payment.amount(),
                    payment.stage(),
                    payment.reason(),
                    payment.settledOn(),
                    payment.retries());
        }
    }

    /** A slice of payments. */
    @Schema(name = "PaymentSlice")
    record PaymentSlice(
            List<PaymentView> items,

            @Schema(nullable = true, description = "Pass as `after` for the next piece; null at the end.") @Nullable
            String next) {}

    /** A step to be taken. */
    @Schema(name = "PaymentStepRequest")
    record StepRequest(
            @NotNull PaymentStep step,
            @Size(max = 1000) @Nullable String remark,

            @Schema(description = "Of CORRECT: who in the household receives it from now on.") @Nullable
            UUID person) {}

    @GET
    @Path("/{id}")
    @Transactional
    @Operation(operationId = "getPayment", summary = "One payment")
    @APIResponse(
            responseCode = "200",
            description = "As it stands",
            content = @Content(schema = @Schema(implementation = PaymentView.class)))
    public Response get(@PathParam("id") UUID id) {
        var payment = payments.get(id);
        audit.record(AuditEntry.of("payment-read", "payment", id)
                .in(payment.village())
                .about(payment.householdId()));
        return Revisions.answer(PaymentView.of(payment), payment.revision());
    }

    @POST
    @Idempotent
    @Path("/{id}/steps")
    @RolesAllowed("finance-officer")
    @Operation(
            operationId = "takePaymentStep",
            summary = "CORRECT, RETRY or RETURN a payment that failed; RECOVER one that arrived")
    @APIResponse(
            responseCode = "200",
            description = "As it stands",
            content = @Content(schema = @Schema(implementation = PaymentView.class)))
    public Response take(
            @PathParam("id") UUID id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Size(max = Revisions.LONGEST_TAG) @Nullable String ifMatch,
            @Valid @NotNull StepRequest request) {
        var payment = paying.take(
                id, request.step(), Objects.requireNonNullElse(request.remark(), ""), request.person(), ifMatch);
        return Revisions.answer(PaymentView.of(payment), payment.revision());
    }
}
