package org.jingzhun.funding.fund.rule;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SequencedMap;
import java.util.UUID;
import org.jingzhun.funding.ledger.money.Money;

/** Takes an amount out of what a fund holds of several sources and years: the oldest year first, then by source. */
public final class Drawing {

    private static final Comparator<Portion> OLDEST =
            Comparator.comparingInt(Portion::year).thenComparing(Portion::sourceId);

    private Drawing() {}

    /** Money of one source and budget year. */
    public record Portion(UUID sourceId, int year) {}

    /**
     * What each portion gives; together the amount, or all there is where that is less.
     *
     * @param held not negative
     */
    public static SequencedMap<Portion, Money> draw(Money amount, Map<Portion, Money> held) {
        var drawn = new LinkedHashMap<Portion, Money>();
        var left = amount;
        for (var portion : held.keySet().stream().sorted(OLDEST).toList()) {
            var there = held.getOrDefault(portion, Money.ZERO);
            var taken = there.compareTo(left) < 0 ? there : left;
            if (taken.isPositive()) {
                drawn.put(portion, taken);
                left = left.minus(taken);
            }
        }
        return drawn;
    }
}
