package org.jingzhun.acceptance;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jingzhun.standalone.Keys;
import org.jingzhun.standalone.SuiteAddresses;
import org.jingzhun.standalone.SuiteService;
import org.jspecify.annotations.Nullable;

/** The suite, started by {@code deploy/start} in a directory of its own and on free ports. */
public final class RunningSuite {

    private static final Duration START = Duration.ofMinutes(15);
    private static final Duration STOP = Duration.ofMinutes(2);

    private static @Nullable RunningSuite left;

    /** A few subjects do here in minutes what thousands do in a day. */
    private static final Map<String, String> BUSIER_THAN_ANY_CALLER = Map.of(
            "JINGZHUN_REQUESTS_PER_SECOND", "100000",
            "JINGZHUN_REQUESTS_AT_ONCE", "1000000",
            "JINGZHUN_ANONYMOUS_PER_SECOND", "100000",
            "JINGZHUN_ANONYMOUS_AT_ONCE", "1000000",
            "JINGZHUN_EXPORTS", "100",
            "JINGZHUN_JOBS", "1000");

    private final Path directory;
    private final Path log;
    private final Map<String, String> environment;
    private final String[] arguments;
    private Process launcher;

    private RunningSuite(
            Path directory, Path log, Map<String, String> environment, String[] arguments, Process launcher) {
        this.directory = directory;
        this.log = log;
        this.environment = environment;
        this.arguments = arguments;
        this.launcher = launcher;
    }

    /** Starts it as those do who want to see it, without waiting for anything. */
    static RunningSuite start(Path directory) throws IOException {
        return start(directory, Map.of());
    }

    /**
     * The same.
     *
     * @param environment of {@code deploy/start}, beside what is set already
     * @param arguments of {@code deploy/start}
     */
    public static RunningSuite start(Path directory, Map<String, String> environment, String... arguments)
            throws IOException {
        Files.createDirectories(directory);
        Path log = directory.resolve("start.log");
        var suite = new RunningSuite(
                directory, log, environment, arguments, launch(directory, log, environment, arguments));
        Runtime.getRuntime().addShutdownHook(new Thread(() -> suite.launcher.destroy()));
        return suite;
    }

    /**
     * How a running suite is reached.
     *
     * @param directory where its data and its logs are
     */
    public record Reach(Path directory, SuiteAddresses addresses, Keys keys) {}

    /**
     * A suite with the sample county: that which {@code -Djingzhun.run} names by its data directory, or that which another
     * test has left, or a new one.
     */
    public static synchronized Reach anyWithTheSample() throws IOException {
        String run = System.getProperty("jingzhun.run");
        if (run != null) {
            return reach(Path.of(run));
        }
        if (left == null) {
            RunningSuite fresh = start(Files.createTempDirectory(
                    Files.createDirectories(Path.of("target").toAbsolutePath()), "run-"));
            fresh.awaitReady();
            fresh.leave();
        }
        return reach(Objects.requireNonNull(left).directory);
    }

    private static Reach reach(Path directory) {
        return new Reach(
                directory,
                SuiteAddresses.read(directory.resolve("suite.properties")),
                Keys.in(directory.resolve("keys")));
    }

    /** Leaves it to the tests that follow; it ends with their process. */
    void leave() {
        synchronized (RunningSuite.class) {
            left = this;
        }
    }

    /** Ends it if it still runs, as the end of a terminal would. */
    public void end() throws InterruptedException {
        launcher.destroy();
        if (!launcher.waitFor(STOP.toSeconds(), TimeUnit.SECONDS)) {
            throw new IllegalStateException("The suite has not ended; its data is in " + directory);
        }
    }

    /** Starts it again after {@link #stop()} or {@link #pressCtrlC()}, and waits until it is ready. */
    void startAgain() throws IOException {
        Files.deleteIfExists(log);
        launcher = launch(directory, log, environment, arguments);
        awaitReady();
    }

