package org.jingzhun.bench;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jingzhun.standalone.Api;
import org.jingzhun.standalone.Keys;
import org.jingzhun.standalone.SuiteAddresses;
import org.jingzhun.standalone.SuiteService;
import org.jingzhun.standalone.Token;
import org.jingzhun.standalone.platform.JavaCommand;
import org.jingzhun.standalone.platform.PlatformAddresses;
import org.jingzhun.standalone.platform.Ports;

/** A service in a process of its own, started as the suite starts it on one machine. */
final class RunningService implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(90);

    private static final int USUAL_HEAP = 448;

    private final Process process;
    private final URI address;
    private final String bootstrapServers;
    private final Keys keys;

    private RunningService(Process process, URI address, String bootstrapServers, Keys keys) {
        this.process = process;
        this.address = address;
        this.bootstrapServers = bootstrapServers;
        this.keys = keys;
    }

    static RunningService start(
            String name, PlatformAddresses.Database database, PlatformAddresses addresses, Path directory)
            throws IOException, InterruptedException {
        return start(name, database, addresses, directory, JavaCommand.withHeap(96, USUAL_HEAP));
    }

    /**
     * With more memory, and no other program that wants the processors.
     *
     * @param heap megabytes at most
     */
    static RunningService start(
            String name, PlatformAddresses.Database database, PlatformAddresses addresses, Path directory, int heap)
            throws IOException, InterruptedException {
        return start(name, database, addresses, directory, JavaCommand.alone(heap));
    }

    private static RunningService start(
            String name,
            PlatformAddresses.Database database,
            PlatformAddresses addresses,
            Path directory,
            List<String> java)
            throws IOException, InterruptedException {
        Path log = directory.resolve(Path.of(name).getFileName() + ".log");
        Path jar = projectRoot().resolve(name).resolve("target/quarkus-app/quarkus-run.jar");
        int port = Ports.listFree(1).getFirst();
        var command = new ArrayList<>(java);
        command.addAll(List.of("-jar", jar.toString()));
        var builder = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile());
        var environment = builder.environment();
        environment.put("JINGZHUN_HTTP_PORT", Integer.toString(port));
        environment.put("JINGZHUN_DB_URL", database.jdbcUrl());
        environment.put("JINGZHUN_DB_OWNER_USER", database.ownerUser());
        environment.put("JINGZHUN_DB_OWNER_PASSWORD", database.ownerPassword());
        environment.put("JINGZHUN_DB_APP_USER", database.appUser());
        environment.put("JINGZHUN_DB_APP_PASSWORD", database.appPassword());
        environment.put("KAFKA_BOOTSTRAP_SERVERS", addresses.bootstrapServers());
        Path secrets = directory.resolve("keys");
        Keys keys = Keys.in(secrets);
        environment.put("JINGZHUN_TOKEN_ISSUER", Keys.ISSUER);
        environment.put("JINGZHUN_TOKEN_PUBLIC_KEY", publicKey(secrets));
        environment.put(
                "JINGZHUN_SEALING_SECRET",
                Files.readString(secrets.resolve("sealing.secret")).strip());
        environment.put(
                "JINGZHUN_AUDIT_SECRET",
                Files.readString(secrets.resolve("audit.secret")).strip());
        environment.put(
                "JINGZHUN_SIGNING_SECRET",
                Files.readString(secrets.resolve("signing.secret")).strip());
        environment.put(
                "JINGZHUN_WEBHOOK_SECRET",
                Files.readString(secrets.resolve("webhook.secret")).strip());
        environment.put("JINGZHUN_REQUESTS_PER_SECOND", "1000000");
        environment.put("JINGZHUN_REQUESTS_AT_ONCE", "10000000");
        environment.put("JINGZHUN_ANONYMOUS_PER_SECOND", "1000000");
        environment.put("JINGZHUN_ANONYMOUS_AT_ONCE", "10000000");
        environment.put("JINGZHUN_EXPORTS", "1000");
        environment.put("JINGZHUN_JOBS", "1000");
        environment.put("JINGZHUN_WEBHOOK_PLAIN_HTTP", "true");
        environment.put("JINGZHUN_WEBHOOK_NETWORKS", "127.0.0.0/8");
        var service = new RunningService(
                builder.start(), URI.create("http://localhost:" + port), addresses.bootstrapServers(), keys);
        service.awaitReady(log);
        return service;
    }

    /** The key as the services take it: base64 of the X.509 form, which is what a PEM file holds between its marks. */
    private static String publicKey(Path keys) throws IOException {
        return Files.readString(keys.resolve("token.public.pem"))
                .replaceAll("-----[A-Z ]+-----", "")
                .replaceAll("\\s", "");
    }

    /** Its public interface, with tokens of its issuer. */
    Api api(SuiteService service) {
        return new Api(new SuiteAddresses(Map.of(service, address), bootstrapServers), keys);
    }

    /** A connection of its own for a path, of nobody known. */
    KeptConnection connect(String path) throws IOException {
        return new KeptConnection(address, path, "");
    }

    /** A connection of its own for a path. */
    KeptConnection connect(String path, Token token) throws IOException {
        return new KeptConnection(
                address, path, token.sign(keys, Clock.systemUTC().instant()));
    }

    private static Path projectRoot() {
        for (Path place = Path.of("").toAbsolutePath(); place != null; place = place.getParent()) {
            if (place.resolve("deploy/bench/pom.xml").toFile().exists()) {
                return place;
            }
        }
        throw new IllegalStateException("Run the benchmarks inside the project.");
    }

    private void awaitReady(Path log) throws InterruptedException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        var request = HttpRequest.newBuilder(address.resolve("/q/health/ready")).build();
        try (var client = HttpClient.newHttpClient()) {
            while (System.nanoTime() < end && process.isAlive()) {
                try {
                    if (client.send(request, HttpResponse.BodyHandlers.discarding())
                                    .statusCode()
                            == 200) {
                        return;
                    }
                } catch (IOException notYet) {
                    // it does not listen yet
                }
                Thread.sleep(200);
            }
        }
        throw new IllegalStateException("The service is not ready; see " + log);
    }

    /** @throws IllegalStateException when it has died meanwhile, so that what was measured means nothing */
    void requireAlive() {
        if (!process.isAlive()) {
            throw new IllegalStateException("The service ended with code " + process.exitValue());
        }
    }

    /** The most memory that the process has had resident, in megabytes. */
    double mostMemory() throws IOException {
        return Files.readAllLines(Path.of("/proc/" + process.pid() + "/status")).stream()
                .filter(line -> line.startsWith("VmHWM:"))
                .mapToDouble(line -> Double.parseDouble(line.replaceAll("\\D", "")) / 1024)
                .findFirst()
                .orElseThrow();
    }

    @Override
    public void close() {
        process.destroy();
        var unused = process.onExit().join();
    }
}
