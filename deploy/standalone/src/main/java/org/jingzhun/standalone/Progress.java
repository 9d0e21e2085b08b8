package org.jingzhun.standalone;

import java.io.PrintStream;
import java.time.Duration;

/** Tells the user what happens, each line with the seconds since the start. */
final class Progress {

    private static final double MILLIS_A_SECOND = 1000.0;

    private final PrintStream out;
    private final long start = System.nanoTime();

    Progress(PrintStream out) {
        this.out = out;
    }

    /** Seconds since the start. */
    double seconds() {
        return Duration.ofNanos(System.nanoTime() - start).toMillis() / MILLIS_A_SECOND;
    }

    /** One line, with the time. */
    synchronized void say(String line) {
        out.printf("%6.1f s  %s%n", seconds(), line);
        out.flush();
    }

    /** Text as it is. */
    synchronized void print(String text) {
        out.println(text);
        out.flush();
    }
}
