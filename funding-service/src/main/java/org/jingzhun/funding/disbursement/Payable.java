package org.jingzhun.funding.disbursement;

import java.util.UUID;
import org.jingzhun.funding.ledger.AccountKey;
import org.jingzhun.funding.ledger.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * What is due to a household (应付), handed over by the concept that decided it.
 *
 * @param id chosen by that concept: the same id is due once, however often it is handed over
 * @param personId who in the household; null for the household as a whole
 * @param village of the household, 12 digits
 * @param from the account that pays
 * @param basis why, in a few words; held against the negative list, never personal data
 */
public record Payable(
        UUID id,
        PayableKind kind,
        UUID householdId,
        @Nullable UUID personId,
        long village,
        AccountKey from,
        Money amount,
        String basis) {

    public static final int LONGEST_BASIS = 200;

    public Payable {
        var unused = amount.requirePositive("Payable " + id);
        if (kind == PayableKind.BENEFIT || kind == PayableKind.PROJECT || kind == PayableKind.LOAN_SUBSIDY) {
            throw new IllegalArgumentException("Payable " + id + " (" + kind
                    + ") must be of another kind: benefits are claimed, projects and banks have no household");
        }
        if (basis.isBlank() || basis.length() > LONGEST_BASIS) {
            throw new IllegalArgumentException(
                    "Basis of payable " + id + " must have 1 to " + LONGEST_BASIS + " characters");
        }
    }
}
