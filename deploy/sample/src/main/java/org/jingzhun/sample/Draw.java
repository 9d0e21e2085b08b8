package org.jingzhun.sample;

/**
 * A repeatable stream of random numbers (SplitMix64). Each village has streams of its own, so that villages can be made
 * alone, in any order and in parallel, and always come out the same. Only integer and basic floating-point arithmetic is
 * used, hence the same numbers on every machine.
 */
final class Draw {

    private static final long GOLDEN = 0x9E3779B97F4A7C15L;
    private static final double SQRT_3 = 1.7320508075688772;

    private long state;

    private Draw(long state) {
        this.state = state;
    }

    /** The stream for one place and one purpose. */
    static Draw of(long seed, long place, int purpose) {
        return new Draw(mix(mix(seed * GOLDEN + place) + purpose * GOLDEN));
    }

    static long mix(long value) {
        long z = (value ^ (value >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }

    long next() {
        state += GOLDEN;
        return mix(state);
    }

    /** From 0 (included) to 1 (excluded). */
    double uniform() {
        return (next() >>> 11) * 0x1.0p-53;
    }

    /** From 0 (included) to the bound (excluded). */
    int below(int bound) {
        return (int) (((next() >>> 32) * bound) >>> 32);
    }

    /** Both ends included. */
    int between(int low, int high) {
        return low + below(high - low + 1);
    }

    boolean chance(double probability) {
        return uniform() < probability;
    }

    /** Mean 0, standard deviation 1, within 3.47: the sum of four even draws, near enough to a normal one. */
    double normal() {
        long bits = next();
        double sum = (bits & 0xFFFF) + ((bits >>> 16) & 0xFFFF) + ((bits >>> 32) & 0xFFFF) + (bits >>> 48);
        return (sum / 65536.0 - 2.0) * SQRT_3;
    }

    /** So many draws of {@link #normal()}. */
    double[] normals(int count) {
        double[] normals = new double[count];
        for (int i = 0; i < count; i++) {
            normals[i] = normal();
        }
        return normals;
    }

    <T> T one(T[] values) {
        return values[below(values.length)];
    }

    /** An index, each with a chance in proportion to its weight; the weights need not add up to one. */
    int weighted(double[] weights) {
        double total = 0;
        for (double weight : weights) {
            total += weight;
        }
        double left = uniform() * total;
        for (int i = 0; i < weights.length - 1; i++) {
            left -= weights[i];
            if (left < 0) {
                return i;
            }
        }
        return weights.length - 1;
    }
}
