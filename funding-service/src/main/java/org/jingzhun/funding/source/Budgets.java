package org.jingzhun.funding.source;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jingzhun.chassis.caller.Area;
import org.jingzhun.chassis.query.Database;
import org.jingzhun.funding.ledger.money.Money;
import org.jspecify.annotations.Nullable;

/** All budget lines within the caller's area. */
@ApplicationScoped
public class Budgets {

    private static final String SELECT = """
            select b.*, entry_is_reversed(b.entry_id) as reversed from budget b
            """;
    private static final String SUM = """
            select count(*) as counted, coalesce(sum(b.amount_fen), 0) as fen from budget b join source s on s.id = b.source_id
            where b.county = ? and b.year = ? and (?::text is null or s.kind = ?::text)
              and (?::text is null or s.level = ?::text)
              and not entry_is_reversed(b.entry_id)
            """;
    private static final String INSERT = """
            insert into budget (id, county, year, source_id, amount_fen, document_number, issued_on, entry_id, plan_id)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?::uuid)
            """;

    private final Database database;

    Budgets(Database database) {
        this.database = database;
    }

    public Optional<Budget> find(UUID id) {
        return database.find(SELECT + "where b.id = ?", Budgets::read, id);
    }

    boolean has(long county, int year, UUID sourceId, String documentNumber) {
        return database.find(
                        SELECT + "where b.county = ? and b.year = ? and b.source_id = ? and b.document_number = ?",
                        Budgets::read,
                        county,
                        year,
                        sourceId,
                        documentNumber)
                .isPresent();
    }

    /** In the order of their ids. */
    public List<Budget> list(
            Area area, @Nullable Integer year, @Nullable UUID source, @Nullable UUID after, int limit) {
        return database.list(
                SELECT + """
                        where b.county between ? and ? and (?::integer is null or b.year = ?::integer)
                          and (?::uuid is null or b.source_id = ?::uuid) and (?::uuid is null or b.id > ?::uuid)
                        order by b.id limit ?
                        """, Budgets::read, area.from(), area.to(), year, year, source, source, after, after, limit);
    }

    /**
     * What a county was given in a year by lines that still stand.
     *
     * @param kind code of the source's kind, null for any
     * @param level code of the source's level, null for any
     */
    public Sum sum(long county, int year, @Nullable String kind, @Nullable String level) {
        return database.find(SUM, Budgets::readSum, county, year, kind, kind, level, level)
                .orElseThrow();
    }

    /** Budget lines added up. */
    public record Sum(long lines, Money amount) {}

    void insert(List<Budget> budgets) {
        database.executeAll(
                INSERT,
                budgets.stream()
                        .map(budget -> new @Nullable Object[] {
                            budget.id(),
                            budget.county(),
                            budget.year(),
                            budget.sourceId(),
                            budget.amount().fen(),
                            budget.documentNumber(),
                            budget.issuedOn(),
                            budget.entryId(),
                            budget.planId()
                        })
                        .toList());
    }

    private static Sum readSum(ResultSet row) throws SQLException {
        return new Sum(row.getLong("counted"), Money.ofFen(row.getLong("fen")));
    }

    private static Budget read(ResultSet row) throws SQLException {
        return new Budget(
                row.getObject("id", UUID.class),
                row.getLong("county"),
                row.getInt("year"),
                row.getObject("source_id", UUID.class),
                Money.ofFen(row.getLong("amount_fen")),
                row.getString("document_number"),
                row.getObject("issued_on", LocalDate.class),
                row.getObject("entry_id", UUID.class),
                row.getObject("plan_id", UUID.class),
                row.getBoolean("reversed"));
    }
}
