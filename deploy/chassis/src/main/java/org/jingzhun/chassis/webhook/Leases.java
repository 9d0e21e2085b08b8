package org.jingzhun.chassis.webhook;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jingzhun.chassis.query.Database;
import org.jspecify.annotations.Nullable;

/**
 * Which process delivers which subscription: one at a time. All times are the database's. A subscription names the
 * process, and counts as free when that has not been heard of for the length of a lease.
 */
@ApplicationScoped
class Leases {

    private static final String ALIVE = "leased_until > clock_timestamp()";

    private final Database database;

    Leases(Database database) {
        this.database = database;
    }

    /** This process lives. */
    void renew(UUID replica, Duration length) {
        database.execute(
                "insert into webhook_replica (id, leased_until) values (?, clock_timestamp() + ? * interval '1 millisecond')"
                        + " on conflict (id) do update set leased_until = excluded.leased_until",
                replica,
                length.toMillis());
        database.execute("delete from webhook_replica where leased_until < clock_timestamp() - interval '1 hour'");
    }

    /** This process ends: others need not wait. */
    void end(UUID replica) {
        database.execute("delete from webhook_replica where id = ?", replica);
    }

    /** How many subscriptions a process should deliver: all of them, shared among those that live. */
    int share() {
        return database.find(
                        "select ceil((select count(*) from webhook_subscription where state = 'ACTIVE')::numeric"
                                + " / greatest(1, (select count(*) from webhook_replica where " + ALIVE + ")))",
                        row -> row.getInt(1))
                .orElseThrow();
    }

    /** What this process delivers, and the revision of each. */
    Map<UUID, Long> held(UUID replica) {
        record Held(UUID id, long revision) {}
        return database
                .list(
                        "select id, revision from webhook_subscription where lease = ? and state = 'ACTIVE'",
                        row -> new Held(row.getObject(1, UUID.class), row.getLong(2)),
                        replica)
                .stream()
                .collect(Collectors.toMap(Held::id, Held::revision));
    }

    /** Takes free ones. */
    int claim(UUID replica, int atMost) {
        return database.execute(
                "update webhook_subscription set lease = ? where id in (select s.id from webhook_subscription s"
                        + " where s.state = 'ACTIVE' and not exists (select from webhook_replica r where r.id = s.lease and r."
                        + ALIVE + ") order by s.id limit ? for update of s skip locked)",
                replica,
                atMost);
    }

    void release(UUID replica, UUID subscription) {
        database.execute(
                "update webhook_subscription set lease = null where id = ? and lease = ?", subscription, replica);
    }

    List<Subscription> read(UUID replica, Collection<UUID> ids) {
        return database.list(
                "select " + SubscriptionRows.COLUMNS + " from webhook_subscription"
                        + " where lease = ? and state = 'ACTIVE' and id = any (?::uuid[])",
                SubscriptionRows::read,
                replica,
                ids.stream().map(UUID::toString).toArray());
    }

    /** How far a courier got. */
    record Mark(UUID subscription, long revision, long position) {}

    /** Keeps marks, of those that are still this process's and unchanged by their owners. */
    void keep(UUID replica, List<Mark> marks) {
        database.execute(
                "update webhook_subscription s set delivered_to = m.position"
                        + " from unnest(?::uuid[], ?::bigint[], ?::bigint[]) m (id, revision, position)"
                        + " where s.id = m.id and s.lease = ? and s.revision = m.revision and s.delivered_to < m.position",
                marks.stream().map(mark -> mark.subscription().toString()).toArray(),
                marks.stream().map(Mark::revision).toArray(Long[]::new),
                marks.stream().map(Mark::position).toArray(Long[]::new),
                replica);
    }

    /**
     * Keeps what a round came to, or nothing when the subscription is not this process's any more. To be called first in
     * the transaction.
     *
     * @return whether it is
     */
    boolean keep(UUID replica, Mark mark, Subscription.State state, @Nullable Instant failingSince) {
        return database.execute(
                        "update webhook_subscription set delivered_to = ?, failing_since = ?, state = ?,"
                                + " revision = revision + case when state = ? then 0 else 1 end"
                                + " where id = ? and lease = ? and revision = ?",
                        mark.position(),
                        SubscriptionRows.time(failingSince),
                        state.name(),
                        state.name(),
                        mark.subscription(),
                        replica,
                        mark.revision())
                == 1;
    }
}
