package org.jingzhun.chassis.parcel;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jingzhun.chassis.job.JobKind;
import org.jingzhun.chassis.job.JobRun;
import org.jingzhun.chassis.job.Outcome;

/** Reckons without a pause until it is told to end, as a solver does. */
@ApplicationScoped
public class Pondering implements JobKind {

    public static final String KIND = "pondering";

    private static final Duration AT_MOST = Duration.ofSeconds(20);

    private final AtomicBoolean told = new AtomicBoolean();

    /** Result. */
    public record Pondered(long rounds) {}

    /** All that reckon now end. */
    public void end() {
        told.set(true);
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Outcome run(JobRun run) {
        long begun = System.nanoTime();
        long rounds = 0;
        while (!told.get() && System.nanoTime() - begun < AT_MOST.toNanos()) {
            rounds++;
        }
        return Outcome.succeeded(new Pondered(rounds));
    }
}
