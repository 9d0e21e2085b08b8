package org.jingzhun.funding.allocation.standard;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Comparator;
import java.util.List;
import org.jingzhun.funding.ledger.money.Money;

/** Gives every receiver the same amount for each unit that it counts (按固定标准分配), or says by how much the money falls short. */
public final class FixedStandard {

    private FixedStandard() {}

    /**
     * A receiver and what it counts.
     *
     * @param code division code
     * @param units villages, persons, pupils or first secretaries, at least 0
     */
    public record Counted(long code, long units) {

        public Counted {
            if (units < 0) {
                throw new IllegalArgumentException("Units (" + units + ") of " + code + " must not be negative");
            }
        }
    }

    /** What comes of it. */
    public sealed interface Result {}

    /**
     * Everybody gets what the standard says, in the order of the codes.
     *
     * @param units of all receivers together
     * @param total {@code rate x units}; what the amount holds beyond it stays where it is
     */
    public record Granted(List<Grant> grants, long units, Money total) implements Result {

        public Granted {
            grants = List.copyOf(grants);
        }
    }

    /** One receiver's share: {@code amount = rate x units}. */
    public record Grant(long code, long units, Money amount) {}

    /** The standard asks for more than there is. */
    public record Shortage(String needed, Money available, String shortfall) implements Result {}

    /** No receiver counts anything. */
    public record Nobody() implements Result {}

    /**
     * @param amount the most that may be given in all
     * @param rate for each unit
     * @param receivers in any order; those that count nothing get nothing and are left out
     */
    public static Result allocate(Money amount, Money rate, List<Counted> receivers) {
        rate.requirePositive("Rate");
        var counted = receivers.stream()
                .filter(receiver -> receiver.units() > 0)
                .sorted(Comparator.comparing(Counted::code))
                .toList();
        if (counted.isEmpty()) {
            return new Nobody();
        }
        var units = BigInteger.ZERO;
        for (var receiver : counted) {
            units = units.add(BigInteger.valueOf(receiver.units()));
        }
        var needed = units.multiply(BigInteger.valueOf(rate.fen()));
        var over = needed.subtract(BigInteger.valueOf(amount.fen()));
        if (over.signum() > 0) {
            return new Shortage(yuan(needed), amount, yuan(over));
        }
        return new Granted(
                counted.stream()
                        .map(c -> new Grant(c.code(), c.units(), Money.ofFen(rate.fen() * c.units())))
                        .toList(),
                units.longValueExact(),
                Money.ofFen(needed.longValueExact()));
    }

    private static String yuan(BigInteger fen) {
        return new BigDecimal(fen, 2).toPlainString();
    }
}
