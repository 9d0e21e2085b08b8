package org.jingzhun.standalone.platform;

import java.io.IOException;
import java.nio.file.Files;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The platform process: PostgreSQL, Kafka and Kafka Connect in one Java process on the loopback address.
 *
 * <pre>Platform --data DIR --databases identification,funding,pairing
 *          [--postgres-port 0 --kafka-port 0 --connect-port 0] [--topics a,b] [--binaries DIR] [--with-parent]
 *          [--throwaway]</pre>
 *
 * <p>When all is ready it writes {@code DIR/platform.properties} ({@link PlatformAddresses}) and prints one line. It
 * ends on SIGTERM, and with {@code --with-parent} also when the process that started it has ended.
 */
public final class Platform implements AutoCloseable {

    /** The file in the data directory that tells where the running platform listens. */
    public static final String ADDRESSES = "platform.properties";

    private static final Logger LOG = LoggerFactory.getLogger(Platform.class);

    private final PlatformOptions options;
    private final Deque<AutoCloseable> parts = new ArrayDeque<>();

    private Platform(PlatformOptions options) {
        this.options = options;
    }

    public static void main(String[] args) throws InterruptedException {
        long start = System.nanoTime();
        CountDownLatch ended = new CountDownLatch(1);
        try {
            PlatformOptions options = PlatformOptions.parse(args);
            Platform platform = new Platform(options);
            Runtime.getRuntime().addShutdownHook(new Thread(() -> {
                platform.close();
                ended.countDown();
            }));
            if (options.withParent()) {
                endWithParent();
            }
            platform.start();
            System.out.printf(
                    "Platform is ready after %.1f s: %s%n",
                    Duration.ofNanos(System.nanoTime() - start).toMillis() / 1000.0,
                    options.data().resolve(ADDRESSES));
            System.out.flush();
            ended.await();
        } catch (IllegalArgumentException | PlatformFailure failure) {
            System.err.println(failure.getMessage());
            System.exit(2);
        } catch (IOException | SQLException failure) {
            failure.printStackTrace();
            System.err.println("The platform did not start: " + failure.getMessage());
            System.exit(1);
        }
    }

    private static void endWithParent() {
        ProcessHandle.current().parent().ifPresent(parent -> Thread.ofVirtual().start(() -> {
            parent.onExit().join();
            System.exit(0);
        }));
    }

    private void start() throws IOException, SQLException {
        Files.createDirectories(options.data());
        Files.deleteIfExists(options.data().resolve(ADDRESSES));
        PostgresLeftover.end(options.data());
        int postgresPort = Ports.claim("PostgreSQL", options.postgresPort());
        int kafkaPort = Ports.claim("Kafka", options.kafkaPort());
        int connectPort = Ports.claim("Kafka Connect", options.connectPort());
        Passwords passwords = Passwords.in(options.data());
        FutureTask<PostgresServer> postgres = new FutureTask<>(() -> startPostgres(postgresPort, passwords));
        Thread.ofPlatform().name("postgres").start(postgres);
        String bootstrapServers = startKafka(kafkaPort);
        ConnectWorker connect =
                opened(ConnectWorker.start(options.data().resolve("connect.offsets"), connectPort, bootstrapServers));
        PostgresServer server = await(postgres);
        List<PlatformAddresses.Database> databases = server.provide(options.databases());
        PlatformAddresses addresses = new PlatformAddresses(
                server.host(),
                server.port(),
                bootstrapServers,
                connect.url(),
                server.debeziumUser(),
                passwords.of(server.debeziumUser()),
                databases);
        addresses.write(options.data().resolve(ADDRESSES));
    }

    private PostgresServer startPostgres(int port, Passwords passwords) throws IOException {
        return opened(PostgresServer.start(options, port, passwords));
    }

    private String startKafka(int port) throws IOException {
        KafkaBroker kafka = opened(KafkaBroker.start(options.data().resolve("kafka"), port));
        kafka.provide(Topics.of(options));
        return kafka.bootstrapServers();
    }

    private static <T> T await(FutureTask<T> task) throws IOException {
        try {
            return task.get();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IOException("Interrupted while the platform starts.", interrupted);
        } catch (ExecutionException failure) {
            switch (failure.getCause()) {
                case IOException cause -> throw cause;
                case RuntimeException cause -> throw cause;
                case null, default -> throw new IOException("The platform did not start.", failure);
            }
        }
    }

    private synchronized <T extends AutoCloseable> T opened(T part) {
        parts.push(part);
        return part;
    }

    /** Ends what has started, the last first. */
    @Override
    public synchronized void close() {
        try {
            Files.deleteIfExists(options.data().resolve(ADDRESSES));
        } catch (IOException failure) {
            LOG.warn("{} could not be deleted", ADDRESSES, failure);
        }
        while (!parts.isEmpty()) {
            AutoCloseable part = parts.pop();
            try {
                part.close();
            } catch (Exception failure) {
                LOG.warn("{} did not end cleanly", part.getClass().getSimpleName(), failure);
            }
        }
    }
}
