package org.jingzhun.standalone.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
final class PlatformProcessTest {

    private static final String TOPIC = "identification.register";
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private static Path directory;

    private static PlatformProcess platform;
    private static Outbox outbox;

    @BeforeAll
    static void start(@TempDir Path temporary) throws SQLException {
        directory = temporary;
        platform = PlatformProcess.start(directory, "identification", "funding");
        outbox = new Outbox(platform.addresses().database("identification"));
        outbox.create();
        platform.registerConnector("identification");
    }

    @AfterAll
    static void stop() {
        platform.stop();
    }

    @Test
    @Order(1)
    void aRowInsertedAndDeletedInOneTransactionArrivesAsACloudEvent() throws SQLException {
        String payload = "{\"householder\":\"韦桂花\",\"revision\":1}";
        try (OutboxReader reader = new OutboxReader(platform.addresses(), TOPIC)) {
            UUID id = outbox.write(TOPIC, "household-1", payload);

            var records = reader.next(1);

            assertThat(records).hasSize(1);
            assertThat(records.getFirst().key()).isEqualTo("household-1");
            assertThat(new String(records.getFirst().value(), StandardCharsets.UTF_8))
                    .isEqualTo(payload);
            assertThat(OutboxReader.headers(records.getFirst()))
                    .containsExactlyInAnyOrderEntriesOf(Map.of(
                            "ce_specversion", "1.0",
                            "ce_id", id.toString(),
                            "ce_type", "org.jingzhun.identification.household-registered",
                            "ce_source", "/identification-service",
                            "ce_time", "2016-03-01T00:00:00Z",
                            "ce_subject", "household-1",
                            "content-type", "application/json"));
            assertThat(outbox.rows()).isZero();
        }
    }

    @Test
    @Order(2)
    void theServicesRoleOwnsNothingAndNeedsItsPassword() throws SQLException {
        PlatformAddresses.Database database = platform.addresses().database("identification");
        try (Connection connection = outbox.asApp();
                Statement statement = connection.createStatement()) {
            assertThatThrownBy(() -> statement.execute("create table mine (id int)"))
                    .hasMessageContaining("permission denied for schema public");
        }
        assertThatThrownBy(() -> DriverManager.getConnection(database.jdbcUrl(), database.appUser(), "guessed")
                        .close())
                .hasMessageContaining("password authentication failed");
        assertThatThrownBy(() -> DriverManager.getConnection(
                                platform.addresses().database("funding").jdbcUrl(),
                                database.appUser(),
                                database.appPassword())
                        .close())
                .hasMessageContaining("permission denied for database");
    }

    @Test
    @Order(3)
    void theDataSurvivesAPowerCutAsFarAsPostgresqlCanPromise() throws SQLException {
        Map<String, String> durable =
                Map.of("fsync", "on", "synchronous_commit", "on", "full_page_writes", "on", "wal_level", "logical");
        try (Connection connection = outbox.asApp();
                Statement statement = connection.createStatement()) {
            for (var setting : durable.entrySet()) {
                try (var rows = statement.executeQuery("show " + setting.getKey())) {
                    rows.next();
                    assertThat(rows.getString(1)).as(setting.getKey()).isEqualTo(setting.getValue());
                }
            }
        }
    }

    @Test
    @Order(4)
    void aQuietDatabaseDoesNotHoldBackTheLogOfABusyOne() throws Exception {
        long before = confirmedPosition();
        Outbox busy = new Outbox(platform.addresses().database("funding"));
        try (Connection connection = busy.asOwner();
                Statement statement = connection.createStatement()) {
            statement.execute("create table busy as select g, repeat('x', 100) from generate_series(1, 10000) g");
        }

        long end = System.nanoTime() + PATIENCE.toNanos();
        while (confirmedPosition() < before + 1_000_000 && System.nanoTime() < end) {
            TimeUnit.MILLISECONDS.sleep(100);
        }

        assertThat(confirmedPosition()).isGreaterThan(before + 1_000_000);
    }

    private static long confirmedPosition() throws SQLException {
        try (Connection connection = outbox.asApp();
                Statement statement = connection.createStatement();
                var rows = statement.executeQuery("select confirmed_flush_lsn - '0/0'::pg_lsn from pg_replication_slots"
                        + " where slot_name = 'identification_outbox'")) {
            rows.next();
            return rows.getLong(1);
        }
    }

    @Test
    @Order(5)
    void aBusyPortIsToldInOneLine() {
        int busy = platform.addresses().postgresPort();
        Path other = directory.resolve("other");
        PlatformOptions options = new PlatformOptions(
                other, directory.resolve("binaries"), busy, 0, 0, List.of("funding"), List.of(), true, false);

        assertThatThrownBy(() -> PlatformProcess.start(options, directory.resolve("other.log")))
                .isInstanceOf(PlatformFailure.class)
                .hasMessageContaining("ended with code 2")
                .hasMessageContaining("Port %d for PostgreSQL is busy.".formatted(busy));
    }

