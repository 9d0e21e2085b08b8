package org.jingzhun.chassis.testing;

import static io.restassured.config.EncoderConfig.encoderConfig;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.restassured.RestAssured;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.time.Duration;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.jingzhun.standalone.platform.PlatformOptions;
import org.jingzhun.standalone.platform.PlatformProcess;
import org.jspecify.annotations.Nullable;

/**
 * A real platform for one test run: PostgreSQL, Kafka and Kafka Connect in a process of their own, on free ports, with
 * a database named by the init argument {@value #DATABASE}. Use it with
 * {@code @QuarkusTestResource(value = PlatformResource.class, initArgs = @ResourceArg(name = "database", value =
 * "..."))} and call {@link #connectOutbox()} in tests that wait for an event to reach Kafka.
 */
public final class PlatformResource implements QuarkusTestResourceLifecycleManager {

    /** Name of the init argument. */
    public static final String DATABASE = "database";

    /** Name of the init argument for topics beside those of the suite, separated by commas. */
    public static final String TOPICS = "topics";

    /** How long a test waits unless it says otherwise: a busy machine is no failure. */
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private static final String SECRET = "VGhlc2UgYXJlIGJ5dGVzIGZvciB0ZXN0cyBvbmx5LCBub3Qgc2VjcmV0Lg==";

    private static @Nullable PlatformProcess platform;
    private static String database = "chassis";
    private static List<String> topics = List.of();

    private static boolean connected;

    @Override
    public void init(Map<String, String> arguments) {
        database = arguments.getOrDefault(DATABASE, database);
        topics = arguments.containsKey(TOPICS) ? List.of(arguments.get(TOPICS).split(",", -1)) : List.of();
    }

    /** REST Assured would send charset=ISO-8859-1 with every type that names none, which an import refuses. */
    private static void sendTypesAsTheyAre() {
        RestAssured.config = RestAssured.config()
                .encoderConfig(encoderConfig()
                        .defaultContentCharset(StandardCharsets.UTF_8)
                        .appendDefaultContentCharsetToContentTypeIfUndefined(false));
    }

    @Override
    public Map<String, String> start() {
        sendTypesAsTheyAre();
        Awaitility.setDefaultTimeout(PATIENCE);
        Path data = directory();
        PlatformProcess started = PlatformProcess.start(
                PlatformOptions.onFreePorts(data, List.of(database))
                        .withTopics(topics)
                        .thrownAway(),
                data.resolve("platform.log"));
        platform = started;
        var addresses = started.addresses();
        var own = addresses.database(database);
        Map<String, String> settings = new HashMap<>();
        settings.put("JINGZHUN_DB_URL", own.jdbcUrl());
        settings.put("JINGZHUN_DB_OWNER_USER", own.ownerUser());
        settings.put("JINGZHUN_DB_OWNER_PASSWORD", own.ownerPassword());
        settings.put("JINGZHUN_DB_APP_USER", own.appUser());
        settings.put("JINGZHUN_DB_APP_PASSWORD", own.appPassword());
        settings.put("KAFKA_BOOTSTRAP_SERVERS", addresses.bootstrapServers());
        settings.put("JINGZHUN_TOKEN_ISSUER", Tokens.ISSUER);
        settings.put("JINGZHUN_TOKEN_PUBLIC_KEY", Tokens.publicKey());
        settings.put("JINGZHUN_AUDIT_SECRET", SECRET);
        settings.put("JINGZHUN_WEBHOOK_SECRET", SECRET);
        settings.put("JINGZHUN_WEBHOOK_PLAIN_HTTP", "true");
        settings.put("JINGZHUN_WEBHOOK_NETWORKS", "127.0.0.1/32");
        settings.put("jingzhun.audit.publish", "1s");
        settings.put("quarkus.http.test-port", "0");
        return settings;
    }

    /** The platform of this run. */
    public static PlatformProcess platform() {
        PlatformProcess running = platform;
        if (running == null) {
            throw new IllegalStateException("PlatformResource must be started: annotate the test class with it.");
        }
        return running;
    }

    /** Lets Debezium carry this database's outbox to Kafka from now on. */
    public static synchronized void connectOutbox() {
        if (!connected) {
            platform().registerConnector(database);
            awaitSlot();
            connected = true;
        }
    }

    /** What was written before the slot is there is not carried. */
    private static void awaitSlot() {
        var own = platform().addresses().database(database);
        await().atMost(Duration.ofMinutes(2)).until(() -> {
            try (var connection = DriverManager.getConnection(own.jdbcUrl(), own.ownerUser(), own.ownerPassword());
                    var statement = connection.createStatement();
                    var row = statement.executeQuery(
                            "select count(*) from pg_replication_slots where active and database = current_database()")) {
                row.next();
                return row.getInt(1) > 0;
            }
        });
    }

    private static Path directory() {
        try {
            Path target = Files.createDirectories(Path.of("target"));
            return Files.createTempDirectory(target, "platform-").toAbsolutePath();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    @Override
    public void stop() {
        PlatformProcess running = platform;
        if (running == null) {
            return;
        }
        running.stop();
        platform = null;
        connected = false;
        try (Stream<Path> files = Files.walk(running.data())) {
            files.sorted(Comparator.reverseOrder())
                    .forEach(file -> file.toFile().delete());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
