package org.jingzhun.standalone;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jingzhun.standalone.platform.JavaCommand;

/** How Keycloak is started on this machine: as in production, but on the loopback address and with a database of its own. */
final class KeycloakServer {

    static final String NAME = "keycloak";

    private static final String PREPARED = "prepared-for-jingzhun";
    private static final List<String> OPENED = List.of(
            "--add-opens=java.base/java.util=ALL-UNNAMED",
            "--add-opens=java.base/java.util.concurrent=ALL-UNNAMED",
            "--add-opens=java.base/java.security=ALL-UNNAMED",
            "--add-opens=java.base/java.lang=ALL-UNNAMED");

    private final Path home;

    private KeycloakServer(Path home) {
        this.home = home;
    }

    /** @throws SuiteFailure when {@code deploy/start --keycloak} has not fetched it */
    static KeycloakServer of(Path root) {
        Path folder = root.resolve("deploy/standalone/target/keycloak");
        if (!Files.exists(folder)) {
            throw missing(folder);
        }
        try (Stream<Path> versions = Files.list(folder)) {
            return versions.filter(version -> Files.exists(version.resolve("lib/quarkus-run.jar")))
                    .findFirst()
                    .map(KeycloakServer::new)
                    .orElseThrow(() -> missing(folder));
        } catch (IOException unreadable) {
            throw new SuiteFailure("%s cannot be read: %s".formatted(folder, unreadable.getMessage()), unreadable);
        }
    }

    private static SuiteFailure missing(Path folder) {
        return new SuiteFailure(
                "Keycloak is not in %s. Start with deploy/start --keycloak, which fetches it.".formatted(folder));
    }

    /** Settles once what Keycloak settles before it starts: the kind of its database, one node alone. */
    void prepare(Path log) {
        Path prepared = home.resolve(PREPARED);
        if (Files.exists(prepared)) {
            return;
        }
        try {
            int code = new ProcessBuilder(command("build", "--db=dev-file", "--cache=local"))
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                    .start()
                    .waitFor();
            if (code != 0) {
                throw new SuiteFailure("Keycloak cannot be prepared; see %s.".formatted(log));
            }
            Files.createFile(prepared);
        } catch (IOException failure) {
            throw new SuiteFailure("Keycloak cannot be prepared: " + failure.getMessage(), failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new SuiteFailure("Interrupted.", interrupted);
        }
    }

    /** @param data keeps its database over a restart */
    ServiceProcess.Recipe recipe(Issuer issuer, Path data, Path log) {
        int port = issuer.server().getPort();
        List<String> command = command(
                "start",
                "--optimized",
                "--http-enabled=true",
                "--http-host=127.0.0.1",
                "--http-port=" + port,
                "--hostname=" + issuer.server(),
                "--db-url=jdbc:h2:file:" + data.resolve(NAME) + ";NON_KEYWORDS=VALUE");
        return new ServiceProcess.Recipe(
                NAME,
                command,
                Map.of(
                        "KC_BOOTSTRAP_ADMIN_USERNAME",
                        Issuer.ADMIN,
                        "KC_BOOTSTRAP_ADMIN_PASSWORD",
                        issuer.adminPassword()),
                log,
                URI.create(issuer.server() + "/realms/master/.well-known/openid-configuration"));
    }

    private List<String> command(String... arguments) {
        List<String> command = new ArrayList<>(JavaCommand.withHeap(64, 384));
        command.addAll(OPENED);
        command.addAll(List.of(
                "-XX:TieredStopAtLevel=1",
                "-Djava.util.concurrent.ForkJoinPool.common.threadFactory="
                        + "io.quarkus.bootstrap.forkjoin.QuarkusForkJoinWorkerThreadFactory",
                "-Djava.util.logging.manager=org.jboss.logmanager.LogManager",
                "-Dkc.home.dir=" + home,
                "-Djboss.server.config.dir=" + home.resolve("conf"),
                "-Dpicocli.disable.closures=true",
                "-cp",
                home.resolve("lib/quarkus-run.jar").toString(),
                "io.quarkus.bootstrap.runner.QuarkusEntryPoint"));
        command.addAll(List.of(arguments));
        return command;
    }
}
