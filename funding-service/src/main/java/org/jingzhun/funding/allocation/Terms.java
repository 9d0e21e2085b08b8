package org.jingzhun.funding.allocation;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import org.jingzhun.funding.ledger.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * The terms of a plan that are single values.
 *
 * @param level of the receivers
 * @param parameterSet the set that the factors come from, null if the plan names its own
 * @param floorFen the least that each receiver gets
 * @param capFen the most that each receiver gets, null for no cap
 * @param capPerHeadFen the most for each head, null for no such cap
 * @param heads what counts as a head, null without a cap for it
 * @param onlyPoorVillages leaves out receivers without a designated poor village
 * @param reserve basis points of the amount set aside for rewards
 * @param incentiveSet the dated percentages by grade, null for none
 * @param evaluationYear year whose published grades count, null for none
 * @param standard code of the fixed standard, null if the plan names its own rate
 * @param rateFen amount for each unit of a fixed standard
 * @param criteriaSet criteria by which proposals are appraised
 * @param minimumScore hundredths of a point that a proposal needs
 */
@Embeddable
public record Terms(
        @Enumerated(EnumType.STRING) Mode mode,

        @Enumerated(EnumType.STRING) @Column(name = "receiver_level")
        Level level,

        @Column(name = "parameter_set") @Nullable String parameterSet,
        @Column(name = "floor_fen") long floorFen,
        @Column(name = "cap_fen") @Nullable Long capFen,
        @Column(name = "cap_per_head_fen") @Nullable Long capPerHeadFen,
        @Enumerated(EnumType.STRING) @Nullable FactorCode heads,
        @Column(name = "only_poor_villages") boolean onlyPoorVillages,
        int reserve,
        @Column(name = "incentive_set") @Nullable String incentiveSet,
        @Column(name = "evaluation_year") @Nullable Integer evaluationYear,
        @Nullable String standard,
        @Column(name = "rate_fen") @Nullable Long rateFen,
        @Column(name = "criteria_set") @Nullable String criteriaSet,
        @Column(name = "minimum_score") @Nullable Integer minimumScore) {

    /** Terms of a plain factor formula over villages. */
    public static Terms factors(@Nullable String parameterSet) {
        return new Terms(
                Mode.FACTOR,
                Level.VILLAGE,
                parameterSet,
                0,
                null,
                null,
                null,
                false,
                0,
                null,
                null,
                null,
                null,
                null,
                null);
    }

    public Money floor() {
        return Money.ofFen(floorFen);
    }

    public @Nullable Money cap() {
        return moneyOrNull(capFen);
    }

    public @Nullable Money capPerHead() {
        return moneyOrNull(capPerHeadFen);
    }

    public @Nullable Money rate() {
        return moneyOrNull(rateFen);
    }

    private static @Nullable Money moneyOrNull(@Nullable Long fen) {
        return fen == null ? null : Money.ofFen(fen);
    }
}
