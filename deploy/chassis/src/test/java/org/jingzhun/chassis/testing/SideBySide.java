package org.jingzhun.chassis.testing;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;

/** Runs several pieces of work at once and waits for all. */
final class SideBySide {

    private static final int AT_ONCE = 6;

    private SideBySide() {}

    static void run(Stream<Runnable> work) {
        try (var workers = Executors.newFixedThreadPool(AT_ONCE)) {
            List<Future<?>> running = new ArrayList<>();
            work.forEach(each -> running.add(workers.submit(each)));
            for (Future<?> each : running) {
                each.get();
            }
        } catch (ExecutionException failure) {
            throw new IllegalStateException(failure.getCause());
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stop);
        }
    }
}
