package org.jingzhun.funding.benefit;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.transaction.Transactional;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jingzhun.chassis.query.Database;
import org.jingzhun.funding.benefit.BenefitRule.AfterExit;
import org.jingzhun.funding.benefit.BenefitRule.Period;
import org.jingzhun.funding.benefit.BenefitRule.Receiver;
import org.jingzhun.funding.codelist.DataFile;
import org.jingzhun.funding.codelist.VersionLoading;
import org.jingzhun.funding.ledger.money.Money;
import org.jspecify.annotations.Nullable;

/** All rules: those of {@code data/benefit-rules.csv}, and what administrators loaded since. */
@ApplicationScoped
public class BenefitRules {

    /** The rule in force at a place at the end of a year; {benefit}, {place} and {year} are SQL expressions. */
    private static final String IN_FORCE = """
            (select * from benefit_rule
             where benefit = {benefit}
               and division in (0, {place} / 10000000000 * 10000000000, {place} / 100000000 * 100000000,
                                {place} / 1000000 * 1000000)
               and valid_from <= make_date({year}, 12, 31) and (valid_to is null or valid_to >= make_date({year}, 12, 31))
             order by division desc, valid_from desc limit 1)""";

    private static final String LIST = """
            select * from benefit_rule where (?::text is null or benefit = ?::text) order by benefit, division, valid_from
            """;
    private static final String ADD = """
            insert into benefit_rule (benefit, division, version, valid_from, valid_to, zh, en, receiver, amount_fen, period,
              monitored, after_exit, after_exit_months, source, loaded_by, loaded_at)
            values (?, ?, ?, ?, ?::date, ?, ?, ?, ?::bigint, ?, ?, ?, ?::integer, ?, ?, ?) on conflict do nothing
            """;

    private final Database database;
    private final VersionLoading loading;
    private final Clock clock;

    BenefitRules(Database database, VersionLoading loading, Clock clock) {
        this.database = database;
        this.loading = loading;
        this.clock = clock;
    }

    /** The SQL of the rule in force, to be joined laterally. */
    public static String inForce(String benefit, String place, String year) {
        return IN_FORCE.replace("{benefit}", benefit).replace("{place}", place).replace("{year}", year);
    }

    void begin(@Observes StartupEvent start) {
        QuarkusTransaction.requiringNew().run(() -> DataFile.read("benefit-rules.csv", BenefitRules::shipped)
                .forEach(rule -> add(rule, "the service")));
    }

    /**
     * Loads a version.
     *
     * @throws org.jingzhun.funding.codelist.DataRefusal if there is such a version, or the place is foreign
     */
    @Transactional
    public BenefitRule load(BenefitRule rule) {
        var version = new VersionLoading.Version(
                "benefit-rule", rule.benefit(), rule.division(), rule.version(), rule.label());
        loading.load(version, by -> add(rule, by));
        return rule;
    }

    private boolean add(BenefitRule rule, String by) {
        var amount = rule.amount();
        return database.execute(
                        ADD,
                        rule.benefit(),
                        rule.division(),
                        rule.version(),
                        rule.validFrom(),
                        rule.validTo(),
                        rule.zh(),
                        rule.en(),
                        rule.receiver().name(),
                        amount == null ? null : amount.fen(),
                        rule.period().name(),
                        rule.monitored(),
                        rule.afterExit().name(),
                        rule.afterExitMonths(),
                        rule.source(),
                        by,
                        clock.instant())
                == 1;
    }

    /** By benefit, place and beginning; null for all benefits. */
    @Transactional
    public List<BenefitRule> list(@Nullable String benefit) {
        return database.list(LIST, BenefitRules::read, benefit, benefit);
    }

    /** The rule in force at the end of a year; empty if the benefit is not given then and there. */
    @Transactional
    public Optional<BenefitRule> find(String benefit, long place, int year) {
        return database.find(
                "select * from " + inForce("?", "?::bigint", "?") + " r",
                BenefitRules::read,
                benefit,
                place,
                place,
                place,
                year,
                year);
    }

    private static BenefitRule read(ResultSet row) throws SQLException {
        Long amount = row.getObject("amount_fen", Long.class);
        return new BenefitRule(
                row.getString("benefit"),
                row.getLong("division"),
                row.getString("version"),
                row.getObject("valid_from", LocalDate.class),
                row.getObject("valid_to", LocalDate.class),
                row.getString("zh"),
                row.getString("en"),
                Receiver.valueOf(row.getString("receiver")),
                amount == null ? null : Money.ofFen(amount),
                Period.valueOf(row.getString("period")),
                row.getBoolean("monitored"),
                AfterExit.valueOf(row.getString("after_exit")),
                row.getObject("after_exit_months", Integer.class),
                row.getString("source"));
    }

    private static BenefitRule shipped(NamedCsvRecord row) {
        var amount = row.getField("amount");
        var division = row.getField("division");
        var months = row.getField("afterExitMonths");
        return new BenefitRule(
                row.getField("benefit"),
                division.isEmpty() ? 0 : Long.parseLong(division),
                row.getField("version"),
                LocalDate.parse(row.getField("validFrom")),
                DataFile.dateOrNull(row.getField("validTo")),
                row.getField("zh"),
                row.getField("en"),
                Receiver.valueOf(row.getField("receiver")),
                amount.isEmpty() ? null : Money.parse(amount),
                Period.valueOf(row.getField("period")),
                Boolean.parseBoolean(row.getField("monitored")),
                AfterExit.valueOf(row.getField("afterExit")),
                months.isEmpty() ? null : Integer.valueOf(months),
                row.getField("source"));
    }
}
