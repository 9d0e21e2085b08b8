package org.jingzhun.funding.loan;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jingzhun.chassis.caller.Area;
import org.jingzhun.chassis.query.Database;
import org.jingzhun.funding.codelist.CodeEntry;
import org.jingzhun.funding.codelist.CodeLists;
import org.jingzhun.funding.disclosure.Announcement;
import org.jingzhun.funding.disclosure.Bulletin;
import org.jingzhun.funding.disclosure.DisclosedRow;
import org.jingzhun.funding.disclosure.DisclosureKind;
import org.jingzhun.funding.disclosure.DisclosurePhase;
import org.jingzhun.funding.ledger.money.Money;

/**
 * Lets everybody know what was lent in a quarter that is over, by village and product (贷款发放公告): how many households and
 * how much, never who. What a bank tells late makes it announced anew.
 */
@ApplicationScoped
class LoanAnnouncing implements Bulletin {

    private static final String COUNTIES = """
            select distinct county from loan
            where county >= ? and county + 999999 <= ? and disbursed_on is not null order by county
            """;
    private static final String SUMS = """
            select q.begins, disclosure_subject('LOAN', l.county::text, q.begins::text) as subject, l.village, l.product,
                   count(distinct l.household_id) as households, sum(l.amount_fen) as fen
            from loan l cross join lateral (select date_trunc('quarter', l.disbursed_on)::date as begins) q
            where l.county = ? and l.disbursed_on < date_trunc('quarter', ?::date)
            group by q.begins, l.county, l.village, l.product order by q.begins, l.village, l.product
            """;

    private final Database database;
    private final Map<String, String> products;

    LoanAnnouncing(Database database, CodeLists codeLists) {
        this.database = database;
        this.products = codeLists.list("loan-product").stream()
                .collect(Collectors.toUnmodifiableMap(CodeEntry::code, CodeEntry::zh));
    }

    @Override
    public String name() {
        return "loans";
    }

    @Override
    public List<Long> listCounties(Area area) {
        return database.list(COUNTIES, row -> row.getLong(1), area.from(), area.to());
    }

    private record Sum(LocalDate begins, UUID subject, DisclosedRow row) {}

    @Override
    public List<Announcement> list(long county, LocalDate day) {
        var sums = database.list(
                SUMS,
                row -> new Sum(
                        row.getObject("begins", LocalDate.class),
                        row.getObject("subject", UUID.class),
                        new DisclosedRow(
                                row.getLong("village"),
                                products.getOrDefault(row.getString("product"), row.getString("product")),
                                null,
                                row.getLong("households"),
                                Money.ofFen(row.getLong("fen")))),
                county,
                day);
        return sums.stream().collect(Collectors.groupingBy(Sum::begins)).values().stream()
                .map(quarter -> announcement(county, quarter))
                .toList();
    }

    private static Announcement announcement(long county, List<Sum> quarter) {
        var first = quarter.getFirst();
        var rows = quarter.stream().map(Sum::row).toList();
        return new Announcement(
                DisclosureKind.LOAN,
                DisclosurePhase.RESULT,
                first.subject(),
                county,
                county,
                first.begins().getYear(),
                Announcement.quarter(first.begins()) + "扶贫贷款发放情况",
                "",
                Announcement.sum(rows),
                "",
                rows);
    }
}
