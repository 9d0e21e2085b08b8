package org.jingzhun.bench;

import java.util.Arrays;
import java.util.function.LongSupplier;

/** Times a piece of work several times after warming up, and keeps the median. */
final class Stopwatch {

    private static final int WARM_UPS = 3;
    private static final int RUNS = 7;
    private static final double NANOSECONDS = 1e9;

    /** What the work computed goes here, so that the compiler cannot leave it out. */
    static volatile long sink;

    private Stopwatch() {}

    /** Median of the rates. */
    static double unitsPerSecond(long units, LongSupplier work) {
        for (int run = 0; run < WARM_UPS; run++) {
            sink = work.getAsLong();
        }
        double[] seconds = new double[RUNS];
        for (int run = 0; run < RUNS; run++) {
            long start = System.nanoTime();
            sink = work.getAsLong();
            seconds[run] = (System.nanoTime() - start) / NANOSECONDS;
        }
        Arrays.sort(seconds);
        return units / seconds[RUNS / 2];
    }
}
