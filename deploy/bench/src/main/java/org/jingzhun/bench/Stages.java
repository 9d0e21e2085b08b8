package org.jingzhun.bench;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.util.Locale;

/**
 * Tells the stages of a long run as they end, and the figures as soon as they are known, so that what was measured is not
 * lost if the run does not reach its end.
 */
final class Stages {

    private static final double SECOND = 1e9;
    private static final long MEGABYTE = 1 << 20;

    private final OperatingSystemMXBean system = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
    private long wall = System.nanoTime();
    private long processor = system.getProcessCpuTime();

    /** Tells what the stage has taken that ends now, and returns its wall seconds. */
    double ended(String stage) {
        long now = System.nanoTime();
        long used = system.getProcessCpuTime();
        Runtime runtime = Runtime.getRuntime();
        double took = (now - wall) / SECOND;
        System.out.printf(
                Locale.ROOT,
                "  . %-40s %8.1f s %8.1f s of the processor %,6d MB heap%n",
                stage,
                took,
                (used - processor) / SECOND,
                (runtime.totalMemory() - runtime.freeMemory()) / MEGABYTE);
        System.out.flush();
        wall = now;
        processor = used;
        return took;
    }

    /** Prints the figure at once. */
    void tell(Figure figure) {
        Bench.tell(figure);
    }
}
