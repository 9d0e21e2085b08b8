package org.jingzhun.funding.allocation.formula;

import java.util.Arrays;
import java.util.List;
import org.jingzhun.funding.ledger.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * The places that receive (分配对象) with their factor values, floors, caps and incentives, ordered by code. Held in columns,
 * because there may be more than a million of them.
 */
public final class Receivers {

    /** Values are whole numbers from 0 to one trillion in the factor's own unit. */
    public static final long VALUE_LIMIT = 1_000_000_000_000L;

    /** Keeps the sum of a factor within 63 bits. */
    public static final int MOST = 5_000_000;

    private final List<String> factorCodes;
    private final long[] codes;
    private final long[][] values;
    private final long[] floors;
    private final long[] caps;
    private final int[] deductions;
    private final int[] rewards;

    private Receivers(Builder from, int[] order) {
        this.factorCodes = from.factorCodes;
        this.codes = Order.pick(from.codes, order);
        this.values = new long[from.values.length][];
        Arrays.setAll(values, f -> Order.pick(from.values[f], order));
        this.floors = Order.pick(from.floors, order);
        this.caps = Order.pick(from.caps, order);
        this.deductions = Order.pick(from.deductions, order);
        this.rewards = Order.pick(from.rewards, order);
    }

    /**
     * What holds for one receiver beside its factor values.
     *
     * @param floor the least that it gets, 0 for no floor (保底)
     * @param cap the most that it gets, null for no cap (封顶)
     * @param deduction basis points of its share that are taken away for poor performance (绩效扣减), 0 to 10,000
     * @param reward basis points of its share that it may get on top (奖励), 0 to 10,000
     */
    public record Conditions(Money floor, @Nullable Money cap, int deduction, int reward) {

        /** Neither bound nor incentive. */
        public static final Conditions NONE = new Conditions(Money.ZERO, null, 0, 0);

        public Conditions {
            floor.requireNotNegative("Floor");
            if (cap != null && floor.compareTo(cap) > 0) {
                throw new IllegalArgumentException("Floor (" + floor + ") must not be above the cap (" + cap + ")");
            }
            if (deduction < 0 || deduction > Factor.WHOLE || reward < 0 || reward > Factor.WHOLE) {
                throw new IllegalArgumentException(
                        "Deduction (" + deduction + ") and reward (" + reward + ") must be 0 to 10000 basis points");
            }
            if (deduction > 0 && reward > 0) {
                throw new IllegalArgumentException("A receiver must not have a deduction (" + deduction
                        + ") and a reward (" + reward + ") at once");
            }
        }
    }

    /** Starts a list of receivers whose values come in the order of these factor codes. */
    public static Builder of(List<String> factorCodes) {
        return new Builder(factorCodes);
    }

    public int size() {
        return codes.length;
    }

    public List<String> factorCodes() {
        return factorCodes;
    }

    /** The division code of the receiver at this place of the order by code, from 0. */
    public long code(int receiver) {
        return codes[receiver];
    }

    /** The value of a factor, in the factor's own unit. */
    public long value(int factor, int receiver) {
        return values[factor][receiver];
    }

    long floorFen(int receiver) {
        return floors[receiver];
    }

    long capFen(int receiver) {
        return caps[receiver];
    }

    /** Basis points. */
    int deduction(int receiver) {
        return deductions[receiver];
    }

    /** Basis points. */
    int reward(int receiver) {
        return rewards[receiver];
    }

    boolean isBounded(int receiver) {
        return floors[receiver] > 0 || caps[receiver] < Money.LIMIT_FEN;
    }

    /** The place of a division code in the order by code, or a negative number if it is no receiver. */
    int find(long code) {
        return Arrays.binarySearch(codes, code);
    }

    /** Collects receivers in any order. */
    public static final class Builder {

        private final List<String> factorCodes;
        private long[] codes = new long[256];
        private long[][] values;
        private long[] floors = new long[256];
        private long[] caps = new long[256];
        private int[] deductions = new int[256];
        private int[] rewards = new int[256];
        private int size;

        private Builder(List<String> factorCodes) {
            this.factorCodes = List.copyOf(factorCodes);
            this.values = new long[factorCodes.size()][256];
        }

        /** A receiver without incentives, as {@link #add(long, Conditions, long...)} otherwise. */
        public Builder add(long code, Money floor, @Nullable Money cap, long... factorValues) {
            return add(code, new Conditions(floor, cap, 0, 0), factorValues);
        }

        /**
         * @param code division code
         * @param factorValues one value for each factor code, in that order
         * @throws IllegalArgumentException if a value is out of range
         */
        public Builder add(long code, Conditions conditions, long... factorValues) {
            if (factorValues.length != factorCodes.size()) {
                throw new IllegalArgumentException("Receiver " + code + " (" + factorValues.length
                        + " values) must have one value for each of " + factorCodes);
            }
            for (int f = 0; f < factorValues.length; f++) {
                if (factorValues[f] < 0 || factorValues[f] > VALUE_LIMIT) {
                    throw new IllegalArgumentException("Value (" + factorValues[f] + ") of factor " + factorCodes.get(f)
                            + " at receiver " + code + " must be 0 to " + VALUE_LIMIT);
                }
            }
            append(code, conditions, factorValues);
            return this;
        }

        private void append(long code, Conditions conditions, long[] factorValues) {
            if (size == MOST) {
                throw new IllegalArgumentException("Receivers must be at most " + MOST + "; divide by province first");
            }
            if (size == codes.length) {
                resize(size * 2);
            }
            codes[size] = code;
            var cap = conditions.cap();
            floors[size] = conditions.floor().fen();
            caps[size] = cap == null ? Money.LIMIT_FEN : cap.fen();
            deductions[size] = conditions.deduction();
            rewards[size] = conditions.reward();
            for (int f = 0; f < factorValues.length; f++) {
                values[f][size] = factorValues[f];
            }
            size++;
        }

        private void resize(int capacity) {
            codes = Arrays.copyOf(codes, capacity);
            floors = Arrays.copyOf(floors, capacity);
            caps = Arrays.copyOf(caps, capacity);
            deductions = Arrays.copyOf(deductions, capacity);
            rewards = Arrays.copyOf(rewards, capacity);
            for (int f = 0; f < values.length; f++) {
                values[f] = Arrays.copyOf(values[f], capacity);
            }
        }

        /**
         * @throws IllegalArgumentException if a code is there twice
         */
        public Receivers build() {
            int[] order = Order.byCode(codes, size);
            for (int r = 1; r < size; r++) {
                if (codes[order[r]] == codes[order[r - 1]]) {
                    throw new IllegalArgumentException(
                            "Receiver " + codes[order[r]] + " must be listed once, not twice");
                }
            }
            return new Receivers(this, order);
        }
    }
}
