package org.jingzhun.funding.allocation.formula;

import java.util.Arrays;
import java.util.List;
import org.jingzhun.funding.ledger.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * The places that receive (分配对象) with their factor values, floors and caps, ordered by code. Held in columns,
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

    private Receivers(List<String> factorCodes, long[] codes, long[][] values, long[] floors, long[] caps) {
        this.factorCodes = factorCodes;
        this.codes = codes;
        this.values = values;
        this.floors = floors;
        this.caps = caps;
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
        private int size;

        private Builder(List<String> factorCodes) {
            this.factorCodes = List.copyOf(factorCodes);
            this.values = new long[factorCodes.size()][256];
        }

        /**
         * @param code division code
         * @param floor the least that it gets, 0 for no floor (保底)
         * @param cap the most that it gets, null for no cap (封顶)
         * @param factorValues one value for each factor code, in that order
         * @throws IllegalArgumentException if a value is out of range, the floor negative or above the cap
         */
        public Builder add(long code, Money floor, @Nullable Money cap, long... factorValues) {
            if (factorValues.length != factorCodes.size()) {
                throw new IllegalArgumentException("Receiver " + code + " (" + factorValues.length
                        + " values) must have one value for each of " + factorCodes);
            }
            var most = cap == null ? Money.ofFen(Money.LIMIT_FEN) : cap;
            if (floor.requireNotNegative("Floor").compareTo(most) > 0) {
                throw new IllegalArgumentException(
                        "Floor (" + floor + ") of receiver " + code + " must not be above its cap (" + most + ")");
            }
            for (int f = 0; f < factorValues.length; f++) {
                if (factorValues[f] < 0 || factorValues[f] > VALUE_LIMIT) {
                    throw new IllegalArgumentException("Value (" + factorValues[f] + ") of factor " + factorCodes.get(f)
                            + " at receiver " + code + " must be 0 to " + VALUE_LIMIT);
                }
            }
            append(code, floor.fen(), most.fen(), factorValues);
            return this;
        }

        private void append(long code, long floorFen, long capFen, long[] factorValues) {
            if (size == MOST) {
                throw new IllegalArgumentException("Receivers must be at most " + MOST + "; divide by province first");
            }
            if (size == codes.length) {
                resize(size * 2);
            }
            codes[size] = code;
            floors[size] = floorFen;
            caps[size] = capFen;
            for (int f = 0; f < factorValues.length; f++) {
                values[f][size] = factorValues[f];
            }
            size++;
        }

        private void resize(int capacity) {
            codes = Arrays.copyOf(codes, capacity);
            floors = Arrays.copyOf(floors, capacity);
            caps = Arrays.copyOf(caps, capacity);
            for (int f = 0; f < values.length; f++) {
                values[f] = Arrays.copyOf(values[f], capacity);
            }
        }

        /**
         * @throws IllegalArgumentException if a code is there twice
         */
        public Receivers build() {
            int[] order = Order.of(size, (a, b) -> Long.compare(codes[a], codes[b]));
            var sorted = Order.pick(codes, order);
            for (int r = 1; r < size; r++) {
                if (sorted[r] == sorted[r - 1]) {
                    throw new IllegalArgumentException("Receiver " + sorted[r] + " must be listed once, not twice");
                }
            }
            var columns = new long[values.length][];
            for (int f = 0; f < values.length; f++) {
                columns[f] = Order.pick(values[f], order);
            }
            return new Receivers(factorCodes, sorted, columns, Order.pick(floors, order), Order.pick(caps, order));
        }
    }
}
