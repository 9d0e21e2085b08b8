package org.jingzhun.chassis.job;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** Wakes this process's workers for a job that was queued here; those of other processes find it by polling. */
@ApplicationScoped
class JobSignal {

    private final Semaphore queued = new Semaphore(0);

    void wake() {
        queued.release();
    }

    /** Returns when something was queued here, at the latest after {@code poll}. */
    void await(Duration poll) throws InterruptedException {
        if (queued.tryAcquire(poll.toMillis(), TimeUnit.MILLISECONDS)) {
            return;
        }
    }
}
