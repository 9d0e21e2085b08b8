package org.jingzhun.funding.disclosure;

import org.jingzhun.funding.ledger.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * A line of what is announced.
 *
 * @param division whom it concerns, 12 digits
 * @param label what it is for: a village, a project, a benefit
 * @param receiver a beneficiary's name, which is shown with its first letters only; null for none
 * @param persons how many it reaches, null if that is not known
 */
public record DisclosedRow(
        long division,
        String label,
        @Nullable String receiver,
        @Nullable Long persons,
        @Nullable Money amount) {

    /** Money for a place. */
    public static DisclosedRow of(long division, String label, Money amount) {
        return new DisclosedRow(division, label, null, null, amount);
    }
}
