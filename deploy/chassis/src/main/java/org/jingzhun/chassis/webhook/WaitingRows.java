package org.jingzhun.chassis.webhook;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jingzhun.chassis.query.Database;
import org.jspecify.annotations.Nullable;

/** Rows of deliveries that wait or were given up. */
@ApplicationScoped
class WaitingRows {

    private static final String COLUMNS =
            "position, event_id, type, key, order_key, state, attempts, failed_at, next_at, status, error";

    private static final String KEEP = """
            insert into webhook_delivery as d (subscription_id, position, event_id, type, key, order_key, state, attempts,
              failed_at, next_at, status, error)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            on conflict (subscription_id, position) do update set state = excluded.state, attempts = excluded.attempts,
              failed_at = excluded.failed_at, next_at = excluded.next_at, status = excluded.status, error = excluded.error
            """;

    private final Database database;

    WaitingRows(Database database) {
        this.database = database;
    }

    /** All that wait, in the order of the events. */
    List<Waiting> waiting(UUID subscription) {
        return database.list(
                "select " + COLUMNS + " from webhook_delivery where subscription_id = ? and state = 'WAITING'"
                        + " order by position",
                WaitingRows::read,
                subscription);
    }

    /** @param state null for both */
    List<Waiting> list(UUID subscription, Waiting.@Nullable State state, long after, int limit) {
        String name = state == null ? null : state.name();
        return database.list(
                "select " + COLUMNS + " from webhook_delivery where subscription_id = ? and position > ?"
                        + " and (?::text is null or state = ?) order by position limit ?",
                WaitingRows::read,
                subscription,
                after,
                name,
                name,
                limit);
    }

    Optional<Waiting> find(UUID subscription, long position) {
        return database.find(
                "select " + COLUMNS + " from webhook_delivery where subscription_id = ? and position = ?",
                WaitingRows::read,
                subscription,
                position);
    }

    /** How many wait, and how many were given up. */
    record Counts(long waiting, long dead) {}

    Counts count(UUID subscription) {
        return database.find(
                        "select count(*) filter (where state = 'WAITING'), count(*) filter (where state = 'DEAD')"
                                + " from webhook_delivery where subscription_id = ?",
                        row -> new Counts(row.getLong(1), row.getLong(2)),
                        subscription)
                .orElseThrow();
    }

    void keep(UUID subscription, Collection<Waiting> rows) {
        database.executeAll(
                KEEP, rows.stream().map(row -> columns(subscription, row)).toList());
    }

    private static @Nullable Object[] columns(UUID subscription, Waiting row) {
        return new @Nullable Object[] {
            subscription,
            row.position(),
            row.eventId(),
            row.type(),
            row.key(),
            row.orderKey(),
            row.state().name(),
            row.attempts(),
            SubscriptionRows.time(row.failedAt()),
            row.nextAt(),
            row.status(),
            row.error()
        };
    }

    void forget(UUID subscription, Collection<Long> positions) {
        database.execute(
                "delete from webhook_delivery where subscription_id = ? and position = any (?)",
                subscription,
                positions.toArray(Long[]::new));
    }

    /** Those behind a position, which will be sent again anyway. */
    void forgetBehind(UUID subscription, long position) {
        database.execute(
                "delete from webhook_delivery where subscription_id = ? and position > ?", subscription, position);
    }

    /** Everything that waits is due, with three days before it. */
    void beginAnew(UUID subscription, Instant now) {
        database.execute(
                "update webhook_delivery set next_at = ?, attempts = 0, failed_at = null"
                        + " where subscription_id = ? and state = 'WAITING'",
                now,
                subscription);
    }

    /** Everything that waits is due. */
    void hasten(UUID subscription, Instant now) {
        database.execute(
                "update webhook_delivery set next_at = ? where subscription_id = ? and state = 'WAITING'",
                now,
                subscription);
    }

    /** A dead letter is sent again. */
    void revive(UUID subscription, long position, Instant now) {
        database.execute(
                "update webhook_delivery set state = 'WAITING', attempts = 0, failed_at = null, next_at = ?"
                        + " where subscription_id = ? and position = ?",
                now,
                subscription,
                position);
    }

    private static Waiting read(ResultSet row) throws SQLException {
        return new Waiting(
                row.getLong("position"),
                row.getObject("event_id", UUID.class),
                row.getString("type"),
                row.getString("key"),
                row.getString("order_key"),
                Waiting.State.valueOf(row.getString("state")),
                row.getInt("attempts"),
                SubscriptionRows.instant(row, "failed_at"),
                row.getObject("next_at", OffsetDateTime.class).toInstant(),
                row.getObject("status", Integer.class),
                row.getString("error"));
    }
}
