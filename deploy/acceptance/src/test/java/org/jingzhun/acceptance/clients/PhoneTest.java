package org.jingzhun.acceptance.clients;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Map;
import java.util.UUID;
import org.jingzhun.acceptance.RunningSuite;
import org.jingzhun.standalone.SuiteService;
import org.jingzhun.standalone.Token;
import org.jingzhun.standalone.platform.PlatformAddresses;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/**
 * Clients in TypeScript against the running suite: a phone with that of the OpenAPI generator, a department with that of
 * openapi-typescript. What they do stands in {@code deploy/clients/typescript/src/*.test.ts}, each test a sentence.
 */
@Order(2)
class PhoneTest {

    private static final int DAYS_SINCE = 30;

    @Test
    void aPhoneWorksOfflineForAWeekAndAnotherSystemReadsTheRegister()
            throws IOException, InterruptedException, SQLException {
        RunningSuite.Reach suite = RunningSuite.anyWithTheSample();
        FreshHelper helper = FreshHelper.of(suite);
        age(suite, helper.id());
        Path log = Path.of("target", "typescript.log").toAbsolutePath();
        Process tests = start(suite, helper, log);
        assertThat(tests.waitFor()).as("see " + log).isZero();
    }

    /**
     * Moves the plan's activation a month back. It was just now, so that nobody can have been visited in the week before, and
     * no interface lets the history of pairings be changed; nor does the table, but for its owner.
     */
    private static void age(RunningSuite.Reach suite, UUID helper) throws IOException, SQLException {
        var pairing = PlatformAddresses.read(suite.directory().resolve("platform/platform.properties"))
                .database("pairing");
        try (var connection =
                        DriverManager.getConnection(pairing.jdbcUrl(), pairing.ownerUser(), pairing.ownerPassword());
                var guard = connection.createStatement();
                var aged = connection.prepareStatement(
                        "update pairing set since = current_date - ? where helper_id = ? and until is null")) {
            connection.setAutoCommit(false);
            guard.execute("alter table pairing disable trigger user");
            aged.setInt(1, DAYS_SINCE);
            aged.setObject(2, helper);
            assertThat(aged.executeUpdate()).isGreaterThanOrEqualTo(FreshHelper.SOME_HOUSEHOLDS);
            guard.execute("alter table pairing enable trigger user");
            connection.commit();
        }
    }

    private static Process start(RunningSuite.Reach suite, FreshHelper helper, Path log) throws IOException {
        var command = new ProcessBuilder("node", "--test", "--test-concurrency=1", "target/js/src/")
                .directory(
                        RunningSuite.root().resolve("deploy/clients/typescript").toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile());
        var now = Clock.systemUTC().instant();
        command.environment()
                .putAll(Map.of(
                        "IDENTIFICATION_SERVICE",
                        suite.addresses().of(SuiteService.IDENTIFICATION).toString(),
                        "PAIRING_SERVICE",
                        suite.addresses().of(SuiteService.PAIRING).toString(),
                        "HELPER_ID",
                        helper.id().toString(),
                        "HELPER_TOKEN",
                        helper.token().sign(suite.keys(), now),
                        "SYSTEM_TOKEN",
                        Token.of("system", FreshHelper.COUNTY, "教育局").sign(suite.keys(), now)));
        return command.start();
    }
}