    /** In a process group of its own and with Ctrl-C at work, as a terminal would; a job of a script has neither. */
    private static Process launch(Path directory, Path log, Map<String, String> environment, String... arguments)
            throws IOException {
        var builder = new ProcessBuilder(
                        "setsid",
                        "env",
                        "--default-signal=INT",
                        root().resolve("deploy/start").toString(),
                        "--free-ports")
                .redirectErrorStream(true)
                .redirectOutput(log.toFile());
        builder.command().addAll(List.of(arguments));
        builder.environment().put("JINGZHUN_RUN", directory.toString());
        builder.environment().putAll(BUSIER_THAN_ANY_CALLER);
        builder.environment().putAll(environment);
        return builder.start();
    }

    public static Path root() {
        return Stream.iterate(Path.of("").toAbsolutePath(), directory -> directory != null, Path::getParent)
                .filter(directory -> Files.exists(directory.resolve("deploy/start")))
                .findFirst()
                .orElseThrow();
    }

    /** Waits until it is ready, the sample run of a first start included. */
    public void awaitReady() {
        awaitOutput("To stop:");
    }

    /** Waits until a text is on the user's screen. */
    void awaitOutput(String text) {
        await().atMost(START).pollInterval(Duration.ofMillis(100)).until(() -> {
            if (!launcher.isAlive()) {
                throw new IllegalStateException("deploy/start has ended:\n" + output());
            }
            return output().contains(text);
        });
    }

    String output() throws IOException {
        return Files.exists(log) ? Files.readString(log) : "";
    }

    /** Ends it as {@code deploy/stop} does. */
    public void stop() throws IOException, InterruptedException {
        var builder = new ProcessBuilder(root().resolve("deploy/stop").toString())
                .redirectErrorStream(true)
                .redirectOutput(directory.resolve("stop.log").toFile());
        builder.environment().put("JINGZHUN_RUN", directory.toString());
        if (!builder.start().waitFor(STOP.toSeconds(), TimeUnit.SECONDS)
                || !launcher.waitFor(STOP.toSeconds(), TimeUnit.SECONDS)) {
            throw new IllegalStateException("deploy/stop has not stopped the suite:\n" + output());
        }
    }

    /** Ends it as a terminal does on Ctrl-C: an interrupt for every process of the group; gives the exit code. */
    int pressCtrlC() throws IOException, InterruptedException {
        send("-INT", "-" + launcher.pid());
        if (!launcher.waitFor(STOP.toSeconds(), TimeUnit.SECONDS)) {
            throw new IllegalStateException("Ctrl-C has not stopped the suite:\n" + output());
        }
        return launcher.exitValue();
    }

    /** All processes of the suite that live: the launcher, what it has started, and PostgreSQL, which leaves its parent. */
    public List<ProcessHandle> processes() throws IOException {
        List<ProcessHandle> all = new ArrayList<>(List.of(launcher.toHandle()));
        if (Files.exists(postgresPidFile())) {
            long pid = Long.parseLong(
                    Files.readAllLines(postgresPidFile()).getFirst().strip());
            ProcessHandle.of(pid).ifPresent(all::add);
        }
        return all.stream()
                .flatMap(process -> Stream.concat(Stream.of(process), process.descendants()))
                .filter(ProcessHandle::isAlive)
                .distinct()
                .toList();
    }

    public SuiteAddresses addresses() {
        return SuiteAddresses.read(directory.resolve("suite.properties"));
    }

    Keys keys() {
        return Keys.in(directory.resolve("keys"));
    }

    /** There while PostgreSQL runs; one that was not stopped cleanly leaves it behind. */
    Path postgresPidFile() {
        return directory.resolve("platform/postgres/postmaster.pid");
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
        send(signal, Long.toString(process.pid()));
    }

    private static void send(String signal, String target) throws IOException, InterruptedException {
        int code = new ProcessBuilder("kill", signal, "--", target).start().waitFor();
        if (code != 0) {
            throw new IllegalStateException("kill %s %s has ended with code %d".formatted(signal, target, code));
        }
    }

    /** Resident memory of all processes of the suite, in bytes, each shared page counted once. */
    long memoryBytes() throws IOException {
        long pages = 0;
        for (ProcessHandle process : processes()) {
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
}
