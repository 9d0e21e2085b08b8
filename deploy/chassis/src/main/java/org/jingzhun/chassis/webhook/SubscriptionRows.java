package org.jingzhun.chassis.webhook;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jingzhun.chassis.caller.Area;
import org.jingzhun.chassis.query.Database;
import org.jspecify.annotations.Nullable;

/** Rows of subscriptions. Every change by a client counts the revision up, which takes them out of the courier's hands. */
@ApplicationScoped
class SubscriptionRows {

    static final String COLUMNS = "id, owner, owner_name, area_from, area_to, url, types, description, state,"
            + " generation, previous_until, revision, delivered_to, failing_since, created_at";

    private final Database database;

    SubscriptionRows(Database database) {
        this.database = database;
    }

    void insert(Subscription made) {
        database.execute(
                "insert into webhook_subscription (id, owner, owner_name, area_from, area_to, url, types, description,"
                        + " state, delivered_to, created_at) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                made.id(),
                made.owner(),
                made.ownerName(),
                made.area().from(),
                made.area().to(),
                made.url(),
                made.types().toArray(),
                made.description(),
                made.state().name(),
                made.deliveredTo(),
                made.createdAt());
    }

    int count(String owner) {
        return database.find("select count(*) from webhook_subscription where owner = ?", row -> row.getInt(1), owner)
                .orElseThrow();
    }

    /** @param owner null for the subscriptions of everybody in the caller's area */
    List<Subscription> list(@Nullable String owner, @Nullable UUID after, int limit) {
        return database.list(
                "select " + COLUMNS + " from webhook_subscription where (?::text is null or owner = ?)"
                        + " and (?::uuid is null or id > ?) order by id limit ?",
                SubscriptionRows::read,
                owner,
                owner,
                after,
                after,
                limit);
    }

    /** @param owner null for anybody */
    Optional<Subscription> find(UUID id, @Nullable String owner) {
        return database.find(
                "select " + COLUMNS + " from webhook_subscription where id = ? and (?::text is null or owner = ?)",
                SubscriptionRows::read,
                id,
                owner,
                owner);
    }

    /** Locked until the end of the transaction. */
    Optional<Subscription> lock(UUID id, String owner) {
        return database.find(
                "select " + COLUMNS + " from webhook_subscription where id = ? and owner = ? for update",
                SubscriptionRows::read,
                id,
                owner);
    }

    void change(Subscription changed) {
        database.execute(
                "update webhook_subscription set area_from = ?, area_to = ?, url = ?, types = ?, description = ?,"
                        + " state = ?, failing_since = ?, revision = revision + 1 where id = ?",
                changed.area().from(),
                changed.area().to(),
                changed.url(),
                changed.types().toArray(),
                changed.description(),
                changed.state().name(),
                time(changed.failingSince()),
                changed.id());
    }

    void rotate(UUID id, Instant previousUntil) {
        database.execute(
                "update webhook_subscription set generation = generation + 1, previous_until = ?,"
                        + " revision = revision + 1 where id = ?",
                previousUntil,
                id);
    }

    /** The mark in the row may be behind what its courier has done by now: the revision counts up in any case. */
    void setBack(UUID id, long position) {
        database.execute(
                "update webhook_subscription set delivered_to = least(delivered_to, ?), revision = revision + 1 where id = ?",
                position,
                id);
    }

    /** So that its courier looks at its rows again. */
    void touch(UUID id) {
        database.execute("update webhook_subscription set revision = revision + 1 where id = ?", id);
    }

    void delete(UUID id) {
        database.execute("delete from webhook_subscription where id = ?", id);
    }

    static @Nullable OffsetDateTime time(@Nullable Instant instant) {
        return instant == null ? null : instant.atOffset(java.time.ZoneOffset.UTC);
    }

    static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }

    static Subscription read(ResultSet row) throws SQLException {
        return new Subscription(
                row.getObject("id", UUID.class),
                row.getString("owner"),
                row.getString("owner_name"),
                new Area(row.getLong("area_from"), row.getLong("area_to")),
                row.getString("url"),
                Set.of((String[]) row.getArray("types").getArray()),
                row.getString("description"),
                Subscription.State.valueOf(row.getString("state")),
                row.getInt("generation"),
                instant(row, "previous_until"),
                row.getLong("revision"),
                row.getLong("delivered_to"),
                instant(row, "failing_since"),
                row.getObject("created_at", OffsetDateTime.class).toInstant());
    }
}
