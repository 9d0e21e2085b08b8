package org.jingzhun.identification.campaign.line;

import org.jspecify.annotations.Nullable;

/** What came of drawing a line. */
public sealed interface Line {

    /**
     * All households with one score, which are decided together.
     *
     * @param households 1 or more
     * @param persons 1 or more
     */
    record Tie(int score, int households, long persons) {}

    /**
     * The households up to and including this score are within the quota.
     *
     * @param score the line: the household with exactly this score is within
     * @param households how many are within
     * @param persons how many persons they have, at most the quota
     * @param next the tie that would have come next and would have gone over the quota; null when all are within
     */
    record Drawn(
            int score,
            int households,
            long persons,
            long quotaPersons,
            @Nullable Tie next) implements Line {}

    /**
     * Even the poorest tie has more persons than the quota, so nobody is within.
     *
     * @param poorest null when there is no candidate at all
     */
    record NobodyWithin(long quotaPersons, @Nullable Tie poorest) implements Line {}

    /** A quota of no persons is an error of whoever set it, not a wish that nobody be poor. */
    record QuotaRefused(long quotaPersons) implements Line {}
}
