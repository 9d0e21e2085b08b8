package org.jingzhun.funding.allocation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jingzhun.chassis.audit.Audit;
import org.jingzhun.chassis.audit.AuditEntry;
import org.jingzhun.chassis.caller.Area;
import org.jingzhun.chassis.caller.CurrentCaller;
import org.jingzhun.chassis.http.Revisions;
import org.jingzhun.chassis.query.Database;
import org.jspecify.annotations.Nullable;

/** All factor tables within the caller's area; their values come by the import {@code factor-values}. */
@ApplicationScoped
public class FactorTables {

    private static final String SELECT = """
            select t.*, (select count(*) from factor_value v where v.table_id = t.id) as counted from factor_table t
            """;
    private static final UUID BEFORE_ALL = new UUID(0, 0);

    private final Database database;
    private final Audit audit;
    private final CurrentCaller caller;
    private final Clock clock;

    FactorTables(Database database, Audit audit, CurrentCaller caller, Clock clock) {
        this.database = database;
        this.audit = audit;
        this.caller = caller;
        this.clock = clock;
    }

    /** A table and whether it was new. */
    public record Recorded(FactorTable table, boolean created) {}

    /** A value of a table. */
    public record Value(long division, long value) {}

    public Optional<FactorTable> find(UUID id) {
        return database.find(SELECT + " where t.id = ?", FactorTables::read, id);
    }

    /** In the order of their ids. */
    public List<FactorTable> list(Area area, @Nullable Integer year, @Nullable UUID after, int limit) {
        return database.list(
                SELECT + " where t.area between ? and ? and (?::integer is null or t.year = ?::integer) and t.id > ?"
                        + " order by t.id limit ?",
                FactorTables::read,
                area.from(),
                area.to(),
                year,
                year,
                after == null ? BEFORE_ALL : after,
                limit);
    }

    /** In the order of the codes. */
    public List<Value> listValues(UUID id, @Nullable Long after, int limit) {
        return database.list(
                "select division, value from factor_value where table_id = ? and division > ? order by division limit ?",
                row -> new Value(row.getLong(1), row.getLong(2)),
                id,
                after == null ? 0L : after,
                limit);
    }

    Map<Long, Long> values(UUID id) {
        var values = new HashMap<Long, Long>();
        listValues(id, null, Integer.MAX_VALUE).forEach(value -> values.put(value.division(), value.value()));
        return values;
    }

    /**
     * Records a table, or describes a known one anew.
     *
     * @param ifMatch the revision seen by the client; needed to change a known table
     * @throws AllocationRefusal.OutsideArea if the area is foreign
     * @throws AllocationRefusal.UnfitTerms if another table of that year has the name
     */
    @Transactional
    public Recorded record(UUID id, FactorTable.Data data, @Nullable String ifMatch) {
        if (!caller.get().area().covers(data.area())) {
            throw new AllocationRefusal.OutsideArea(data.area());
        }
        boolean taken = database.find(
                        "select 1 from factor_table where area = ? and year = ? and name = ? and id <> ?",
                        row -> true,
                        data.area(),
                        data.year(),
                        data.name(),
                        id)
                .isPresent();
        if (taken) {
            throw new AllocationRefusal.UnfitTerms(TermsFlaw.TABLE_NAME_TAKEN, data.name());
        }
        var known = find(id);
        if (known.isPresent()) {
            Revisions.require(ifMatch, known.get().revision());
            update(id, data);
        } else {
            insert(id, data);
        }
        audit.record(AuditEntry.of("factor-table-recorded", "factor-table", id)
                .in(data.area())
                .because(data.documentNumber()));
        return new Recorded(find(id).orElseThrow(), known.isEmpty());
    }

    private void insert(UUID id, FactorTable.Data data) {
        database.execute(
                "insert into factor_table (id, area, name, unit, year, document_number, issued_on, recorded_by,"
                        + " recorded_at, version) values (?, ?, ?, ?, ?, ?, ?, ?, ?, 0)",
                id,
                data.area(),
                data.name(),
                data.unit(),
                data.year(),
                data.documentNumber(),
                data.issuedOn(),
                caller.get().subject(),
                clock.instant());
    }

    private void update(UUID id, FactorTable.Data data) {
        database.execute(
                "update factor_table set area = ?, name = ?, unit = ?, year = ?, document_number = ?, issued_on = ?,"
                        + " version = version + 1 where id = ?",
                data.area(),
                data.name(),
                data.unit(),
                data.year(),
                data.documentNumber(),
                data.issuedOn(),
                id);
    }

    private static FactorTable read(ResultSet row) throws SQLException {
        return new FactorTable(
                row.getObject("id", UUID.class),
                row.getLong("area"),
                row.getString("name"),
                row.getString("unit"),
                row.getInt("year"),
                row.getString("document_number"),
                row.getObject("issued_on", LocalDate.class),
                row.getLong("counted"),
                row.getLong("version"));
    }
}
