package org.jingzhun.funding.loan;

import java.time.LocalDate;
import java.util.Set;
import org.jingzhun.funding.codelist.Dated;
import org.jingzhun.funding.ledger.money.Money;
import org.jingzhun.funding.loan.schedule.DayCount;
import org.jingzhun.funding.loan.schedule.Every;
import org.jingzhun.funding.loan.schedule.Repaid;
import org.jspecify.annotations.Nullable;

/**
 * The rules of a kind of loan as they hold for a time.
 *
 * @param validTo last day of validity, null while it goes on
 * @param most principal at most, by what {@code limitBy} says
 * @param rate what the bank may ask for
 * @param subsidyShare of the capped rate that the state pays, millionths
 * @param penaltyShare of the rate that overdue principal bears beside it, millionths; nothing for micro-credit
 * @param graceMonths after the payout, of a student loan after school, without principal due
 * @param extension how far maturity may be put off
 * @param borrowers status in the register, MONITORED for households that are monitored
 * @param ages from and to, confirmed by the village; 0 if none is asked for
 * @param rated whether the household needs a credit rating with a line
 * @param source the document that set it, with the mark of its evidence
 */
public record LoanProduct(
        Product product,
        String version,
        LocalDate validFrom,
        @Nullable LocalDate validTo,
        Money most,
        LimitBy limitBy,
        int mostMonths,
        RateCap rate,
        int subsidyShare,
        SubsidyWhile subsidyWhile,
        int penaltyShare,
        DayCount dayCount,
        Every interestEvery,
        Repaid repaid,
        int graceMonths,
        Extension extension,
        Set<LoanUse> uses,
        Set<String> borrowers,
        Ages ages,
        boolean rated,
        Set<Security> securities,
        String source)
        implements Dated {

    /** Over what the largest amount is counted. */
    public enum LimitBy {
        HOUSEHOLD,
        SCHOOL_YEAR
    }

    /** How long interest is subsidised. */
    public enum SubsidyWhile {
        TERM,
        SCHOOL
    }

    /** @param share of the reference rate, millionths */
    public record RateCap(RateReference reference, int share) {}

    /**
     * How far maturity may be put off.
     *
     * @param shortShare of the months of a loan of up to a year, millionths
     * @param longShare of the months of a longer one, millionths
     * @param subsidised whether extended loans are subsidised beyond their first maturity
     */
    public record Extension(int most, int mostRenewals, int shortShare, int longShare, boolean subsidised) {

        private static final int YEAR = 12;
        private static final long WHOLE = 1_000_000;

        /** Months by which a loan may be extended at most. */
        int mostMonths(int months) {
            return Math.toIntExact(months * (months <= YEAR ? shortShare : (long) longShare) / WHOLE);
        }
    }

    /** Ages of borrowers. */
    public record Ages(int least, int most) {

        boolean asked() {
            return most > 0;
        }
    }

    public LoanProduct {
        uses = Set.copyOf(uses);
        borrowers = Set.copyOf(borrowers);
        securities = Set.copyOf(securities);
        most.requirePositive("Largest amount");
        if (product == Product.MICRO_CREDIT && (penaltyShare != 0 || !securities.equals(Set.of(Security.NONE)))) {
            throw new IllegalArgumentException(
                    "MICRO_CREDIT (" + version + ") must bear no penalty interest and no security");
        }
        if (uses.contains(LoanUse.ENTERPRISE)) {
            throw new IllegalArgumentException("Uses (" + version + ") must not include ENTERPRISE");
        }
        if ((product == Product.STUDENT) != (limitBy == LimitBy.SCHOOL_YEAR)) {
            throw new IllegalArgumentException("Only STUDENT (" + version + ") must be limited by SCHOOL_YEAR");
        }
    }
}
