package org.jingzhun.funding.disbursement;

import java.util.List;
import java.util.Set;
import org.jingzhun.chassis.procedure.Move;

/**
 * The steps of one payment after it has gone to the bank: from where to where, who may take each, and whose signature its
 * taker must not have given. The database knows the same ways and no other.
 */
@SuppressWarnings("ImmutableEnumChecker") // sets and lists made by of() are immutable
public enum PaymentStep implements Move<PaymentStage> {

    /** The bank's result: it arrived (到账). */
    SETTLE(Set.of(PaymentStage.SENT), PaymentStage.PAID, Set.of(PaymentStep.FINANCE, PaymentStep.SYSTEM), List.of()),

    /** The bank's result: it could not be paid (支付失败). */
    FAIL(Set.of(PaymentStage.SENT), PaymentStage.FAILED, Set.of(PaymentStep.FINANCE, PaymentStep.SYSTEM), List.of()),

    /** Somebody else in the household receives it, or the payee was put right with the bank (更正). */
    CORRECT(Set.of(PaymentStage.FAILED), PaymentStage.CORRECTED, Set.of(PaymentStep.FINANCE), List.of()),

    /** It is to be sent once more (重发); whoever corrected it does not say so. */
    RETRY(
            Set.of(PaymentStage.FAILED, PaymentStage.CORRECTED),
            PaymentStage.TO_RETRY,
            Set.of(PaymentStep.FINANCE),
            List.of(CORRECT)),

    /** It goes once more, as another payment in a batch of retries. */
    RESEND(Set.of(PaymentStage.TO_RETRY), PaymentStage.RETRIED, Set.of(PaymentStep.FINANCE), List.of()),

    /** It is given up (退回): the money goes back to the account that paid. */
    RETURN(
            Set.of(PaymentStage.FAILED, PaymentStage.CORRECTED, PaymentStage.TO_RETRY),
            PaymentStage.RETURNED,
            Set.of(PaymentStep.FINANCE),
            List.of()),

    /** It had arrived and is given back (追回): the money goes back to the account that paid. */
    RECOVER(Set.of(PaymentStage.PAID), PaymentStage.RETURNED, Set.of(PaymentStep.FINANCE), List.of());

    private static final String FINANCE = "finance-officer";
    private static final String SYSTEM = "system";

    private final Set<PaymentStage> from;
    private final PaymentStage to;
    private final Set<String> takenBy;
    private final List<PaymentStep> mustDifferFrom;

    PaymentStep(Set<PaymentStage> from, PaymentStage to, Set<String> takenBy, List<PaymentStep> mustDifferFrom) {
        this.from = from;
        this.to = to;
        this.takenBy = takenBy;
        this.mustDifferFrom = mustDifferFrom;
    }

    @Override
    public Set<PaymentStage> from() {
        return from;
    }

    @Override
    public PaymentStage to() {
        return to;
    }

    @Override
    public Set<String> takenBy() {
        return takenBy;
    }

    @Override
    public List<PaymentStep> mustDifferFrom() {
        return mustDifferFrom;
    }

    /** Whether it is taken by an officer for one payment; the others are taken for many at once. */
    boolean isTakenAlone() {
        return switch (this) {
            case CORRECT, RETRY, RETURN, RECOVER -> true;
            case SETTLE, FAIL, RESEND -> false;
        };
    }
}
