package org.jingzhun.acceptance;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jingzhun.standalone.Keys;
import org.jingzhun.standalone.SuiteAddresses;
import org.jingzhun.standalone.SuiteService;

/** The suite, started by {@code deploy/start} in a directory of its own and on free ports. */
final class RunningSuite {

    private static final Duration START = Duration.ofMinutes(8);
    private static final Duration STOP = Duration.ofMinutes(2);

    private final Path directory;
    private final Path log;
    private Process launcher;

    private RunningSuite(Path directory, Path log, Process launcher) {
        this.directory = directory;
        this.log = log;
        this.launcher = launcher;
    }

    /** Starts it and waits until it is ready, the sample run included. */
    static RunningSuite start(Path directory) throws IOException {
        Files.createDirectories(directory);
        Path log = directory.resolve("start.log");
        var suite = new RunningSuite(directory, log, launch(directory, log));
        suite.awaitReady();
        return suite;
    }

    /** Starts it again after {@link #stop()}; gives the seconds until it is ready. */
    double startAgain() throws IOException {
        long start = System.nanoTime();
        Files.deleteIfExists(log);
        launcher = launch(directory, log);
        awaitReady();
        return Duration.ofNanos(System.nanoTime() - start).toMillis() / 1000.0;
    }

    private static Process launch(Path directory, Path log) throws IOException {
        var builder = new ProcessBuilder(root().resolve("deploy/start").toString(), "--free-ports")
                .redirectErrorStream(true)
                .redirectOutput(log.toFile());
        builder.environment().put("JINGZHUN_RUN", directory.toString());
        return builder.start();
    }

    static Path root() {
        return Stream.iterate(Path.of("").toAbsolutePath(), directory -> directory != null, Path::getParent)
                .filter(directory -> Files.exists(directory.resolve("deploy/start")))
                .findFirst()
                .orElseThrow();
    }

    private void awaitReady() {
        await().atMost(START).pollInterval(Duration.ofMillis(500)).until(() -> {
            if (!launcher.isAlive()) {
                throw new IllegalStateException("deploy/start has ended:\n" + output());
            }
            return output().contains("To stop:");
        });
    }

    String output() throws IOException {
        return Files.exists(log) ? Files.readString(log) : "";
    }

    /** Ends it as {@code deploy/stop} does. */
    void stop() throws IOException, InterruptedException {
        var builder = new ProcessBuilder(root().resolve("deploy/stop").toString())
                .redirectErrorStream(true)
                .redirectOutput(directory.resolve("stop.log").toFile());
        builder.environment().put("JINGZHUN_RUN", directory.toString());
        if (!builder.start().waitFor(STOP.toSeconds(), TimeUnit.SECONDS)
                || !launcher.waitFor(STOP.toSeconds(), TimeUnit.SECONDS)) {
            throw new IllegalStateException("deploy/stop has not stopped the suite:\n" + output());
        }
    }

    SuiteAddresses addresses() {
        return SuiteAddresses.read(directory.resolve("suite.properties"));
    }

    Keys keys() {
        return Keys.in(directory.resolve("keys"));
    }

    Path sampleFiles() {
        return directory.resolve("sample");
    }

    /** The process of a service, started by this suite. */
    ProcessHandle process(SuiteService service) throws IOException {
        return process(service.title());
    }

    /** The process of Kafka and Kafka Connect; PostgreSQL runs beside it in processes of its own. */
    ProcessHandle platform() throws IOException {
        return process("platform");
    }

    private ProcessHandle process(String name) throws IOException {
        long pid = Long.parseLong(
                Files.readAllLines(directory.resolve("children").resolve(name)).getFirst());
        return ProcessHandle.of(pid).orElseThrow(() -> new IllegalStateException(name + " does not run"));
    }

    /** Sends a signal, such as {@code -KILL}, to a process of this suite. */
    static void signal(String signal, ProcessHandle process) throws IOException, InterruptedException {
        new ProcessBuilder(List.of("kill", signal, Long.toString(process.pid())))
                .start()
                .waitFor();
    }

    /** Resident memory of all processes of the suite, in bytes, shared pages counted for each. */
    long memoryBytes() throws IOException {
        List<ProcessHandle> all = new ArrayList<>();
        launcher.toHandle().descendants().forEach(all::add);
        all.add(launcher.toHandle());
        long pages = 0;
        for (ProcessHandle process : all) {
            Path status = Path.of("/proc", Long.toString(process.pid()), "smaps_rollup");
            if (Files.isReadable(status)) {
                pages += Files.readAllLines(status).stream()
                        .filter(line -> line.startsWith("Pss:"))
                        .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                        .sum();
            }
        }
        return pages * 1024;
    }

    /** Ends it if it still runs. */
    void end() throws IOException, InterruptedException {
        if (launcher.isAlive()) {
            stop();
        }
    }
}
