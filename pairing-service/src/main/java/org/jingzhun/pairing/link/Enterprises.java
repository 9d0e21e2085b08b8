package org.jingzhun.pairing.link;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jingzhun.chassis.audit.Audit;
import org.jingzhun.chassis.audit.AuditEntry;
import org.jingzhun.chassis.caller.Area;
import org.jingzhun.chassis.caller.CurrentCaller;
import org.jingzhun.chassis.http.Cursor;
import org.jingzhun.chassis.http.Revisions;
import org.jingzhun.chassis.http.Slice;
import org.jingzhun.chassis.query.Database;
import org.jspecify.annotations.Nullable;

/** All enterprises. */
@ApplicationScoped
public class Enterprises {

    private static final UUID BEFORE_ALL = new UUID(0, 0);

    private final Database database;
    private final CurrentCaller caller;
    private final Audit audit;

    Enterprises(Database database, CurrentCaller caller, Audit audit) {
        this.database = database;
        this.caller = caller;
        this.audit = audit;
    }

    /** In the order of their ids. */
    @Transactional
    public Slice<Enterprise> list(Area area, @Nullable Cursor after, int limit) {
        List<Enterprise> rows = database.list(
                "select * from enterprise where id > ? and division between ? and ? order by id limit ?",
                Enterprises::read,
                after == null ? BEFORE_ALL : after.id(0),
                area.from(),
                area.to(),
                limit + 1);
        return Slice.of(rows, limit, last -> Cursor.of(last.id()));
    }

    @Transactional
    public Optional<Enterprise> find(UUID id) {
        return database.find("select * from enterprise where id = ?", Enterprises::read, id);
    }

    boolean lock(UUID id) {
        return database.find("select id from enterprise where id = ? for update", row -> row.getString(1), id)
                .isPresent();
    }

    /**
     * Writes an enterprise, new or corrected.
     *
     * @param ifMatch entity tag of the revision to be corrected, ignored for a new one
     */
    @Transactional
    public Enterprise put(Enterprise told, @Nullable String ifMatch) {
        if (!caller.get().area().covers(told.division())) {
            throw new TargetRefusal.UnknownPlace(LinkKind.Target.ANY, told.division());
        }
        if (database.find(
                        "select id from enterprise where credit_code = ? and id <> ?",
                        row -> row.getString(1),
                        told.creditCode(),
                        told.id())
                .isPresent()) {
            throw new LinkRefusal.CreditCodeTaken(told.creditCode());
        }
        Optional<Enterprise> known =
                database.find("select * from enterprise where id = ? for update", Enterprises::read, told.id());
        known.ifPresent(before -> Revisions.require(ifMatch, before.revision()));
        database.execute("""
                insert into enterprise (id, name, credit_code, trade, division) values (?, ?, ?, ?, ?)
                on conflict (id) do update set name = excluded.name, credit_code = excluded.credit_code,
                  trade = excluded.trade, division = excluded.division, revision = enterprise.revision + 1
                """, told.id(), told.name(), told.creditCode(), told.trade(), told.division());
        audit.record(
                AuditEntry.of("enterprise-written", "enterprise", told.id()).in(told.division()));
        return find(told.id()).orElseThrow();
    }

    private static Enterprise read(ResultSet row) throws SQLException {
        return new Enterprise(
                row.getObject("id", UUID.class),
                row.getString("name"),
                row.getString("credit_code"),
                row.getString("trade"),
                row.getLong("division"),
                row.getLong("revision"));
    }
}
