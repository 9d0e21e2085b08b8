package org.jingzhun.identification.household;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.persistence.Tuple;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.hibernate.Session;
import org.jingzhun.chassis.time.Clocks;
import org.jingzhun.identification.datafile.DataFile;
import org.jspecify.annotations.Nullable;

/**
 * The tables of contradictions in their versions: {@code contradictions/members.csv} ships, others are loaded. A version is
 * a whole table and never changes; the one that began last counts for what is recorded on a day.
 */
@ApplicationScoped
public class Contradictions {

    private static final String SHIPPED = "contradictions/members.csv";
    private static final String ADD = """
            insert into contradiction_rule (version, valid_from, field, value, rule, years, mark, source, loaded_by)
            values (:version, :from, :field, :value, :rule, :years, :mark, :source, :by)
            on conflict do nothing
            """;
    private static final String LIST = """
            select version, valid_from, field, value, rule, years, mark, source from contradiction_rule
            where cast(:version as text) is null or version = :version
            order by valid_from, version, field, value, rule
            """;
    private static final String IN_FORCE = """
            select version from contradiction_rule where valid_from <= ?1
            order by valid_from desc, version desc limit 1
            """;

    private final Session database;
    private final Clock clock;
    private final Map<String, ContradictionRules> read = new ConcurrentHashMap<>();

    Contradictions(Session database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** A whole table. */
    @Schema(name = "ContradictionTable")
    public record Version(String version, LocalDate validFrom, List<ContradictionRule> rules) {

        public Version {
            rules = List.copyOf(rules);
        }
    }

    void begin(@Observes StartupEvent start) {
        Version shipped = shipped();
        QuarkusTransaction.requiringNew()
                .run(() -> shipped.rules().forEach(rule -> insert(shipped, rule, "the service")));
    }

    /** The one that ships. */
    static Version shipped() {
        List<NamedCsvRecord> rows = DataFile.rows(SHIPPED);
        return new Version(
                rows.getFirst().getField("version"),
                LocalDate.parse(rows.getFirst().getField("valid_from")),
                rows.stream()
                        .map(row -> new ContradictionRule(
                                field(row.getField("field")),
                                row.getField("value"),
                                ContradictionRule.Limit.valueOf(row.getField("rule")),
                                Integer.parseInt(row.getField("years")),
                                row.getField("mark"),
                                row.getField("source")))
                        .toList());
    }

    private static ContradictionRule.Field field(String name) {
        return name.equals("birthDate")
                ? ContradictionRule.Field.BIRTH_DATE
                : ContradictionRule.Field.valueOf(name.toUpperCase(Locale.ROOT));
    }

    /**
     * Adds a version.
     *
     * @throws HouseholdRefusal.VersionKnown when there is one of that name
     * @throws HouseholdRefusal.UnknownValue when a rule is of a value that its field does not have
     */
    @Transactional
    public void add(Version version, String by) {
        if (!list(version.version()).isEmpty()) {
            throw new HouseholdRefusal.VersionKnown(version.version());
        }
        for (int i = 0; i < version.rules().size(); i++) {
            ContradictionRule rule = version.rules().get(i);
            if (!rule.hasKnownValue() || insert(version, rule, by) == 0) {
                throw new HouseholdRefusal.UnknownValue("/rules/" + i + "/value");
            }
        }
    }

    private int insert(Version version, ContradictionRule rule, String by) {
        return database.createNativeMutationQuery(ADD)
                .setParameter("version", version.version())
                .setParameter("from", version.validFrom())
                .setParameter("field", rule.field().name())
                .setParameter("value", rule.value())
                .setParameter("rule", rule.rule().name())
                .setParameter("years", rule.years())
                .setParameter("mark", rule.mark())
                .setParameter("source", rule.source())
                .setParameter("by", by)
                .executeUpdate();
    }

    /** All versions, the oldest first. */
    @Transactional
    public List<Version> list() {
        return list(null);
    }

    private List<Version> list(@Nullable String version) {
        Map<String, List<Tuple>> versions = new LinkedHashMap<>();
        for (Tuple row : database.createNativeQuery(LIST, Tuple.class)
                .setParameter("version", version, String.class)
                .getResultList()) {
            versions.computeIfAbsent(row.get("version", String.class), first -> new ArrayList<>())
                    .add(row);
        }
        return versions.entrySet().stream()
                .map(each -> new Version(
                        each.getKey(),
                        each.getValue().getFirst().get("valid_from", LocalDate.class),
                        each.getValue().stream().map(Contradictions::rule).toList()))
                .toList();
    }

    private static ContradictionRule rule(Tuple row) {
        return new ContradictionRule(
                ContradictionRule.Field.valueOf(row.get("field", String.class)),
                row.get("value", String.class),
                ContradictionRule.Limit.valueOf(row.get("rule", String.class)),
                row.get("years", Integer.class),
                row.get("mark", String.class),
                row.get("source", String.class));
    }

    /** The table in force today, in Asia/Shanghai. */
    @Transactional
    public ContradictionRules inForce() {
        String version = database.createNativeQuery(IN_FORCE, String.class)
                .setParameter(1, LocalDate.ofInstant(clock.instant(), Clocks.SHANGHAI))
                .getSingleResult();
        return read.computeIfAbsent(
                version, name -> ContradictionRules.of(list(name).getFirst()));
    }
}