    @Test
    @Order(6)
    void anOutboxWithoutPublicationIsRefusedWithTheReason() {
        assertThatThrownBy(() -> platform.registerConnector("funding"))
                .isInstanceOf(PlatformFailure.class)
                .hasMessageContaining("Publication autocreation is disabled");
    }

    @Test
    @Order(7)
    void aConnectorWhoseTaskHasFailedIsStartedAgainAndCarriesWhatWasCommittedMeanwhile() throws Exception {
        assertThat(platform.restartFailedConnector("identification")).isEmpty();
        outbox.unpublish(platform.addresses());
        assertThat(awaitFailure()).contains("FAILED");

        outbox.publish();
        outbox.write(TOPIC, "household-3", "{\"revision\":3}");

        try (OutboxReader reader = new OutboxReader(platform.addresses(), TOPIC)) {
            assertThat(keysUntil(reader, "household-3", () -> {
                        var unused = platform.restartFailedConnector("identification");
                    }))
                    .contains("household-1", "household-3");
        }
    }

    /** Keys of the records until one has this key, or patience ends; something is done before each look. */
    private static List<String> keysUntil(OutboxReader reader, String last, Runnable before) {
        List<String> keys = new ArrayList<>();
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!keys.contains(last) && System.nanoTime() < end) {
            before.run();
            reader.rest().forEach(message -> keys.add(message.key()));
        }
        return keys;
    }

    private static String awaitFailure() throws InterruptedException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < end) {
            var failure = platform.restartFailedConnector("identification");
            if (failure.isPresent()) {
                return failure.get();
            }
            TimeUnit.MILLISECONDS.sleep(100);
        }
        throw new AssertionError("The connector should have failed.");
    }

    @Test
    @Order(8)
    void aKilledPlatformStartsAgainAndCarriesWhatWasCommittedMeanwhile() throws Exception {
        platform.handle().destroyForcibly();
        platform.handle().onExit().get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        platform = PlatformProcess.start(samePlace(), directory.resolve("platform.log"));
        outbox = new Outbox(platform.addresses().database("identification"));
        outbox.write(TOPIC, "household-2", "{\"revision\":2}");

        platform.registerConnector("identification");

        try (OutboxReader reader = new OutboxReader(platform.addresses(), TOPIC)) {
            // What was sent just before the end may come again.
            assertThat(keysUntil(reader, "household-2", () -> {}))
                    .containsOnly("household-1", "household-2", "household-3");
            assertThat(reader.rest()).isEmpty();
        }
    }

    /** The directory and the ports that the killed platform had, PostgreSQL's still held by what it left behind. */
    private static PlatformOptions samePlace() {
        PlatformAddresses addresses = platform.addresses();
        return new PlatformOptions(
                directory,
                Path.of(System.getProperty("java.io.tmpdir"), "jingzhun-postgres"),
                addresses.postgresPort(),
                Integer.parseInt(addresses.bootstrapServers().replaceAll(".*:", "")),
                Integer.parseInt(addresses.connectUrl().replaceAll(".*:", "")),
                List.of("identification", "funding"),
                List.of(),
                true,
                false);
    }

    @Test
    @Order(9)
    void aPlatformEndsWithTheProcessThatStartedIt() throws Exception {
        Path data = directory.resolve("orphan");
        Process parent = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        ShortLivedParent.class.getName(),
                        data.toString())
                .redirectErrorStream(true)
                .redirectOutput(directory.resolve("parent.log").toFile())
                .start();
        assertThat(parent.waitFor(60, TimeUnit.SECONDS)).isTrue();
        long child = Long.parseLong(java.nio.file.Files.readString(data.resolve("pid")));

        assertThat(ProcessHandle.of(child).map(ProcessHandle::onExit).map(exit -> exit.orTimeout(
                                PATIENCE.toSeconds(), TimeUnit.SECONDS)
                        .join()))
                .satisfies(ended -> assertThat(ProcessHandle.of(child).filter(ProcessHandle::isAlive))
                        .isEmpty());
        assertThat(data.resolve(Platform.ADDRESSES)).doesNotExist();
    }

    /** Starts a platform and ends without stopping it. */
    static final class ShortLivedParent {

        private ShortLivedParent() {}

        public static void main(String[] args) throws IOException {
            Path data = Path.of(args[0]);
            PlatformProcess child = PlatformProcess.start(data, "pairing");
            java.nio.file.Files.writeString(
                    data.resolve("pid"), Long.toString(child.handle().pid()));
            Runtime.getRuntime().halt(0);
        }
    }
}
