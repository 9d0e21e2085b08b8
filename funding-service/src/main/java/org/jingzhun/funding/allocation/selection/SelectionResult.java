package org.jingzhun.funding.allocation.selection;

import java.util.List;
import java.util.UUID;
import org.jingzhun.funding.ledger.money.Money;
import org.jspecify.annotations.Nullable;

/** What comes of a selection. */
public sealed interface SelectionResult {

    /**
     * Proven best: no other choice has a greater score, and of those with the same score none costs less.
     *
     * @param decisions one for each proposal, by id
     * @param score of the funded ones together, hundredths of a point
     * @param bound that no choice can pass, by the solver; equal to the score, which is the proof
     * @param cost of the funded ones together
     * @param costBound that no choice of this score can undercut; equal to the cost
     */
    record Selected(List<Decision> decisions, long score, long bound, Money cost, Money costBound)
            implements SelectionResult {

        public Selected {
            decisions = List.copyOf(decisions);
            if (score != bound || !cost.equals(costBound)) {
                throw new IllegalArgumentException("Selection (score " + score + ", bound " + bound + ", cost " + cost
                        + ", bound " + costBound + ") must be proven");
            }
        }
    }

    /** The rules contradict each other. */
    record Impossible(Refuser rule, String detail) implements SelectionResult {}

    /**
     * The solver's effort ended before the proof.
     *
     * @param score of the best choice so far
     * @param bound that no choice can pass
     */
    record NotProven(long score, long bound) implements SelectionResult {}

    /**
     * What becomes of one proposal.
     *
     * @param refusedBy rules that the funded ones and this one together would break; empty if it is funded
     * @param price what funding it in spite of that would cost the objective; null if it is funded
     */
    record Decision(
            UUID id,
            boolean funded,
            List<Refuser> refusedBy,
            @Nullable Price price) {

        public Decision {
            refusedBy = List.copyOf(refusedBy);
        }
    }

    /** A rule that can refuse a proposal. */
    enum Refuser {
        MINIMUM_SCORE,
        EXCLUSIVE_GROUP,
        PLACE_CAP,
        KIND_CAP,
        BUDGET,
        /** It would fit, and adds no point. */
        NOTHING_GAINED
    }

    /**
     * The price of a refusal: how far the best choice with this proposal stays behind the best of all.
     *
     * @param loss hundredths of a point; at least so many if it is not exact; negative if the minimum score alone keeps the
     *     proposal out
     * @param possible false if there is no choice at all with this proposal
     * @param exact whether the solver has proven it
     */
    record Price(long loss, boolean possible, boolean exact) {

        static final Price NONE = new Price(0, true, true);
    }
}
