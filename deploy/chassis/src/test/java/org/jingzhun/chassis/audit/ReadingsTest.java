package org.jingzhun.chassis.audit;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.DriverManager;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.IntStream;
import org.jingzhun.chassis.caller.Area;
import org.jingzhun.chassis.caller.Caller;
import org.jingzhun.chassis.parcel.Database;
import org.jingzhun.chassis.testing.PlatformResource;
import org.jingzhun.chassis.testing.Tokens;
import org.jingzhun.chassis.thing.Things;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(
        value = PlatformResource.class,
        initArgs = @ResourceArg(name = PlatformResource.TOPICS, value = Things.TOPIC + ",chassis.audit"))
class ReadingsTest {

    private static final Caller OFFICER =
            new Caller("officer-1", "Officer One", Set.of("county-officer"), Area.ofPrefix("451031"), null);
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    @Inject
    Readings readings;

    @Inject
    Database database;

    private CompletableFuture<Void> write(String action, String object) {
        var entry = AuditEntry.of(action, "parcel", object).in(451031100201L);
        return readings.write(new Audit.Attributed(entry, OFFICER, null, null))
                .orTimeout(PATIENCE.toSeconds(), TimeUnit.SECONDS);
    }

    @Test
    void whatIsDoneIsOnRecord() {
        List<String> objects = IntStream.range(0, 200)
                .mapToObj(each -> UUID.randomUUID().toString())
                .toList();
        List<CompletableFuture<Void>> written =
                objects.stream().map(object -> write("parcel-read", object)).toList();
        for (int nth = 0; nth < objects.size(); nth++) {
            written.get(nth).join();
            assertThat(database.count("select count(*) from audit where object_id = ?", objects.get(nth)))
                    .isOne();
        }
    }

    /** PostgreSQL keeps no text with a zero in it. */
    @Test
    void oneThatCannotBeWrittenKeepsNoOtherFromIt() {
        String before = UUID.randomUUID().toString();
        String after = UUID.randomUUID().toString();
        CompletableFuture<Void> first = write("parcel-read", before);
        CompletableFuture<Void> refused =
                write("parcel\u0000read", UUID.randomUUID().toString());
        CompletableFuture<Void> second = write("parcel-read", after);
        assertThatThrownBy(refused::join)
                .isInstanceOf(CompletionException.class)
                .hasMessageContaining("could not be recorded");
        first.join();
        second.join();
        for (String object : List.of(before, after)) {
            assertThat(database.count("select count(*) from audit where object_id = ?", object))
                    .isOne();
        }
    }

    /** Who holds the table keeps the record from being written, and with it the answer from being sent. */
    @Test
    void nobodyIsAnsweredBeforeTheRecordIsWritten() throws Exception {
        String reader = "reader-" + UUID.randomUUID();
        String token = Tokens.of("auditor", "451031", reader);
        var own = PlatformResource.platform().addresses().database("chassis");
        CompletableFuture<Integer> answered;
        try (Connection holder = DriverManager.getConnection(own.jdbcUrl(), own.ownerUser(), own.ownerPassword());
                var statement = holder.createStatement()) {
            holder.setAutoCommit(false);
            statement.execute("lock table audit in share row exclusive mode");
            answered = CompletableFuture.supplyAsync(() -> given().auth()
                    .oauth2(token)
                    .get("/v1/audit?limit=1")
                    .then()
                    .extract()
                    .statusCode());
            assertThatThrownBy(() -> answered.get(2, TimeUnit.SECONDS)).isInstanceOf(TimeoutException.class);
            holder.rollback();
        }
        assertThat(answered.get(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isEqualTo(200);
        assertThat(database.count("select count(*) from audit where subject = ?", reader))
                .isOne();
    }
}
