package org.jingzhun.identification.objection;

import com.github.f4b6a3.uuid.UuidCreator;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jingzhun.chassis.caller.Area;
import org.jingzhun.chassis.caller.Caller;
import org.jingzhun.chassis.caller.CurrentCaller;
import org.jingzhun.chassis.http.Cursor;
import org.jingzhun.chassis.http.Problem;
import org.jingzhun.chassis.http.Slice;
import org.jingzhun.chassis.query.Conditions;
import org.jingzhun.chassis.query.Database;
import org.jingzhun.chassis.time.Clocks;
import org.jspecify.annotations.Nullable;

/** The objections to cases of the caller's area. Whether one may be taken down or decided, their cases say. */
@ApplicationScoped
public class Objections {

    private static final String READ = """
            select o.id, o.{case_id}, {subject}, o.{place}, o.raised_by, o.text, o.raised_on, o.recorded_by, o.state,
                   o.finding, o.investigators, o.resolved_name, o.resolved_at
            from {objections} o join {cases} x on x.id = o.{case_id} where\s""";
    private static final String RAISE = """
            insert into {objections} (id, {case_id}, {place}, notice, raised_by, text, raised_on, recorded_by,
                                      recorded_name)
            select ?, x.id, x.{place}, {lastNotice}, ?, ?, ?, ?, ? from {cases} x where x.id = ?
            """;
    private static final String DECIDE = """
            update {objections} set state = ?, finding = ?, investigators = ?, resolved_by = ?, resolved_name = ?,
              resolved_at = ?
            where id = ?
            """;
    private static final String HELD = """
            select count(*) filter (where o.state = 'OPEN'),
                   count(*) filter (where o.state = 'UPHELD' and o.notice = {lastNotice})
            from {cases} x join {objections} o on o.{case_id} = x.id where x.id = ?
            """;

    private final Database database;
    private final CurrentCaller caller;
    private final Clock clock;

    Objections(Database database, CurrentCaller caller, Clock clock) {
        this.database = database;
        this.caller = caller;
        this.clock = clock;
    }

    /** What to look for; null where it does not matter. */
    public record Filter(
            Objected about,
            @Nullable UUID caseId,
            @Nullable Area division,
            @Nullable ObjectionState state) {}

    /** By place and id. */
    public Slice<Objection> list(Filter filter, @Nullable Cursor after, int limit) {
        Conditions where = new Conditions()
                .equal("o.{case_id}", filter.caseId())
                .within("o.{place}", filter.division())
                .equal("o.state", filter.state())
                .behind("o.{place}, o.id", after);
        List<Objection> rows = read(
                filter.about(),
                where.positional() + " order by o.{place}, o.id limit " + (limit + 1),
                where.arguments());
        return Slice.of(rows, limit, last -> Cursor.of(last.place(), last.id()));
    }

    /** @throws org.jingzhun.chassis.http.ProblemException 404 */
    public Objection get(Objected about, UUID id) {
        return read(about, "o.id = ?", id).stream().findFirst().orElseThrow(() -> Problem.of(404, "not-found")
                .asException());
    }

    /** Takes down what somebody holds against a case, and against which of its notices. */
    public Objection raise(Objected about, UUID caseId, String raisedBy, String text) {
        Caller acting = caller.get();
        UUID id = UuidCreator.getTimeOrderedEpoch();
        LocalDate today = LocalDate.ofInstant(clock.instant(), Clocks.SHANGHAI);
        database.execute(about.fill(RAISE), id, raisedBy, text, today, acting.subject(), acting.name(), caseId);
        return get(about, id);
    }

    /** Decides one that is open. */
    public Objection decide(Objection objection, Objection.Verdict verdict) {
        Caller acting = caller.get();
        ObjectionState state = verdict.upheld() ? ObjectionState.UPHELD : ObjectionState.REJECTED;
        database.execute(
                objection.about().fill(DECIDE),
                state.name(),
                verdict.finding(),
                verdict.investigators().toArray(String[]::new),
                acting.subject(),
                acting.name(),
                clock.instant(),
                objection.id());
        return get(objection.about(), objection.id());
    }

    /** How many hold a case. */
    public Objection.Held held(Objected about, UUID caseId) {
        return database.find(about.fill(HELD), row -> new Objection.Held(row.getInt(1), row.getInt(2)), caseId)
                .orElse(Objection.Held.NONE);
    }

    private List<Objection> read(Objected about, String where, Object... values) {
        return database.list(about.fill(READ + where), row -> objection(about, row), values);
    }

    private static Objection objection(Objected about, ResultSet row) throws SQLException {
        java.sql.Array investigators = row.getArray(11);
        OffsetDateTime resolvedAt = row.getObject(13, OffsetDateTime.class);
        return new Objection(
                row.getObject(1, UUID.class),
                about,
                row.getObject(2, UUID.class),
                row.getString(3),
                row.getLong(4),
                row.getString(5),
                row.getString(6),
                row.getObject(7, LocalDate.class),
                row.getString(8),
                ObjectionState.valueOf(row.getString(9)),
                row.getString(10),
                investigators == null ? List.of() : List.of((String[]) investigators.getArray()),
                row.getString(12),
                resolvedAt == null ? null : resolvedAt.toInstant());
    }
}
