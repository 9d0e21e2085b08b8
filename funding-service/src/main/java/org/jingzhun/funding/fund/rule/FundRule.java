package org.jingzhun.funding.fund.rule;

import java.time.LocalDate;
import java.util.List;
import org.jingzhun.funding.ledger.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * A rule of use (使用规则): what a kind of fund may be used for, by whom and up to what.
 *
 * @param purpose a code; new ones may be loaded
 * @param division the lowest code of where it holds; 0 is everywhere
 * @param cap for one receiver and year
 * @param aboveCap the most that the county may approve; equal to the cap where it may not
 * @param covered of the receiver's own payment at most so many ten-thousandths; the rest is his own share
 * @param months a loan's longest term, 0 for grants
 * @param feeRate usage fee (占用费) of a loan a year, in ten-thousandths
 * @param guarantors how many other members must vouch
 * @param exhausted other aid that must have been used first (穷尽其他政策)
 * @param evidence papers that must be there
 * @param fundSize what a fund of this kind should hold at least
 * @param mark SEED, PUBLIC, UNVERIFIED, ASSUMPTION, or LOCAL for what was loaded
 */
public record FundRule(
        FundKind kind,
        String purpose,
        String version,
        LocalDate validFrom,
        @Nullable LocalDate validTo,
        long division,
        AidForm form,
        Receiver receiver,
        Money minimum,
        Money cap,
        Money aboveCap,
        int covered,
        int months,
        int feeRate,
        int guarantors,
        boolean membersOnly,
        List<String> exhausted,
        List<String> evidence,
        Money fundSize,
        String mark,
        String source) {

    /** The whole, as rates are counted. */
    public static final int WHOLE = 10_000;

    public FundRule {
        exhausted = List.copyOf(exhausted);
        evidence = List.copyOf(evidence);
        if (cap.compareTo(minimum) < 0 || aboveCap.compareTo(cap) < 0) {
            throw new IllegalArgumentException("Cap (" + cap + " yuan) must lie between the minimum (" + minimum
                    + ") and what may be approved above it (" + aboveCap + ")");
        }
        if ((form == AidForm.LOAN) != (months > 0)) {
            throw new IllegalArgumentException("Term (" + months + " months) must be named exactly for loans");
        }
    }

    /** Who gets it. */
    public enum Receiver {
        HOUSEHOLD,
        VILLAGE
    }
}
