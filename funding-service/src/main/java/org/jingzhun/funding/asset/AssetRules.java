package org.jingzhun.funding.asset;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.transaction.Transactional;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import org.jingzhun.chassis.audit.Audit;
import org.jingzhun.chassis.audit.AuditEntry;
import org.jingzhun.chassis.caller.CurrentCaller;
import org.jingzhun.chassis.query.Database;
import org.jingzhun.funding.codelist.DataFile;

/** The rules of {@code data/asset-rules.csv}, and what administrators loaded since. None ever changes. */
@ApplicationScoped
public class AssetRules {

    private static final String ADD = """
            insert into asset_rule (rule, version, valid_from, valid_to, division, value, mark, source, loaded_by)
            values (?, ?, ?, ?::date, ?, ?, ?, ?, ?) on conflict do nothing
            """;
    private static final String IN_FORCE = """
            select * from asset_rule where rule = ? and valid_from <= ? and (valid_to is null or valid_to >= ?)
              and division in (0, ? / 10000000000 * 10000000000, ? / 100000000 * 100000000, ? / 1000000 * 1000000)
            order by division desc, valid_from desc, version desc limit 1
            """;

    private final Database database;
    private final Audit audit;
    private final CurrentCaller caller;

    AssetRules(Database database, Audit audit, CurrentCaller caller) {
        this.database = database;
        this.audit = audit;
        this.caller = caller;
    }

    void begin(@Observes StartupEvent start) {
        QuarkusTransaction.requiringNew().run(() -> DataFile.read(
                        "asset-rules.csv",
                        row -> new AssetRule(
                                AssetRule.Rule.valueOf(row.getField("rule")),
                                row.getField("version"),
                                LocalDate.parse(row.getField("validFrom")),
                                DataFile.dateOrNull(row.getField("validTo")),
                                Long.parseLong(row.getField("division")),
                                Integer.parseInt(row.getField("value")),
                                row.getField("mark"),
                                row.getField("source")))
                .forEach(rule -> insert(rule, "the service")));
    }

    private int insert(AssetRule rule, String by) {
        return database.execute(
                ADD,
                rule.rule().name(),
                rule.version(),
                rule.validFrom(),
                rule.validTo(),
                rule.division(),
                rule.value(),
                rule.mark(),
                rule.source(),
                by);
    }

    /**
     * Loads a version.
     *
     * @throws AssetRefusal if it is known already, or holds where the caller is not responsible
     */
    @Transactional
    public void add(AssetRule rule) {
        if (!caller.get().area().covers(rule.division())) {
            throw new AssetRefusal.OutsideArea(rule.division());
        }
        if (insert(rule, caller.get().subject()) == 0) {
            throw new AssetRefusal.NotNow(AssetRefusal.Reason.RULE_EXISTS, rule.version());
        }
        audit.record(AuditEntry.of("asset-rule-added", "asset-rule", rule.rule() + " " + rule.version())
                .in(rule.division())
                .because(rule.source()));
    }

    @Transactional
    public List<AssetRule> list() {
        return database.list("select * from asset_rule order by rule, valid_from, version", AssetRules::read);
    }

    /**
     * What holds at a place on a day: the rule of the smallest division, of those the latest.
     *
     * @throws AssetRefusal.NotNow if none does
     */
    AssetRule get(AssetRule.Rule rule, long place, LocalDate day) {
        return database.find(IN_FORCE, AssetRules::read, rule.name(), day, day, place, place, place)
                .orElseThrow(() -> new AssetRefusal.NotNow(AssetRefusal.Reason.RULE_MISSING, rule + " " + day));
    }

    private static AssetRule read(ResultSet row) throws SQLException {
        return new AssetRule(
                AssetRule.Rule.valueOf(row.getString("rule")),
                row.getString("version"),
                row.getObject("valid_from", LocalDate.class),
                row.getObject("valid_to", LocalDate.class),
                row.getLong("division"),
                row.getInt("value"),
                row.getString("mark"),
                row.getString("source"));
    }
}
