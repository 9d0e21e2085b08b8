package org.jingzhun.identification.special;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.persistence.Tuple;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.hibernate.Session;
import org.jingzhun.identification.datafile.DataFile;
import org.jingzhun.identification.special.facts.Parameter;
import org.jingzhun.identification.special.facts.Parameter.Rule;
import org.jingzhun.identification.special.facts.Parameters;
import org.jingzhun.identification.special.facts.Rules;
import org.jspecify.annotations.Nullable;

/** The rules of the special registers in all versions: those of {@code special-rules/rules.csv}, and loaded ones. */
@ApplicationScoped
public class Rulebook {

    private static final String ADD = """
            insert into special_rule (version, rule, division, valid_from, valid_to, parameter, value, mark, source, loaded_by)
            values (:version, :rule, :division, :from, :to, :parameter, :value, :mark, :source, :by)
            on conflict do nothing
            """;
    private static final String LIST = """
            select version, rule, division, valid_from, valid_to, parameter, value, mark, source from special_rule
            where (cast(:rule as text) is null or rule = :rule) order by rule, valid_from, version, parameter
            """;
    private static final String IN_FORCE = """
            select version, parameter, value from special_rule where version = (
              select version from special_rule
              where rule = :rule and valid_from <= :day and (valid_to is null or valid_to >= :day)
                and division in (0, :place / 10000000000 * 10000000000, :place / 100000000 * 100000000,
                                 :place / 1000000 * 1000000)
              order by division desc, valid_from desc, version desc limit 1)
            """;

    private static final long COUNTY = 1_000_000;

    private final Session database;

    Rulebook(Session database) {
        this.database = database;
    }

    /**
     * A number of a version, with where it comes from.
     *
     * @param division the lowest code of where it holds; 0 is everywhere
     * @param mark PUBLIC for a published source, UNVERIFIED for recollection, ASSUMPTION, LOCAL for what was loaded
     */
    public record Line(
            String version,
            Rule rule,
            long division,
            LocalDate validFrom,
            @Nullable LocalDate validTo,
            Parameter parameter,
            int value,
            String mark,
            String source) {}

    void begin(@Observes StartupEvent start) {
        QuarkusTransaction.requiringNew().run(() -> DataFile.rows("special-rules/rules.csv").stream()
                .map(Rulebook::line)
                .forEach(line -> add(line, "the service")));
    }

    /**
     * Adds a version.
     *
     * @param lines all of one version and rule
     * @throws SpecialException when it is known already, or not whole
     */
    @Transactional
    public void add(List<Line> lines, String by) {
        Line first = lines.getFirst();
        List<Parameter> named = lines.stream().map(Line::parameter).toList();
        if (named.size() != Parameters.of(first.rule()).size() || !named.containsAll(Parameters.of(first.rule()))) {
            throw new SpecialRefusal.RuleIncomplete(Parameters.of(first.rule()).stream()
                            .map(Parameter::name)
                            .collect(Collectors.joining(", ")))
                    .asException();
        }
        for (Line line : lines) {
            if (add(line, by) == 0) {
                throw new SpecialRefusal.RuleExists(line.version()).asException();
            }
        }
    }

    private int add(Line line, String by) {
        return database.createNativeMutationQuery(ADD)
                .setParameter("version", line.version())
                .setParameter("rule", line.rule().name())
                .setParameter("division", line.division())
                .setParameter("from", line.validFrom())
                .setParameter("to", line.validTo(), LocalDate.class)
                .setParameter("parameter", line.parameter().name())
                .setParameter("value", line.value())
                .setParameter("mark", line.mark())
                .setParameter("source", line.source())
                .setParameter("by", by)
                .executeUpdate();
    }

    /** @param rule null for all */
    @Transactional
    public List<Line> list(@Nullable Rule rule) {
        return database
                .createNativeQuery(LIST, Tuple.class)
                .setParameter("rule", rule == null ? null : rule.name(), String.class)
                .getResultList()
                .stream()
                .map(row -> new Line(
                        row.get("version", String.class),
                        Rule.valueOf(row.get("rule", String.class)),
                        row.get("division", Long.class),
                        row.get("valid_from", LocalDate.class),
                        row.get("valid_to", LocalDate.class),
                        Parameter.valueOf(row.get("parameter", String.class)),
                        row.get("value", Integer.class),
                        row.get("mark", String.class),
                        row.get("source", String.class)))
                .toList();
    }

    /**
     * The version in force: of the smallest division that contains the place, of those the youngest.
     *
     * @throws IllegalStateException when there is none; the service ships one of each that holds everywhere
     */
    @Transactional
    public Parameters inForce(Rule rule, long place, LocalDate day) {
        List<Tuple> rows = database.createNativeQuery(IN_FORCE, Tuple.class)
                .setParameter("rule", rule.name())
                .setParameter("day", day)
                .setParameter("place", place)
                .getResultList();
        if (rows.isEmpty()) {
            throw new IllegalStateException("there must be a version of %s for %s on %s".formatted(rule, place, day));
        }
        return new Parameters(
                rows.getFirst().get("version", String.class),
                rule,
                rows.stream()
                        .collect(Collectors.toMap(
                                row -> Parameter.valueOf(row.get("parameter", String.class)),
                                row -> row.get("value", Integer.class))));
    }

    /** The rules by which facts are checked. */
    Rules rules(long place, LocalDate day) {
        return new Rules(inForce(Rule.SCHOOLING, place, day), inForce(Rule.LEFT_BEHIND, place, day));
    }

    /** The subsidy rules by county; each is looked up once. */
    public Function<Long, Parameters> subsidies(LocalDate day) {
        Map<Long, Parameters> known = new LinkedHashMap<>();
        return village -> known.computeIfAbsent(
                village / COUNTY * COUNTY, county -> inForce(Rule.DISABILITY_SUBSIDY, county, day));
    }

    private static Line line(NamedCsvRecord row) {
        String to = row.getField("valid_to");
        return new Line(
                row.getField("version"),
                Rule.valueOf(row.getField("rule")),
                Long.parseLong(row.getField("division")),
                LocalDate.parse(row.getField("valid_from")),
                to.isEmpty() ? null : LocalDate.parse(to),
                Parameter.valueOf(row.getField("parameter")),
                Integer.parseInt(row.getField("value")),
                row.getField("mark"),
                row.getField("source"));
    }
}
