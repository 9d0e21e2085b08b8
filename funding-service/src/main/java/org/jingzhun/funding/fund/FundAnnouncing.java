package org.jingzhun.funding.fund;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jingzhun.chassis.caller.Area;
import org.jingzhun.chassis.query.Database;
import org.jingzhun.funding.codelist.CodeEntry;
import org.jingzhun.funding.codelist.CodeLists;
import org.jingzhun.funding.disclosure.Announcement;
import org.jingzhun.funding.disclosure.Bulletin;
import org.jingzhun.funding.disclosure.DisclosedRow;
import org.jingzhun.funding.disclosure.Disclosing;
import org.jingzhun.funding.disclosure.DisclosureKind;
import org.jingzhun.funding.disclosure.DisclosurePhase;
import org.jingzhun.funding.ledger.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * Lets everybody know what a fund may be used for (基金使用规则), and what aid it paid in a quarter that is over, by village
 * and purpose (基金使用情况): how many receivers and how much, never who.
 */
@ApplicationScoped
class FundAnnouncing implements Bulletin {

    private static final String COUNTIES =
            "select distinct county from fund where county >= ? and county + 999999 <= ? order by county";
    private static final String RULES = """
            select distinct on (f.id, r.purpose) f.id as fund, f.division, f.name, f.document_number,
                   extract(year from f.founded_on)::integer as founded,
                   r.purpose, r.form, r.version, r.valid_from, r.cap_fen, r.above_cap_fen, r.months
            from fund f left join fund_rule r on r.kind = f.kind
              and r.valid_from <= ? and (r.valid_to is null or r.valid_to >= ?)
              and r.division in (0, f.division / 10000000000 * 10000000000, f.division / 100000000 * 100000000, f.county)
            where f.county = ? and (?::uuid is null or f.id = ?::uuid)
            order by f.id, r.purpose, r.division desc, r.valid_from desc, r.version desc
            """;
    private static final String AID = """
            select f.id as fund, f.division, f.name, q.begins, disclosure_subject('FUND', f.id::text, q.begins::text) as subject,
                   a.village_code, a.purpose, a.form, count(distinct coalesce(a.household_id, a.id)) as receivers,
                   sum(a.amount_fen) as fen
            from fund f join fund_aid a on a.fund_id = f.id
            cross join lateral (select date_trunc('quarter', a.paid_on)::date as begins) q
            where f.county = ? and a.paid_on < date_trunc('quarter', ?::date)
            group by f.id, q.begins, a.village_code, a.purpose, a.form
            order by f.id, q.begins, a.village_code, a.purpose, a.form
            """;

    private final Disclosing disclosing;
    private final Database database;
    private final Map<String, String> purposes;
    private final Map<String, String> forms;

    FundAnnouncing(Disclosing disclosing, Database database, CodeLists codeLists) {
        this.disclosing = disclosing;
        this.database = database;
        this.purposes = labels(codeLists, "fund-purpose");
        this.forms = labels(codeLists, "aid-form");
    }

    private static Map<String, String> labels(CodeLists codeLists, String list) {
        return codeLists.list(list).stream().collect(Collectors.toUnmodifiableMap(CodeEntry::code, CodeEntry::zh));
    }

    /** The fund was founded, or has another name or document. */
    void founded(Fund fund, LocalDate day) {
        rules(fund.county(), fund.id(), day).forEach(disclosing::announceNews);
    }

    @Override
    public String name() {
        return "funds";
    }

    @Override
    public List<Long> listCounties(Area area) {
        return database.list(COUNTIES, row -> row.getLong(1), area.from(), area.to());
    }

    /** @param row null for a fund without rules */
    private record Rule(
            UUID fund,
            long division,
            String name,
            String document,
            int founded,
            @Nullable DisclosedRow row) {}

    private record Sum(UUID subject, long division, String name, LocalDate begins, DisclosedRow row) {}

    @Override
    public List<Announcement> list(long county, LocalDate day) {
        var aid = database.list(AID, this::sum, county, day).stream()
                .collect(Collectors.groupingBy(Sum::subject))
                .values()
                .stream()
                .map(quarter -> aid(county, quarter));
        return Stream.concat(rules(county, null, day), aid).toList();
    }

    /** @param fund null for all of the county */
    private Stream<Announcement> rules(long county, @Nullable UUID fund, LocalDate day) {
        return database.list(RULES, this::rule, day, day, county, fund, fund).stream()
                .collect(Collectors.groupingBy(Rule::fund))
                .values()
                .stream()
                .map(rules -> rules(county, rules));
    }

    private static Announcement rules(long county, List<Rule> rules) {
        var fund = rules.getFirst();
        return new Announcement(
                DisclosureKind.FUND,
                DisclosurePhase.PLAN,
                fund.fund(),
                county,
                fund.division(),
                fund.founded(),
                fund.name() + "使用规则",
                fund.document(),
                null,
                "",
                rules.stream().map(Rule::row).filter(Objects::nonNull).toList());
    }

    private Rule rule(ResultSet row) throws SQLException {
        return new Rule(
                row.getObject("fund", UUID.class),
                row.getLong("division"),
                row.getString("name"),
                row.getString("document_number"),
                row.getInt("founded"),
                row.getString("purpose") == null ? null : line(row));
    }

    /** The cap stands as the amount. */
    private DisclosedRow line(ResultSet row) throws SQLException {
        var text = new StringBuilder("%s（%s），规则%s，自%s起，每年最高"
                .formatted(
                        label(purposes, row.getString("purpose")),
                        label(forms, row.getString("form")),
                        row.getString("version"),
                        row.getString("valid_from")));
        if (row.getLong("above_cap_fen") > row.getLong("cap_fen")) {
            text.append("，经县审批不超过").append(Money.ofFen(row.getLong("above_cap_fen")));
        }
        if (row.getInt("months") > 0) {
            text.append("，期限不超过").append(row.getInt("months")).append("个月");
        }
        return DisclosedRow.of(row.getLong("division"), text.toString(), Money.ofFen(row.getLong("cap_fen")));
    }

    private Sum sum(ResultSet row) throws SQLException {
        return new Sum(
                row.getObject("subject", UUID.class),
                row.getLong("division"),
                row.getString("name"),
                row.getObject("begins", LocalDate.class),
                new DisclosedRow(
                        row.getLong("village_code"),
                        label(purposes, row.getString("purpose")) + "（" + label(forms, row.getString("form")) + "）",
                        null,
                        row.getLong("receivers"),
                        Money.ofFen(row.getLong("fen"))));
    }

    private static Announcement aid(long county, List<Sum> quarter) {
        var first = quarter.getFirst();
        var rows = quarter.stream().map(Sum::row).toList();
        return new Announcement(
                DisclosureKind.FUND,
                DisclosurePhase.RESULT,
                first.subject(),
                county,
                first.division(),
                first.begins().getYear(),
                Announcement.quarter(first.begins()) + first.name() + "使用情况",
                "",
                Announcement.sum(rows),
                "",
                rows);
    }

    private static String label(Map<String, String> labels, String code) {
        return labels.getOrDefault(code, code);
    }
}
