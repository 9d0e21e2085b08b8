package org.jingzhun.funding.source;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jingzhun.chassis.caller.Area;
import org.jingzhun.chassis.query.Database;
import org.jingzhun.chassis.time.Clocks;
import org.jingzhun.funding.disclosure.Announcement;
import org.jingzhun.funding.disclosure.Bulletin;
import org.jingzhun.funding.disclosure.DisclosedRow;
import org.jingzhun.funding.disclosure.Disclosing;
import org.jingzhun.funding.disclosure.DisclosureKind;
import org.jingzhun.funding.disclosure.DisclosurePhase;
import org.jingzhun.funding.ledger.money.Money;

/**
 * Lets everybody know a county's yearly budget line by line whenever it changes (年度资金安排), and, once a year is over,
 * what of each source reached receivers in it (年度资金使用情况).
 */
@ApplicationScoped
class BudgetAnnouncing implements Bulletin {

    private static final String COUNTIES =
            "select distinct county from budget where county >= ? and county + 999999 <= ? order by county";
    private static final String YEARS = "select distinct year from budget where county = ? order by year";
    private static final String SUBJECT = "select disclosure_subject(?, ?, ?)";
    private static final String LINES = """
            select s.name || ' ' || b.document_number as label, b.amount_fen as fen
            from budget b join source s on s.id = b.source_id
            where b.county = ? and b.year = ? and not exists (select from journal_entry e where e.reverses = b.entry_id)
            order by s.name, b.document_number
            """;
    private static final String SPENT = """
            select s.name as label, sum(p.amount_fen) as fen
            from account a join posting p on p.account_id = a.id join journal_entry e on e.id = p.entry_id
            join source s on s.id = a.source_id
            where a.county = ? and a.kind = 'PAID' and e.posted_at >= ? and e.posted_at < ?
            group by s.id, s.name order by s.name
            """;

    private final Disclosing disclosing;
    private final Database database;

    BudgetAnnouncing(Disclosing disclosing, Database database) {
        this.disclosing = disclosing;
        this.database = database;
    }

    /** A line was recorded. */
    void changed(long county, int year) {
        disclosing.announce(planned(county, year));
    }

    @Override
    public String name() {
        return "budgets";
    }

    @Override
    public List<Long> listCounties(Area area) {
        return database.list(COUNTIES, row -> row.getLong(1), area.from(), area.to());
    }

    @Override
    public List<Announcement> list(long county, LocalDate day) {
        var budgets =
                database.list(YEARS, row -> row.getInt(1), county).stream().map(year -> planned(county, year));
        var spending = Stream.of(spent(county, day.getYear() - 1))
                .filter(announcement -> !announcement.rows().isEmpty());
        return Stream.concat(budgets, spending).toList();
    }

    private Announcement planned(long county, int year) {
        return announcement("BUDGET", DisclosurePhase.PLAN, county, year, "年度资金安排", LINES, county, year);
    }

    private Announcement spent(long county, int year) {
        var begins = LocalDate.of(year, 1, 1);
        return announcement(
                "SPENDING",
                DisclosurePhase.RESULT,
                county,
                year,
                "年度资金使用情况",
                SPENT,
                county,
                begins.atStartOfDay(Clocks.SHANGHAI).toInstant(),
                begins.plusYears(1).atStartOfDay(Clocks.SHANGHAI).toInstant());
    }

    private Announcement announcement(
            String what, DisclosurePhase phase, long county, int year, String title, String sql, Object... parameters) {
        var rows = database.list(
                sql,
                row -> DisclosedRow.of(county, row.getString("label"), Money.ofFen(row.getLong("fen"))),
                parameters);
        var subject = database.list(
                        SUBJECT,
                        row -> row.getObject(1, UUID.class),
                        what,
                        Long.toString(county),
                        Integer.toString(year))
                .getFirst();
        return new Announcement(
                DisclosureKind.BUDGET,
                phase,
                subject,
                county,
                county,
                year,
                year + title,
                "",
                Announcement.sum(rows),
                "",
                rows);
    }
}
