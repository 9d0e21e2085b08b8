package org.jingzhun.funding.disbursement;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jingzhun.chassis.caller.Caller;
import org.jingzhun.chassis.procedure.Officer;
import org.jingzhun.chassis.procedure.Signing;
import org.jingzhun.chassis.procedure.TakenStep;
import org.jingzhun.funding.ledger.AccountKey;
import org.jingzhun.funding.ledger.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * One payment of a batch (支付明细).
 *
 * @param retries the failed payment whose place it takes
 * @param from the account that pays
 * @param reason why the bank could not, in its words
 * @param settledOn when it arrived or failed
 */
public record Payment(
        UUID id,
        UUID batchId,
        UUID payableId,
        PayableKind kind,
        String benefit,
        @Nullable UUID retries,
        long village,
        @Nullable UUID householdId,
        @Nullable UUID personId,
        @Nullable String payee,
        AccountKey from,
        Money amount,
        PaymentStage stage,
        @Nullable String reason,
        @Nullable LocalDate settledOn,
        long revision) {

    /** A step that was taken for it. */
    record Signed(PaymentStep step, String takenBy) implements TakenStep {}

    /**
     * Asks the table.
     *
     * @param signed steps taken before
     * @return the role by which it is allowed
     * @throws org.jingzhun.chassis.procedure.StepRefusal if the step is not open, not this officer's, or was to be taken
     *     by another person
     * @throws DisbursementRefusal.TakenElsewhere if it is taken for many at once
     */
    String requireMayTake(PaymentStep step, Caller officer, List<Signed> signed) {
        if (!step.isTakenAlone()) {
            throw new DisbursementRefusal.TakenElsewhere(step);
        }
        return Signing.requireMayTake(step, stage, Officer.of(officer), signed);
    }

    /** The account in which it counts as paid. */
    AccountKey paidAccount() {
        return AccountKey.paid(from.county(), village, from.sourceId(), from.year());
    }

    /** The account in which its money is while the bank has it. */
    AccountKey transitAccount() {
        return AccountKey.inTransit(from.county(), from.sourceId(), from.year());
    }
}
