package org.jingzhun.funding.disbursement;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * Payments that arrived, or came back: fired in the transaction that says so, for payables that other concepts handed over.
 *
 * @param items of any kinds but BENEFIT and PROJECT
 */
public record SettledPayments(List<Settled> items) {

    /**
     * One payment.
     *
     * @param payableId as it was handed over
     * @param paid whether it arrived; false: the money is back in the account that was to pay
     */
    public record Settled(UUID payableId, PayableKind kind, boolean paid, LocalDate on) {}

    public SettledPayments {
        items = List.copyOf(items);
    }
}
