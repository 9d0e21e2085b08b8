package org.jingzhun.funding.disclosure;

import com.github.f4b6a3.uuid.UuidCreator;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.jingzhun.chassis.audit.Audit;
import org.jingzhun.chassis.audit.AuditEntry;
import org.jingzhun.chassis.caller.CurrentCaller;
import org.jingzhun.chassis.query.Database;
import org.jingzhun.chassis.time.Clocks;
import org.jspecify.annotations.Nullable;

/** Takes objections from anybody and has them answered (异议受理与答复). */
@ApplicationScoped
public class Objecting {

    private static final String LIST = """
            select o.*, t.text from disclosure_objection o left join disclosure_objection_text t on t.objection_id = o.id
            where o.disclosure_id = ? and (?::uuid is null or o.id > ?::uuid) order by o.id limit ?
            """;

    private final Database database;
    private final Disclosures disclosures;
    private final DisclosureRules rules;
    private final Audit audit;
    private final CurrentCaller caller;
    private final Clock clock;

    Objecting(
            Database database,
            Disclosures disclosures,
            DisclosureRules rules,
            Audit audit,
            CurrentCaller caller,
            Clock clock) {
        this.database = database;
        this.disclosures = disclosures;
        this.rules = rules;
        this.audit = audit;
        this.caller = caller;
        this.clock = clock;
    }

    /**
     * Raises an objection; nobody has to say who he is.
     *
     * @throws DisclosureRefusal if there is no such disclosure, or too many objections to it wait
     */
    @Transactional
    public Objection raise(UUID disclosureId, String text) {
        var disclosure = disclosures.get(disclosureId);
        var now = now();
        var today = LocalDate.ofInstant(now, Clocks.SHANGHAI);
        if (disclosure.openObjections() >= rules.openObjections(today)) {
            throw new DisclosureRefusal.TooManyObjections();
        }
        var objection = new Objection(
                UuidCreator.getTimeOrderedEpoch(),
                disclosureId,
                now,
                today.plusDays(rules.answerDays(today)),
                null,
                null,
                null);
        database.execute(
                "insert into disclosure_objection (id, disclosure_id, county, raised_at, deadline) values (?, ?, ?, ?, ?)",
                objection.id(),
                disclosureId,
                disclosure.county(),
                now,
                objection.deadline());
        database.execute(
                "insert into disclosure_objection_text (objection_id, county, text) values (?, ?, ?)",
                objection.id(),
                disclosure.county(),
                text);
        return objection;
    }

    /** In the order in which they were raised; with their text for the offices of the area. */
    @Transactional
    public List<Objection> list(UUID disclosureId, @Nullable UUID after, int limit) {
        return database.list(LIST, Objecting::read, disclosureId, after, after, limit);
    }

    /**
     * Answers an objection; everybody can read the answer.
     *
     * @throws DisclosureRefusal if there is none in the caller's area, or it has its answer
     */
    @Transactional
    public Objection answer(UUID id, String answer) {
        var disclosure = database.find(
                        "select county, answer, disclosure_id from disclosure_objection where id = ? for update",
                        row -> new Open(row.getLong("county"), row.getString("answer") != null),
                        id)
                .filter(open -> caller.get().area().covers(open.county()))
                .orElseThrow(() -> new DisclosureRefusal.UnknownObjection(id));
        if (disclosure.answered()) {
            throw new DisclosureRefusal.AnsweredBefore(id);
        }
        database.execute(
                "update disclosure_objection set answer = ?, answered_by = ?, answered_at = ? where id = ?",
                answer,
                caller.get().subject(),
                now(),
                id);
        audit.record(
                AuditEntry.of("objection-answered", "disclosure-objection", id).in(disclosure.county()));
        return database.find(
                        "select o.*, null::text as text from disclosure_objection o where o.id = ?",
                        Objecting::read,
                        id)
                .orElseThrow();
    }

    private record Open(long county, boolean answered) {}

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    private static Objection read(ResultSet row) throws SQLException {
        var answeredAt = row.getObject("answered_at", OffsetDateTime.class);
        return new Objection(
                row.getObject("id", UUID.class),
                row.getObject("disclosure_id", UUID.class),
                row.getObject("raised_at", OffsetDateTime.class).toInstant(),
                row.getObject("deadline", LocalDate.class),
                row.getString("text"),
                row.getString("answer"),
                answeredAt == null ? null : answeredAt.toInstant());
    }
}
