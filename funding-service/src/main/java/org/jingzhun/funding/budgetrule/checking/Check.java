package org.jingzhun.funding.budgetrule.checking;

import java.util.List;
import org.jingzhun.funding.ledger.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * Whether a rule holds, with its proof.
 *
 * @param bound the least, or for a ceiling the most, in yuan; null while it cannot be told or is no amount
 * @param actual what stands against it; null where {@code bound} is
 * @param figures every number that was used
 * @param missing names of the numbers that were not found; for SEPARATE_LINE the funds without a line
 */
public record Check(
        Rule rule,
        Verdict verdict,
        @Nullable Money bound,
        @Nullable Money actual,
        List<Figure> figures,
        List<String> missing) {

    public Check {
        figures = List.copyOf(figures);
        missing = List.copyOf(missing);
    }
}
