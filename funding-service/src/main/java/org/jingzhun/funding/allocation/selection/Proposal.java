package org.jingzhun.funding.allocation.selection;

import java.util.UUID;
import org.jingzhun.funding.ledger.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * A proposal that competes for money (申报项目).
 *
 * @param division where it lies, 12 digits
 * @param kind a code
 * @param score hundredths of a point, 0 to 10,000
 * @param cost what it asks for; it gets all of it or nothing
 * @param mustFund whether it is funded in any case (必保项目)
 * @param group of all proposals of a group at most one is funded (互斥项目); null if it is in none
 */
public record Proposal(
        UUID id,
        long division,
        String kind,
        int score,
        Money cost,
        boolean mustFund,
        @Nullable String group) {

    /** 100 points in hundredths. */
    public static final int FULL_SCORE = 10_000;

    public Proposal {
        cost.requirePositive("Cost");
        if (score < 0 || score > FULL_SCORE) {
            throw new IllegalArgumentException("Score (" + score + ") of " + id + " must be 0 to " + FULL_SCORE);
        }
    }
}
