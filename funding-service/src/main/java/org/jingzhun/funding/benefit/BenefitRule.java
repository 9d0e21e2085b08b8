package org.jingzhun.funding.benefit;

import java.time.LocalDate;
import org.jingzhun.funding.ledger.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * A benefit as it is given for a time at a place (补助项目). One that exists never changes; a new rate is another version.
 *
 * @param benefit UPPER_SNAKE
 * @param division where it holds, 12 digits; 0 for everywhere
 * @param validTo last day of validity, null while it goes on
 * @param amount at most for one period, and what is due when a claim names no amount; null: as claimed
 * @param monitored whether monitored households (监测户) that are not on the register have it, too
 * @param afterExitMonths only of MONTHS
 * @param source the document that set it, with the mark of its evidence
 */
public record BenefitRule(
        String benefit,
        long division,
        String version,
        LocalDate validFrom,
        @Nullable LocalDate validTo,
        String zh,
        String en,
        Receiver receiver,
        @Nullable Money amount,
        Period period,
        boolean monitored,
        AfterExit afterExit,
        @Nullable Integer afterExitMonths,
        String source) {

    /** Who receives it. */
    public enum Receiver {
        HOUSEHOLD,
        PERSON
    }

    /** How often it is due. */
    public enum Period {
        ONCE,
        MONTH,
        TERM,
        YEAR
    }

    /** What becomes of it when the household leaves poverty (脱贫不脱政策). */
    public enum AfterExit {
        ENDS,
        MONTHS,
        CONTINUES
    }

    public BenefitRule {
        if ((afterExit == AfterExit.MONTHS) == (afterExitMonths == null)) {
            throw new IllegalArgumentException(
                    "Rule of " + benefit + " (" + afterExit + ") must name months exactly if it is of MONTHS");
        }
        if (amount != null) {
            var unused = amount.requirePositive("Amount of " + benefit);
        }
    }

    /** Its name with its place, for decisions to keep. */
    public String label() {
        return division == 0 ? version : version + "@" + division;
    }
}
