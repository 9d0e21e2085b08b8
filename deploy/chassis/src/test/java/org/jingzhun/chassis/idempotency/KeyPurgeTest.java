package org.jingzhun.chassis.idempotency;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.UUID;
import org.jingzhun.chassis.parcel.Database;
import org.jingzhun.chassis.retention.Retention;
import org.jingzhun.chassis.testing.PlatformResource;
import org.jingzhun.chassis.thing.Things;
import org.junit.jupiter.api.Test;

/** Answers kept for repeated requests go when the rule of their retention says so. */
@QuarkusTest
@QuarkusTestResource(
        value = PlatformResource.class,
        initArgs = @ResourceArg(name = PlatformResource.TOPICS, value = Things.TOPIC + ",chassis.audit"))
class KeyPurgeTest {

    private static final String INSERT =
            "insert into idempotency_key (subject, key, request, created_at) values ('purge', ?, '\\x00', now() - ?::interval)";

    @Inject
    KeyPurge purge;

    @Inject
    Retention retention;

    @Inject
    Database database;

    @Test
    void whatIsOlderThanItsRuleGoesAndWhatIsYoungerStays() throws SQLException {
        assertThat(retention.list().stream()
                        .filter(rule -> rule.covers("idempotency_key"))
                        .toList())
                .singleElement()
                .satisfies(rule -> assertThat(rule.atMost()).isEqualTo("PT25H"));
        String old = kept("25 hours 1 minute");
        String young = kept("24 hours 59 minutes");
        purge.purge();
        assertThat(database.column("select key from idempotency_key where key in (?, ?)", old, young))
                .containsExactly(young);
    }

    private String kept(String age) {
        String key = UUID.randomUUID().toString();
        assertThat(database.execute(INSERT, key, age)).isOne();
        return key;
    }
}
