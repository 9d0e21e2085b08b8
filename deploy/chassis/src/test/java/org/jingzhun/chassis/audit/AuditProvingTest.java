package org.jingzhun.chassis.audit;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.junit.QuarkusMock;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Map;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jingzhun.chassis.outbox.Outbox;
import org.jingzhun.chassis.testing.Tokens;
import org.junit.jupiter.api.Test;

/** While Kafka does not answer, here for nobody being where it should be, nothing is said of the trail. */
@QuarkusTest
class AuditProvingTest {

    private static final String NOBODY = "127.0.0.1:9";

    @Inject
    AuditHeads heads;

    @Inject
    Outbox outbox;

    @Inject
    ObjectMapper json;

    @Inject
    Clock clock;

    @ConfigProperty(name = "jingzhun.audit.secret")
    String secret;

    @Test
    void withoutTheHeadsOutsideTheDatabaseNothingIsProved() {
        var config = new SmallRyeConfigBuilder()
                .withSources(new PropertiesConfigSource(Map.of("kafka.bootstrap.servers", NOBODY), "test", 100))
                .build();
        QuarkusMock.installMockForInstance(
                new AuditHeads(outbox, json, clock, config, "chassis", secret, NOBODY), heads);
        given().auth()
                .oauth2(Tokens.of("auditor", "45"))
                .get("/v1/audit/proof")
                .then()
                .statusCode(503)
                .body("code", equalTo("audit-heads-unreachable"));
    }
}
