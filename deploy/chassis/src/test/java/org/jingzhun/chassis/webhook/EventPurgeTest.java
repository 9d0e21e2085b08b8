package org.jingzhun.chassis.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.util.UUID;
import org.jingzhun.chassis.parcel.Database;
import org.jingzhun.chassis.retention.Retention;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Events and dead letters go when the rule of their retention says so. */
@QuarkusTest
class EventPurgeTest {

    private static final int KEPT = 14 * 24;

    @Inject
    EventLog log;

    @Inject
    Retention retention;

    @Inject
    Database database;

    private final UUID subscription = UUID.randomUUID();

    @BeforeEach
    void subscribe() throws SQLException {
        Database.executeAsOwner("""
            insert into webhook_subscription (id, owner, owner_name, area_from, area_to, url, types, description, state,
                                              delivered_to, created_at)
            values ('%s', 'purge', 'Purge', 450422000000, 450422999999, 'http://localhost/', '{purged}', '', 'PAUSED', 0, now())
            """.formatted(subscription));
    }

    @AfterEach
    void clear() throws SQLException {
        Database.executeAsOwner(
                "delete from webhook_subscription where id = '" + subscription + "'",
                "delete from webhook_event where type = 'purged'");
    }

    @Test
    void whatIsOlderThanItsRuleGoes_butNothingThatStillWaits() throws SQLException {
        assertThat(retention.list().stream()
                        .filter(rule -> rule.covers("webhook_delivery"))
                        .toList())
                .singleElement()
                .satisfies(rule -> assertThat(rule.atMost())
                        .isEqualTo(Duration.ofHours(KEPT).toString()));
        event(KEPT + 1);
        UUID young = event(KEPT - 1);
        UUID waiting = event(KEPT + 1);
        delivery(waiting, "WAITING", 1);
        delivery(event(KEPT + 72), "DEAD", KEPT + 1);
        UUID dead = event(KEPT + 71);
        delivery(dead, "DEAD", KEPT - 1);

        log.purge();

        assertThat(database.column("select id::text from webhook_event where type = 'purged'"))
                .containsExactlyInAnyOrder(young.toString(), waiting.toString(), dead.toString());
        assertThat(database.column("select event_id::text from webhook_delivery where type = 'purged'"))
                .containsExactlyInAnyOrder(waiting.toString(), dead.toString());
    }

    private static UUID event(int hoursAgo) throws SQLException {
        UUID id = UUID.randomUUID();
        Database.executeAsOwner("""
            insert into webhook_event (id, recorded_at, type, source, time, key, order_key, division, payload)
            values ('%s', now() - interval '%d hours', 'purged', '/purge', '', 'k', 'k', 450422000000, '{}')
            """.formatted(id, hoursAgo));
        return id;
    }

    private void delivery(UUID event, String state, int failedHoursAgo) throws SQLException {
        Database.executeAsOwner("""
            insert into webhook_delivery (subscription_id, position, event_id, type, key, order_key, state, attempts,
                                          failed_at, next_at)
            select '%s', position, id, type, key, order_key, '%s', 1, now() - interval '%d hours', now() + interval '1 year'
            from webhook_event where id = '%s'
            """.formatted(subscription, state, failedHoursAgo, event));
    }
}
