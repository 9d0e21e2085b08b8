package org.jingzhun.chassis.audit;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.agroal.api.AgroalDataSource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Map;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jingzhun.chassis.outbox.Outbox;
import org.junit.jupiter.api.Test;

/** While Kafka does not answer, nothing is said of the trail. */
@QuarkusTest
class AuditProvingTest {

    private static final String NOBODY = "127.0.0.1:9";

    @Inject
    AgroalDataSource database;

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
        var heads = new AuditHeads(outbox, json, clock, config, "chassis", secret, NOBODY);
        assertThatThrownBy(() -> new AuditProving(database, heads).prove(null))
                .hasMessage("503 audit-heads-unreachable");
    }
}
