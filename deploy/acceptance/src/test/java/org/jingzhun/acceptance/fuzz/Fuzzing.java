package org.jingzhun.acceptance.fuzz;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import org.jingzhun.acceptance.fuzz.Failures.Failure;
import org.jingzhun.standalone.SuiteService;

/**
 * A run of generated requests against a running suite.
 *
 * @param seed of everything that is drawn; answers and the order of threads change what is drawn from
 * @param requests how many to send at most
 * @param lasting for how long at most
 * @param slow the longest that an answer may take, a stream until it begins
 */
record Fuzzing(long seed, long requests, Duration lasting, int threads, Duration slow, Path project) {

    private static final Path REPORT = Path.of("target/fuzz");
    private static final int MOST_JOBS = 12;
    private static final Duration SMALLER_WITHIN = Duration.ofMinutes(3);
    private static final int TELLING = 5_000;

    /**
     * What came of it.
     *
     * @param generated requests that were made up and sent, without those that every run sends
     * @param failures the first example of each fault, as small as it could be made
     */
    record Result(Coverage coverage, long generated, List<Failure> failures, List<ApiDocument> documents) {

        List<Operation> operations() {
            return documents.stream()
                    .flatMap(document -> document.operations().stream())
                    .toList();
        }

        List<String> neverSucceeded() {
            return coverage.neverSucceeded(operations());
        }

        /** Of the operations that were answered well at least once, from 0 to 1. */
        double succeeded() {
            return 1 - (double) neverSucceeded().size() / operations().size();
        }
    }

    Result run(Sender sender) throws IOException, InterruptedException {
        var pool = new Pool();
        var shared = new Worker.Shared(MOST_JOBS);
        var left = new AtomicLong(requests);
        var sent = new AtomicLong();
        long end = System.nanoTime() + lasting.toNanos();
        List<ApiDocument> documents = new ArrayList<>();
        List<Callable<Void>> work = new ArrayList<>();
        Map<SuiteService, Worker> first = new EnumMap<>(SuiteService.class);
        for (SuiteService service : SuiteService.values()) {
            ApiDocument document = ApiDocument.read(service, project);
            documents.add(document);
            var judge = new Judge(document, slow);
            for (int thread = 0; thread < threads; thread++) {
                var random = new Random(seed * 1_000 + work.size());
                var worker = new Worker(document, judge, sender, pool, shared, random);
                first.putIfAbsent(service, worker);
                work.add(() -> work(worker, left, sent, end));
            }
        }
        for (Worker worker : first.values()) {
            worker.lookAround();
            worker.lookAround();
        }
        for (Found.Known known : Found.read(pool, new Random(seed))) {
            Objects.requireNonNull(first.get(known.call().service())).again(known);
        }
        all(work);
        all(first.values().stream().map(Fuzzing::goOnElsewhere).toList());
        List<Failure> failures = new ArrayList<>();
        long enough = System.nanoTime() + SMALLER_WITHIN.toNanos();
        for (Failure failure : sorted(shared.failures())) {
            Worker worker = first.get(failure.call().service());
            failures.add(worker != null && System.nanoTime() < enough ? worker.smaller(failure) : failure);
        }
        var result = new Result(shared.coverage(), sent.get(), failures, documents);
        write(result);
        return result;
    }

    /** A request that could not be sent is not counted: another one is made in its place. */
    private Void work(Worker worker, AtomicLong left, AtomicLong sent, long end) throws InterruptedException {
        for (long one = left.getAndDecrement(); one > 0 && System.nanoTime() < end; one = left.getAndDecrement()) {
            while (!worker.one() && System.nanoTime() < end) {
                Thread.onSpinWait();
            }
            if (sent.incrementAndGet() % TELLING == 0) {
                System.out.printf("%d of %d generated requests are sent%n", sent.get(), requests);
            }
        }
        return null;
    }

    private static Callable<Void> goOnElsewhere(Worker worker) {
        return () -> {
            worker.goOnElsewhere();
            return null;
        };
    }

    private static void all(List<Callable<Void>> work) throws InterruptedException {
        try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Future<Void> done : executor.invokeAll(work)) {
                done.get();
            }
        } catch (ExecutionException failure) {
            throw new IllegalStateException("A worker has failed.", failure);
        }
    }

    private static List<Failure> sorted(Failures failures) {
        return failures.all().stream()
                .sorted(Comparator.comparing(
                                (Failure failure) -> failure.complaint().kind())
                        .thenComparing(Failure::operation))
                .toList();
    }

    /**
     * What the run found: {@code failures.ndjson} to send again, {@code failures.txt}, {@code coverage.txt} and {@code
     * never-succeeded.txt} to read, {@code codes.ndjson} with a request for each problem.
     */
    private void write(Result result) throws IOException {
        var json = new ObjectMapper();
        Files.createDirectories(REPORT);
        Files.write(
                REPORT.resolve("failures.ndjson"),
                result.failures().stream()
                        .map(failure -> failure.call().record(json).toString())
                        .toList());
        Files.write(
                REPORT.resolve("failures.txt"),
                result.failures().stream()
                        .map(failure -> "%s\n  %s (%d times), %s\n  %s\n  %s\n"
                                .formatted(
                                        failure.operation(),
                                        failure.complaint().kind(),
                                        failure.times().get(),
                                        failure.call().what(),
                                        failure.call().curl(),
                                        failure.complaint().detail()))
                        .toList());
        Files.write(REPORT.resolve("coverage.txt"), result.coverage().lines());
        Files.write(REPORT.resolve("never-succeeded.txt"), result.neverSucceeded());
        Files.write(
                REPORT.resolve("codes.ndjson"),
                result.coverage().provoked().entrySet().stream()
                        .map(one -> one.getValue()
                                .record(json)
                                .put("code", one.getKey().substring(one.getKey().indexOf(' ') + 1))
                                .toString())
                        .toList());
    }
}
