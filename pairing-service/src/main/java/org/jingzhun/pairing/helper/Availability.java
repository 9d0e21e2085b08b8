package org.jingzhun.pairing.helper;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jingzhun.chassis.audit.Audit;
import org.jingzhun.chassis.audit.AuditEntry;
import org.jingzhun.chassis.http.Revisions;
import org.jingzhun.chassis.query.Database;
import org.jspecify.annotations.Nullable;

/** When a helper cannot help, and whom it must not help. */
@ApplicationScoped
public class Availability {

    private static final String PUT_ABSENCE = """
            insert into helper_absence (id, helper_id, division, kind, since, until, remark)
            select ?, h.id, h.division, ?, ?::date, ?::date, ? from helper h where h.id = ?
            on conflict (id) do update set kind = excluded.kind, since = excluded.since, until = excluded.until,
              remark = excluded.remark, revision = helper_absence.revision + 1
            """;

    private static final String PUT_CONFLICT = """
            insert into helper_conflict (helper_id, household_id, division, kind, remark)
            select h.id, ?, h.division, ?, ? from helper h where h.id = ?
            on conflict (helper_id, household_id) do update set kind = excluded.kind, remark = excluded.remark
            """;

    private final Database database;
    private final Helpers helpers;
    private final Audit audit;

    Availability(Database database, Helpers helpers, Audit audit) {
        this.database = database;
        this.helpers = helpers;
        this.audit = audit;
    }

    /**
     * The absences of a helper by first day; there are few.
     *
     * @throws HelperRefusal if the helper is unknown
     */
    @Transactional
    public List<Absence> absences(UUID helper) {
        require(helper);
        return database.list(
                "select * from helper_absence where helper_id = ? order by since, id", Availability::read, helper);
    }

    /**
     * Writes an absence, new or corrected.
     *
     * @throws HelperRefusal if the helper is unknown, the days are in the wrong order, or a last day is missing
     */
    @Transactional
    public Absence put(Absence told, @Nullable String ifMatch) {
        Helper helper = require(told.helperId());
        LocalDate until = told.until();
        if (until == null ? told.kind().needsEnd() : until.isBefore(told.since())) {
            throw new HelperRefusal.WrongDays();
        }
        List<Absence> known =
                database.list("select * from helper_absence where id = ? for update", Availability::read, told.id());
        for (Absence before : known) {
            if (!before.helperId().equals(told.helperId())) {
                throw new HelperRefusal.UnknownHelper(told.helperId());
            }
            Revisions.require(ifMatch, before.revision());
        }
        database.execute(
                PUT_ABSENCE,
                told.id(),
                told.kind().name(),
                told.since().toString(),
                until == null ? null : until.toString(),
                told.remark(),
                told.helperId());
        audit.record(AuditEntry.of("absence-written", "helper", helper.id()).in(helper.division()));
        return absences(told.helperId()).stream()
                .filter(absence -> absence.id().equals(told.id()))
                .findFirst()
                .orElseThrow();
    }

    /** Writes down that a helper must not help a household; it holds for good. */
    @Transactional
    public void putConflict(UUID helperId, UUID household, ConflictKind kind, String remark) {
        Helper helper = require(helperId);
        database.execute(PUT_CONFLICT, household, kind.name(), remark, helperId);
        audit.record(AuditEntry.of("conflict-written", "helper", helperId)
                .in(helper.division())
                .with("household", household));
    }

    private Helper require(UUID id) {
        return helpers.findByIdOptional(id).orElseThrow(() -> new HelperRefusal.UnknownHelper(id));
    }

    private static Absence read(ResultSet row) throws SQLException {
        return new Absence(
                row.getObject("id", UUID.class),
                row.getObject("helper_id", UUID.class),
                AbsenceKind.valueOf(row.getString("kind")),
                row.getObject("since", LocalDate.class),
                row.getObject("until", LocalDate.class),
                row.getString("remark"),
                row.getLong("revision"));
    }
}
