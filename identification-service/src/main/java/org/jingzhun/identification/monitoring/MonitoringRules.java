package org.jingzhun.identification.monitoring;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.persistence.Tuple;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.List;
import org.hibernate.Session;
import org.jingzhun.identification.datafile.DataFile;
import org.jspecify.annotations.Nullable;

/** All rules: those of {@code monitoring/rules.csv}, and what officers loaded since. None ever changes. */
@ApplicationScoped
public class MonitoringRules {

    private static final String COLUMNS = "select id, name, division, valid_from, value, unit, mark, source from ";
    private static final String ADD = """
            insert into monitoring_rule (name, division, valid_from, value, unit, mark, source, loaded_by)
            values (:name, :division, :from, :value, :unit, :mark, :source, :by)
            on conflict do nothing
            """;

    private final Session database;

    MonitoringRules(Session database) {
        this.database = database;
    }

    void begin(@Observes StartupEvent start) {
        QuarkusTransaction.requiringNew().run(() -> DataFile.rows("monitoring/rules.csv").stream()
                .map(MonitoringRules::rule)
                .forEach(rule -> add(rule, "the service")));
    }

    /** Adds a rule; the same once more changes nothing. */
    @Transactional
    public void add(MonitoringRule rule, String by) {
        database.createNativeMutationQuery(ADD)
                .setParameter("name", rule.name().name())
                .setParameter("division", rule.division())
                .setParameter("from", rule.validFrom())
                .setParameter("value", rule.value())
                .setParameter("unit", rule.unit().name())
                .setParameter("mark", rule.mark())
                .setParameter("source", rule.source())
                .setParameter("by", by)
                .executeUpdate();
    }

    /** By name, place and day. */
    @Transactional
    public List<MonitoringRule> list(@Nullable RuleName name) {
        return database
                .createNativeQuery(
                        COLUMNS + "monitoring_rule where cast(:name as text) is null or name = :name"
                                + " order by name, division, valid_from, id",
                        Tuple.class)
                .setParameter("name", name == null ? null : name.name(), String.class)
                .getResultList()
                .stream()
                .map(MonitoringRules::rule)
                .toList();
    }

    /** The row of the smallest division that contains the place, of those the one that is valid last. */
    @Transactional(Transactional.TxType.MANDATORY)
    MonitoringRule inForce(RuleName name, long place, LocalDate day) {
        return rule(database.createNativeQuery(COLUMNS + "monitoring_rule_on(:name, :place, :day)", Tuple.class)
                .setParameter("name", name.name())
                .setParameter("place", place)
                .setParameter("day", day)
                .getSingleResult());
    }

    /** The last day of a term by the rule in force. */
    @Transactional(Transactional.TxType.MANDATORY)
    LocalDate lastDay(MonitoringRule rule, LocalDate since) {
        return database.createNativeQuery("select last_day_of_term(:since, :length, :unit)", LocalDate.class)
                .setParameter("since", since)
                .setParameter("length", rule.value())
                .setParameter("unit", rule.unit().name())
                .getSingleResult();
    }

    private static MonitoringRule rule(Tuple row) {
        return new MonitoringRule(
                row.get("id", Long.class),
                RuleName.valueOf(row.get("name", String.class)),
                row.get("division", Long.class),
                row.get("valid_from", LocalDate.class),
                row.get("value", Long.class),
                RuleUnit.valueOf(row.get("unit", String.class)),
                row.get("mark", String.class),
                row.get("source", String.class));
    }

    private static MonitoringRule rule(NamedCsvRecord row) {
        return new MonitoringRule(
                null,
                RuleName.valueOf(row.getField("name")),
                Long.parseLong(row.getField("division")),
                LocalDate.parse(row.getField("valid_from")),
                Long.parseLong(row.getField("value")),
                RuleUnit.valueOf(row.getField("unit")),
                row.getField("mark"),
                row.getField("source"));
    }
}
