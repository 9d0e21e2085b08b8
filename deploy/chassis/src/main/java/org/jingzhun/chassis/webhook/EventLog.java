package org.jingzhun.chassis.webhook;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.jingzhun.chassis.caller.Caller;
import org.jingzhun.chassis.caller.CallerScope;
import org.jingzhun.chassis.query.Database;

/** The events of this service in one order, for as long as they can be replayed. */
@ApplicationScoped
class EventLog {

    private static final Logger LOG = Logger.getLogger(EventLog.class);
    private static final String COLUMNS = "position, id, type, source, time, key, order_key, division, payload";
    private static final int PURGED_AT_A_TIME = 10_000;

    /** One after the other: otherwise a position could become visible behind a reader that has passed it. */
    private static final String LOCK = "select 1 from pg_advisory_xact_lock(hashtext('jingzhun.webhook_event'))";

    private static final String APPEND = """
            insert into webhook_event (id, type, source, time, key, order_key, division, payload)
            select id, type, source, time, key, order_key, division, convert_to(payload, 'UTF8')
            from unnest(?::uuid[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::bigint[], ?::text[])
              with ordinality e (id, type, source, time, key, order_key, division, payload, nth)
            order by nth
            on conflict (id) do nothing
            """;

    private final Database database;
    private final Clock clock;
    private final Duration kept;

    EventLog(Database database, Clock clock, WebhookSettings settings) {
        this.database = database;
        this.clock = clock;
        this.kept = settings.kept();
    }

    /** An event as it came from its topic. */
    record Arrived(
            String id,
            String type,
            String source,
            String time,
            String key,
            String orderKey,
            long division,
            String payload) {}

    /** In their order; one that is there already is left out. */
    void append(List<Arrived> events) {
        QuarkusTransaction.requiringNew().run(() -> {
            database.find(LOCK, row -> true);
            database.execute(
                    APPEND,
                    events.stream().map(Arrived::id).toArray(),
                    events.stream().map(Arrived::type).toArray(),
                    events.stream().map(Arrived::source).toArray(),
                    events.stream().map(Arrived::time).toArray(),
                    events.stream().map(Arrived::key).toArray(),
                    events.stream().map(Arrived::orderKey).toArray(),
                    events.stream().map(Arrived::division).toArray(Long[]::new),
                    events.stream().map(Arrived::payload).toArray());
        });
    }

    /** Behind a position, of every area: for what is still in memory when it is delivered. */
    List<LoggedEvent> behind(long position, int limit) {
        return QuarkusTransaction.requiringNew()
                .call(() -> database.list(
                        "select " + COLUMNS + " from webhook_event where position > ? order by position limit ?",
                        EventLog::read,
                        position,
                        limit));
    }

    /** What a subscription is to be sent of the events behind one position up to another. */
    List<LoggedEvent> between(Subscription subscription, long position, long end, int limit) {
        String sql = "select " + COLUMNS + " from webhook_event where position > ? and position <= ?"
                + " and type = any (?) order by position limit ?";
        return CallerScope.call(subscription.reader(), () -> QuarkusTransaction.requiringNew()
                .call(() -> database.list(
                        sql, EventLog::read, position, end, subscription.types().toArray(), limit)));
    }

    /** Those of a subscription that are at the positions. */
    List<LoggedEvent> at(Subscription subscription, Collection<Long> positions) {
        String sql = "select " + COLUMNS + " from webhook_event where position = any (?) and type = any (?)";
        return CallerScope.call(subscription.reader(), () -> QuarkusTransaction.requiringNew()
                .call(() -> database.list(
                        sql,
                        EventLog::read,
                        positions.toArray(Long[]::new),
                        subscription.types().toArray())));
    }

    /** Position of the newest event; 0 when there is none. To be called within a transaction. */
    long end() {
        return database.find("select coalesce(max(position), 0) from webhook_event", row -> row.getLong(1))
                .orElseThrow();
    }

    /** Position of the last event before an instant; what was recorded then or later lies behind it. */
    long before(Instant from) {
        return database.find(
                        "select position - 1 from webhook_event where recorded_at >= ? order by recorded_at, position limit 1",
                        row -> row.getLong(1),
                        from)
                .orElseGet(this::end);
    }

    private static LoggedEvent read(ResultSet row) throws SQLException {
        return new LoggedEvent(
                row.getLong("position"),
                row.getObject("id", UUID.class),
                row.getString("type"),
                row.getString("source"),
                row.getString("time"),
                row.getString("key"),
                row.getString("order_key"),
                row.getLong("division"),
                row.getBytes("payload"));
    }

    @Scheduled(every = "{jingzhun.webhooks.purge:1h}", delayed = "5m")
    @RunOnVirtualThread
    void purge() {
        CallerScope.run(Caller.system("webhooks"), () -> {
            giveUpDeadLetters();
            int purged;
            do {
                purged = purgeSome();
            } while (purged == PURGED_AT_A_TIME);
        });
    }

    /** Nobody has sent them again for as long as events are kept. */
    private void giveUpDeadLetters() {
        int gone = QuarkusTransaction.requiringNew()
                .call(() -> database.execute(
                        "delete from webhook_delivery where state = 'DEAD' and failed_at < ?",
                        clock.instant().minus(kept)));
        if (gone > 0) {
            LOG.warnf("%d dead letters are gone: nobody has sent them again for %s", gone, kept);
        }
    }

    /** What is too old to be replayed and no delivery waits for. */
    private int purgeSome() {
        return QuarkusTransaction.requiringNew()
                .call(() -> database.execute("""
                        delete from webhook_event where position in (
                          select position from webhook_event e
                          where recorded_at < ?
                            and not exists (select from webhook_delivery d where d.position = e.position)
                          order by recorded_at limit ?)
                        """, clock.instant().minus(kept), PURGED_AT_A_TIME));
    }
}
