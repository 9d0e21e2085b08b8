package org.jingzhun.funding.fund;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.transaction.Transactional;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;
import org.jingzhun.chassis.audit.Audit;
import org.jingzhun.chassis.audit.AuditEntry;
import org.jingzhun.chassis.caller.CurrentCaller;
import org.jingzhun.chassis.query.Database;
import org.jingzhun.funding.codelist.CodeLists;
import org.jingzhun.funding.codelist.DataFile;
import org.jingzhun.funding.fund.rule.AidForm;
import org.jingzhun.funding.fund.rule.FundKind;
import org.jingzhun.funding.fund.rule.FundRule;
import org.jingzhun.funding.ledger.money.Money;

/** The rules of {@code data/fund-rules.csv}, and what administrators loaded since. None ever changes. */
@ApplicationScoped
public class FundRules {

    private static final String ADD = """
            insert into fund_rule (kind, purpose, version, valid_from, valid_to, division, form, receiver, minimum_fen, cap_fen,
              above_cap_fen, covered, months, fee_rate, guarantors, members_only, exhausted, evidence, fund_size_fen, mark,
              source, loaded_by)
            values (?, ?, ?, ?, ?::date, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict do nothing
            """;
    private static final String IN_FORCE = """
            select * from fund_rule where kind = ? and purpose = ? and valid_from <= ? and (valid_to is null or valid_to >= ?)
              and division in (0, ? / 10000000000 * 10000000000, ? / 100000000 * 100000000, ? / 1000000 * 1000000)
            order by division desc, valid_from desc, version desc limit 1
            """;

    private final Database database;
    private final CodeLists codeLists;
    private final Audit audit;
    private final CurrentCaller caller;

    FundRules(Database database, CodeLists codeLists, Audit audit, CurrentCaller caller) {
        this.database = database;
        this.codeLists = codeLists;
        this.audit = audit;
        this.caller = caller;
    }

    void begin(@Observes StartupEvent start) {
        QuarkusTransaction.requiringNew().run(() -> DataFile.read(
                        "fund-rules.csv",
                        row -> new FundRule(
                                FundKind.valueOf(row.getField("kind")),
                                row.getField("purpose"),
                                row.getField("version"),
                                LocalDate.parse(row.getField("validFrom")),
                                DataFile.dateOrNull(row.getField("validTo")),
                                Long.parseLong(row.getField("division")),
                                AidForm.valueOf(row.getField("form")),
                                FundRule.Receiver.valueOf(row.getField("receiver")),
                                Money.parse(row.getField("minimum")),
                                Money.parse(row.getField("cap")),
                                Money.parse(row.getField("aboveCap")),
                                Integer.parseInt(row.getField("covered")),
                                Integer.parseInt(row.getField("months")),
                                Integer.parseInt(row.getField("feeRate")),
                                Integer.parseInt(row.getField("guarantors")),
                                Boolean.parseBoolean(row.getField("membersOnly")),
                                words(row.getField("exhausted")),
                                words(row.getField("evidence")),
                                Money.parse(row.getField("fundSize")),
                                row.getField("mark"),
                                row.getField("source")))
                .forEach(rule -> insert(rule, "the service")));
    }

    private static List<String> words(String text) {
        return Arrays.stream(text.split(" ", -1)).filter(w -> !w.isEmpty()).toList();
    }

    private int insert(FundRule rule, String by) {
        return database.execute(
                ADD,
                rule.kind().name(),
                rule.purpose(),
                rule.version(),
                rule.validFrom(),
                rule.validTo(),
                rule.division(),
                rule.form().name(),
                rule.receiver().name(),
                rule.minimum().fen(),
                rule.cap().fen(),
                rule.aboveCap().fen(),
                rule.covered(),
                rule.months(),
                rule.feeRate(),
                rule.guarantors(),
                rule.membersOnly(),
                rule.exhausted().toArray(),
                rule.evidence().toArray(),
                rule.fundSize().fen(),
                rule.mark(),
                rule.source(),
                by);
    }

    /**
     * Loads a version.
     *
     * @param said makes the rule, which checks its numbers
     * @throws FundRefusal if its numbers do not agree, it is known already, names unknown aid, or holds where the caller
     *     is not responsible
     */
    @Transactional
    public FundRule add(Supplier<FundRule> said) {
        var rule = checked(said);
        if (!caller.get().area().covers(rule.division())) {
            throw new FundRefusal.OutsideArea(rule.division());
        }
        var known = codeLists.listCodes("other-aid", rule.validFrom());
        if (!known.containsAll(rule.exhausted())) {
            throw new FundRefusal.NotNow(FundRefusal.Reason.UNKNOWN_OTHER_AID, known);
        }
        if (insert(rule, caller.get().subject()) == 0) {
            throw new FundRefusal.NotNow(FundRefusal.Reason.FUND_RULE_EXISTS, rule.version());
        }
        audit.record(AuditEntry.of("fund-rule-added", "fund-rule", rule.kind() + " " + rule.version())
                .in(rule.division())
                .because(rule.source()));
        return rule;
    }

    private static FundRule checked(Supplier<FundRule> said) {
        try {
            return said.get();
        } catch (IllegalArgumentException disagreeing) {
            throw new FundRefusal.NotNow(
                    FundRefusal.Reason.FUND_RULE_INVALID, String.valueOf(disagreeing.getMessage()));
        }
    }

    @Transactional
    public List<FundRule> list() {
        return database.list("select * from fund_rule order by kind, purpose, valid_from, version", FundRules::read);
    }

    /**
     * What holds at a place on a day: the rule of the smallest division, of those the latest.
     *
     * @throws FundRefusal.NotNow if none does
     */
    FundRule get(FundKind kind, String purpose, long place, LocalDate day) {
        return database.find(IN_FORCE, FundRules::read, kind.name(), purpose, day, day, place, place, place)
                .orElseThrow(() ->
                        new FundRefusal.NotNow(FundRefusal.Reason.FUND_RULE_MISSING, kind + " " + purpose + " " + day));
    }

    private static List<String> texts(ResultSet row, String column) throws SQLException {
        return Arrays.stream((Object[]) row.getArray(column).getArray())
                .map(String::valueOf)
                .toList();
    }

    private static FundRule read(ResultSet row) throws SQLException {
        return new FundRule(
                FundKind.valueOf(row.getString("kind")),
                row.getString("purpose"),
                row.getString("version"),
                row.getObject("valid_from", LocalDate.class),
                row.getObject("valid_to", LocalDate.class),
                row.getLong("division"),
                AidForm.valueOf(row.getString("form")),
                FundRule.Receiver.valueOf(row.getString("receiver")),
                Money.ofFen(row.getLong("minimum_fen")),
                Money.ofFen(row.getLong("cap_fen")),
                Money.ofFen(row.getLong("above_cap_fen")),
                row.getInt("covered"),
                row.getInt("months"),
                row.getInt("fee_rate"),
                row.getInt("guarantors"),
                row.getBoolean("members_only"),
                texts(row, "exhausted"),
                texts(row, "evidence"),
                Money.ofFen(row.getLong("fund_size_fen")),
                row.getString("mark"),
                row.getString("source"));
    }
}
