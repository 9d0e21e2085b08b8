package org.jingzhun.chassis.caller;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.agroal.api.AgroalDataSource;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.transaction.Status;
import jakarta.transaction.SystemException;
import jakarta.transaction.TransactionManager;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jingzhun.chassis.testing.PlatformResource;
import org.jingzhun.chassis.testing.Tokens;
import org.jingzhun.chassis.thing.Things;
import org.junit.jupiter.api.Test;

/** The database ends all connections, as when it is started again or another server takes its place. */
@QuarkusTest
@QuarkusTestResource(
        value = PlatformResource.class,
        initArgs = @ResourceArg(name = PlatformResource.TOPICS, value = Things.TOPIC + ",chassis.audit"))
class LostConnectionsTest {

    private static final String END_IDLE =
            "select pg_terminate_backend(pid) from pg_stat_activity where usename = current_user and state = 'idle'";

    private static final int MANY = 40;

    @Inject
    AgroalDataSource database;

    @Inject
    TransactionManager transactions;

    @ConfigProperty(name = "quarkus.datasource.jdbc.url")
    String url;

    @ConfigProperty(name = "quarkus.datasource.username")
    String user;

    @ConfigProperty(name = "quarkus.datasource.password")
    String password;

    private void endAll() throws SQLException {
        try (Connection own = DriverManager.getConnection(url, user, password);
                var statement = own.createStatement()) {
            statement.execute(END_IDLE);
        }
    }

    private int read() {
        return QuarkusTransaction.joiningExisting().call(() -> {
            try (Connection connection = database.getConnection();
                    var statement = connection.createStatement();
                    var row = statement.executeQuery("select 1")) {
                row.next();
                return row.getInt(1);
            }
        });
    }

    @Test
    void aThreadThatCouldNotBeginATransactionBeginsAnother() throws SystemException {
        await().pollInSameThread().atMost(Duration.ofSeconds(30)).until(this::meetsALostConnection);
        assertThat(transactions.getStatus()).isEqualTo(Status.STATUS_NO_TRANSACTION);
        await().pollInSameThread()
                .ignoreExceptions()
                .atMost(Duration.ofSeconds(30))
                .until(() -> read() == 1);
    }

    /** False if the connection was tried first, because it had been idle. */
    private boolean meetsALostConnection() throws SQLException {
        read();
        endAll();
        try {
            read();
            return false;
        } catch (RuntimeException lost) {
            assertThat(lost).hasStackTraceContaining("SQLException");
            return true;
        }
    }

    @Test
    void afterAMomentEverybodyIsAnsweredAgain() throws SQLException, InterruptedException, ExecutionException {
        String token = Tokens.of("county-officer", "451031");
        Callable<Integer> call =
                () -> given().auth().oauth2(token).get("/v1/things").statusCode();
        many(call);
        endAll();
        many(call);
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(many(call)).containsOnly(200));
    }

    private static List<Integer> many(Callable<Integer> call) throws InterruptedException, ExecutionException {
        try (var callers = Executors.newFixedThreadPool(MANY)) {
            var answers = callers.invokeAll(Collections.nCopies(MANY, call));
            return answers.stream().map(answer -> answer.resultNow()).toList();
        }
    }
}
