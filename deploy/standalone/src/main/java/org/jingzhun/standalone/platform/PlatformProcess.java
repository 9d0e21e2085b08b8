package org.jingzhun.standalone.platform;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * A platform in a process of its own, seen from the process that started it. Needs the JDK alone, so that services'
 * tests have neither Kafka's nor Connect's libraries on their class path.
 */
public final class PlatformProcess implements AutoCloseable {

    private static final Duration START_TIMEOUT = Duration.ofMinutes(3);
    private static final Duration STOP_TIMEOUT = Duration.ofSeconds(30);
    private static final Duration LOOK_EVERY = Duration.ofMillis(50);
    private static final int LAST_LINES = 15;

    private final Process process;
    private final Path data;
    private final PlatformAddresses addresses;
    private final ConnectClient connect;

    private PlatformProcess(Process process, Path data, PlatformAddresses addresses) {
        this.process = process;
        this.data = data;
        this.addresses = addresses;
        this.connect = new ConnectClient(addresses.connectUrl());
    }

    /** Starts a platform for tests: on free ports, in the given directory, ended with this process at the latest. */
    public static PlatformProcess start(Path data, String... databases) {
        return start(PlatformOptions.onFreePorts(data, List.of(databases)), data.resolve("platform.log"));
    }

    /**
     * Starts a platform and waits until it is ready.
     *
     * @param log file that takes the standard output and standard error of the process
     * @throws PlatformFailure if it does not become ready; the message ends with the last lines of the log
     */
    public static PlatformProcess start(PlatformOptions options, Path log) {
        try {
            Files.createDirectories(options.data());
            Files.deleteIfExists(options.data().resolve(Platform.ADDRESSES));
            Process process = new ProcessBuilder(command(options))
                    .redirectErrorStream(true)
                    .redirectOutput(log.toFile())
                    .start();
            return new PlatformProcess(process, options.data(), await(process, options.data(), log));
        } catch (IOException failure) {
            throw new PlatformFailure("The platform cannot be started in " + options.data() + ".", failure);
        }
    }

    private static List<String> command(PlatformOptions options) {
        List<String> command = new ArrayList<>(JavaCommand.withHeap(128, 640));
        command.addAll(List.of(
                "-Dlog4j2.configurationFile=platform-log4j2.properties", "-cp", classPath(), Platform.class.getName()));
        command.addAll(options.toArguments());
        return command;
    }

    /** This module's classes, wherever they came from, and the libraries that its build has laid out. */
    private static String classPath() {
        Path module = moduleDirectory();
        Path libraries = module.resolve("target/platform-libs");
        if (!Files.isDirectory(libraries)) {
            throw new PlatformFailure(
                    "Libraries of the platform are missing in %s. Build them: mvn -pl deploy/standalone package"
                            .formatted(libraries));
        }
        return ownClasses(module) + java.io.File.pathSeparator + libraries + "/*";
    }

    private static Path ownClasses(Path module) {
        CodeSource source = PlatformProcess.class.getProtectionDomain().getCodeSource();
        if (source != null && "file".equals(source.getLocation().getProtocol())) {
            try {
                return Path.of(source.getLocation().toURI());
            } catch (URISyntaxException impossible) {
                throw new IllegalStateException(impossible);
            }
        }
        return module.resolve("target/classes");
    }

    /** The nearest {@code deploy/standalone} in or above the working directory. */
    static Path moduleDirectory() {
        Path start = Path.of("").toAbsolutePath();
        return Stream.iterate(start, directory -> directory != null, Path::getParent)
                .map(directory -> directory.resolve("deploy/standalone"))
                .filter(module -> Files.exists(module.resolve("pom.xml")))
                .findFirst()
                .orElseThrow(() -> new PlatformFailure(
                        "Working directory (%s) must be inside the project, which has deploy/standalone."
                                .formatted(start)));
    }

    private static PlatformAddresses await(Process process, Path data, Path log) throws IOException {
        Path ready = data.resolve(Platform.ADDRESSES);
        long end = System.nanoTime() + START_TIMEOUT.toNanos();
        try {
            while (!Files.exists(ready)) {
                if (process.waitFor(LOOK_EVERY.toMillis(), TimeUnit.MILLISECONDS)) {
                    throw new PlatformFailure("The platform has ended with code %d instead of starting:%n%s"
                            .formatted(process.exitValue(), lastLines(log)));
                }
                if (System.nanoTime() > end) {
                    kill(process, data);
                    throw new PlatformFailure("The platform was not ready after %d s:%n%s"
                            .formatted(START_TIMEOUT.toSeconds(), lastLines(log)));
                }
            }
        } catch (InterruptedException interrupted) {
            process.destroy();
            Thread.currentThread().interrupt();
            throw new PlatformFailure("Interrupted while the platform starts.", interrupted);
        }
        return PlatformAddresses.read(ready);
    }

    /** Ends a platform that hangs, and the PostgreSQL that it leaves behind. */
    private static void kill(Process process, Path data) throws IOException, InterruptedException {
        process.destroyForcibly().waitFor();
        PostgresLeftover.end(data);
    }

    private static String lastLines(Path log) throws IOException {
        List<String> lines = Files.readAllLines(log);
        return String.join(System.lineSeparator(), lines.subList(Math.max(0, lines.size() - LAST_LINES), lines.size()));
    }

    /** Where the platform listens. */
    public PlatformAddresses addresses() {
        return addresses;
    }

    /** The directory that keeps the platform's data. */
    public Path data() {
        return data;
    }

    public ProcessHandle handle() {
        return process.toHandle();
    }

    /**
     * Gives the outbox of a database its connector, or a changed configuration, and waits until it runs. The database
     * must have its table and publication {@code outbox} by then.
     *
     * @throws PlatformFailure if the connector fails; the message ends with Connect's reason
     */
    public void registerConnector(String database) {
        connect.register(connector(database), outboxConfiguration(addresses, database));
    }

    /**
     * Restarts the connector of a database if it, or its task, has failed: Connect leaves a failed task alone, and its
     * events would wait unseen. Whether it runs then the next look tells.
     *
     * @return what Connect says of the failure; empty if nothing has failed
     * @throws PlatformFailure if Connect does not answer
     */
    public Optional<String> restartFailedConnector(String database) {
        return connect.restartIfFailed(connector(database));
    }

    private static String connector(String database) {
        return database + "-outbox";
    }

    /** The configuration of {@code deploy/connect/outbox.json} with the addresses of this platform filled in. */
    static String outboxConfiguration(PlatformAddresses addresses, String database) {
        try (InputStream file = PlatformProcess.class.getResourceAsStream("/connect/outbox.json")) {
            if (file == null) {
                throw new IllegalStateException("outbox.json must be among the classes of this module.");
            }
            return new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .replace("{{postgres.host}}", addresses.postgresHost())
                    .replace("{{postgres.port}}", Integer.toString(addresses.postgresPort()))
                    .replace("{{debezium.user}}", addresses.debeziumUser())
                    .replace("{{debezium.password}}", addresses.debeziumPassword())
                    .replace("{{database}}", database);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Ends the platform and waits for it, also when it was killed before; its data stays. */
    public void stop() {
        process.destroy();
        try {
            if (!process.waitFor(STOP_TIMEOUT.toSeconds(), TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor();
            }
            PostgresLeftover.end(data);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    @Override
    public void close() {
        stop();
    }
}
