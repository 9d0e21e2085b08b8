package org.jingzhun.funding.loan;

import java.time.LocalDate;
import java.util.UUID;
import org.jingzhun.funding.ledger.money.Money;

/**
 * What a bank gave back of the subsidy of a misused loan (追回贴息).
 *
 * @param entryId the journal entry that booked it into the budgets that had paid
 */
public record SubsidyRefund(
        UUID id, UUID loanId, long village, Money amount, LocalDate receivedOn, String reference, UUID entryId) {}
