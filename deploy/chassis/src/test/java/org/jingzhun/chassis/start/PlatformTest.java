package org.jingzhun.chassis.start;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PlatformTest {

    private final Map<String, String> environment = new HashMap<>(Map.of(
            "JINGZHUN_DB_URL", "jdbc:postgresql://localhost:1/identification",
            "JINGZHUN_DB_OWNER_USER", "owner",
            "JINGZHUN_DB_OWNER_PASSWORD", "secret",
            "JINGZHUN_DB_APP_USER", "app",
            "JINGZHUN_DB_APP_PASSWORD", "secret",
            "KAFKA_BOOTSTRAP_SERVERS", "localhost:1",
            "JINGZHUN_TOKEN_ISSUER", "https://issuer",
            "JINGZHUN_TOKEN_PUBLIC_KEY", "key",
            "JINGZHUN_AUDIT_SECRET", "secret",
            "JINGZHUN_SEALING_SECRET", "key"));

    @Test
    void eachMissingVariableIsNamed() {
        environment.remove("JINGZHUN_DB_URL");
        environment.put("JINGZHUN_TOKEN_ISSUER", " ");

        assertThat(Platform.complaints(environment, Map.of())).hasSize(2).allMatch(line -> line.contains("is missing"));
        assertThat(Platform.complaints(environment, Map.of()).getFirst()).contains("JINGZHUN_DB_URL");
    }

    @Test
    void theKeysOfTheIssuerComeFromOnePlace() {
        environment.put("JINGZHUN_TOKEN_SERVER", "https://issuer");
        assertThat(Platform.complaints(environment, Map.of()))
                .singleElement()
                .asString()
                .contains("JINGZHUN_TOKEN_SERVER", "JINGZHUN_TOKEN_PUBLIC_KEY");
        environment.remove("JINGZHUN_TOKEN_SERVER");
        environment.remove("JINGZHUN_TOKEN_PUBLIC_KEY");
        assertThat(Platform.complaints(environment, Map.of()))
                .singleElement()
                .asString()
                .contains("JINGZHUN_TOKEN_SERVER", "JINGZHUN_TOKEN_PUBLIC_KEY");
    }

    @Test
    void whatAServiceNeedsOfItsOwnIsNamedToo() {
        assertThat(Platform.complaints(environment, Map.of("JINGZHUN_OWN_SECRET", "32 random bytes")))
                .containsExactly("Environment variable JINGZHUN_OWN_SECRET is missing: set it to 32 random bytes.");
    }

    @Test
    void aDatabaseAndABrokerThatDoNotAnswerAreToldApart() throws IOException {
        assertThat(Platform.complaints(environment, Map.of()))
                .satisfiesExactly(
                        line -> assertThat(line).startsWith("PostgreSQL cannot be reached at localhost:1"),
                        line -> assertThat(line).startsWith("Kafka cannot be reached at localhost:1"));
        try (var database = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            environment.put("JINGZHUN_DB_URL", "jdbc:postgresql://localhost:" + database.getLocalPort() + "/x");
            assertThat(Platform.complaints(environment, Map.of()))
                    .satisfiesExactly(line -> assertThat(line).startsWith("Kafka cannot be reached"));
        }
    }

    @Test
    void addressesOfAnotherFormAreExplained() {
        environment.put("JINGZHUN_DB_URL", "localhost:5432");
        environment.put("KAFKA_BOOTSTRAP_SERVERS", "localhost");

        assertThat(Platform.complaints(environment, Map.of()))
                .hasSize(2)
                .allMatch(line -> line.contains("must look like"));
    }
}
