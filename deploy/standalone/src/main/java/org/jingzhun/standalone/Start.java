package org.jingzhun.standalone;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import org.jingzhun.standalone.platform.PlatformFailure;

/** Behind {@code deploy/start}: starts the suite, drives the first run, and stays until it is stopped. */
public final class Start {

    private static final Duration LEFTOVER_TIMEOUT = Duration.ofSeconds(20);

    private final StartOptions options;
    private final Optional<FirstRun> firstRun;
    private final Progress progress = new Progress(System.out);

    private Start(StartOptions options, Optional<FirstRun> firstRun) {
        this.options = options;
        this.firstRun = firstRun;
    }

    /** @param args the root of the project, then the arguments of the user */
    public static void main(String[] args) {
        try {
            StartOptions options = StartOptions.parse(args, System.getenv());
            SampleRun sample = new SampleRun(options.run().resolve("sample"));
            System.exit(new Start(options, Optional.of(sample)).run());
        } catch (SuiteFailure | PlatformFailure failure) {
            System.err.println(failure.getMessage());
            System.exit(2);
        } catch (IOException | UncheckedIOException failure) {
            System.err.println("The suite did not start: " + failure.getMessage());
            System.exit(1);
        }
    }

    private int run() throws IOException {
        requireBuilt();
        RunDirectory run = RunDirectory.open(options.run());
        AtomicReference<Optional<Suite>> started = new AtomicReference<>(Optional.empty());
        Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(run, started.get())));
        endLeftovers(run);
        Machine.at(options.run()).requireRoom();
        options.ports().requireFree(options.keycloak());
        if (options.fresh()) {
            run.clear();
        }
        Keys keys = Keys.in(run.keys());
        Suite suite = new Suite(options, run, keys, progress, Clock.systemUTC());
        started.set(Optional.of(suite));
        try {
            return use(suite, run);
        } catch (SuiteFailure | PlatformFailure failure) {
            if (suite.isStopping()) {
                return 0;
            }
            throw failure;
        }
    }

    private int use(Suite suite, RunDirectory run) throws IOException {
        SuiteAddresses addresses = suite.start();
        progress.say("All is healthy");
        if (firstRun.isPresent() && !options.empty() && !Files.exists(run.firstRunMark())) {
            firstRun.get().drive(addresses, suite.tokens(), progress);
            Files.createFile(run.firstRunMark());
        }
        progress.print(table(addresses, suite.keycloak()));
        return suite.awaitEnd();
    }

    private void stop(RunDirectory run, Optional<Suite> suite) {
        if (suite.isPresent()) {
            progress.say("Stopping");
            suite.get().close();
            progress.say("Stopped");
        }
        run.close();
    }

    private void requireBuilt() {
        for (SuiteService service : SuiteService.values()) {
            Path jar = service.jar(options.root());
            if (!Files.exists(jar)) {
                throw new SuiteFailure("%s is not built: %s is missing. Start with deploy/start, which builds it."
                        .formatted(service.title(), jar));
            }
        }
    }

    private void endLeftovers(RunDirectory run) {
        for (ProcessHandle leftover : run.leftovers()) {
            progress.say("Ending process %d, left over from a start that was killed".formatted(leftover.pid()));
            leftover.destroy();
            try {
                leftover.onExit().get(LEFTOVER_TIMEOUT.toSeconds(), TimeUnit.SECONDS);
            } catch (TimeoutException late) {
                leftover.destroyForcibly();
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
            } catch (java.util.concurrent.ExecutionException impossible) {
                throw new IllegalStateException(impossible);
            }
        }
    }

    private static String table(SuiteAddresses addresses, Optional<Issuer> issuer) {
        StringBuilder table = new StringBuilder(System.lineSeparator());
        for (SuiteService service : SuiteService.values()) {
            table.append("  %-24s %s/q/swagger-ui%n".formatted(service.title(), addresses.of(service)));
        }
        table.append("  %-24s %s%n".formatted("events (Kafka)", addresses.bootstrapServers()));
        issuer.ifPresent(keycloak -> table.append(
                "  %-24s %s/admin (%s, %s)%n  %-24s a role of the suite, such as county-officer; password %s%n"
                        .formatted(
                                "Keycloak",
                                keycloak.server(),
                                Issuer.ADMIN,
                                keycloak.adminPassword(),
                                "who logs in there",
                                keycloak.demoPassword())));
        table.append("%n  A token:  deploy/token county-officer 451031%n".formatted());
        table.append("  To stop:  Ctrl-C, or deploy/stop".formatted());
        return table.toString();
    }
}
