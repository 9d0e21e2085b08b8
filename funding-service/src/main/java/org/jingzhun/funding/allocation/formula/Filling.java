package org.jingzhun.funding.allocation.formula;

import java.math.BigInteger;
import java.util.Arrays;
import org.jingzhun.funding.allocation.formula.FactorAllocation.Bound;
import org.jingzhun.funding.ledger.money.Money;

/**
 * Finds the scale at which quotas held between their floors and caps add up to the amount. In each round the free
 * quotas share what the held ones leave; if floors ask for more than caps give back, the receivers below their floor
 * are held there for good, because the scale can then only sink, and the other way round for caps.
 */
final class Filling {

    private static final double MARGIN = 1e-9;

    private final Quotas quotas;
    private final Receivers receivers;
    private final double[] approximate;
    private final Bound[] bounds;
    private final boolean[] free;
    private BigInteger rest;
    private BigInteger freeQuotas;

    private Filling(Money amount, Quotas quotas) {
        this.quotas = quotas;
        this.receivers = quotas.receivers();
        this.approximate = new double[receivers.size()];
        Arrays.setAll(approximate, r -> quotas.numerator(r).doubleValue());
        this.bounds = new Bound[receivers.size()];
        this.free = new boolean[receivers.size()];
        this.rest = BigInteger.valueOf(amount.fen());
        this.freeQuotas = quotas.denominator();
        Arrays.fill(bounds, Bound.NONE);
        for (int r = 0; r < free.length; r++) {
            free[r] = quotas.numerator(r).signum() > 0;
            if (!free[r] && receivers.floorFen(r) > 0) {
                hold(r, Bound.FLOOR);
            }
        }
    }

    static Filling of(Money amount, Quotas quotas) {
        var filling = new Filling(amount, quotas);
        while (filling.holdNext()) {
            assert filling.rest.signum() >= 0 : "floors above the amount got past the checks";
        }
        return filling;
    }

    /** One round; false when every free quota is within its bounds. */
    private boolean holdNext() {
        var below = BigInteger.ZERO;
        var above = BigInteger.ZERO;
        var broken = new Bound[free.length];
        double scale = rest.doubleValue() / freeQuotas.doubleValue();
        for (int r = 0; r < free.length; r++) {
            broken[r] = Bound.NONE;
            if (!free[r] || !receivers.isBounded(r) || isClearlyWithin(r, scale)) {
                continue;
            }
            var scaled = rest.multiply(quotas.numerator(r));
            var lack = freeQuotas
                    .multiply(BigInteger.valueOf(receivers.floorFen(r)))
                    .subtract(scaled);
            var over = scaled.subtract(freeQuotas.multiply(BigInteger.valueOf(receivers.capFen(r))));
            if (lack.signum() > 0) {
                below = below.add(lack);
                broken[r] = Bound.FLOOR;
            } else if (over.signum() > 0) {
                above = above.add(over);
                broken[r] = Bound.CAP;
            }
        }
        if (below.signum() == 0 && above.signum() == 0) {
            return false;
        }
        int balance = below.compareTo(above);
        for (int r = 0; r < free.length; r++) {
            if ((broken[r] == Bound.FLOOR && balance >= 0) || (broken[r] == Bound.CAP && balance <= 0)) {
                hold(r, broken[r]);
            }
        }
        return true;
    }

    /** Spares the exact comparison where floating point is a thousand times more precise than needed to see it. */
    private boolean isClearlyWithin(int receiver, double scale) {
        double fen = approximate[receiver] * scale;
        return fen > receivers.floorFen(receiver) * (1 + MARGIN) + 1
                && fen < receivers.capFen(receiver) * (1 - MARGIN) - 1;
    }

    private void hold(int receiver, Bound bound) {
        bounds[receiver] = bound;
        free[receiver] = false;
        freeQuotas = freeQuotas.subtract(quotas.numerator(receiver));
        rest = rest.subtract(BigInteger.valueOf(heldFen(receiver)));
    }

    Bound bound(int receiver) {
        return bounds[receiver];
    }

    /** What a receiver is held at, or 0 if it has neither bound nor quota. */
    long heldFen(int receiver) {
        return switch (bounds[receiver]) {
            case FLOOR -> receivers.floorFen(receiver);
            case CAP -> receivers.capFen(receiver);
            case NONE -> 0;
        };
    }

    boolean isFree(int receiver) {
        return free[receiver];
    }

    /** Fen that the free receivers share in proportion to their quotas. */
    BigInteger rest() {
        return rest;
    }

    /** Sum of the free receivers' quota numerators. */
    BigInteger freeQuotas() {
        return freeQuotas;
    }
}
