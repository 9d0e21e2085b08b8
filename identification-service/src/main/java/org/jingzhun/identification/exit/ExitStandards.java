package org.jingzhun.identification.exit;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.persistence.Tuple;
import jakarta.transaction.Transactional;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.hibernate.Session;
import org.jingzhun.identification.datafile.DataFile;
import org.jspecify.annotations.Nullable;

/** All standards of exit: those of the data files under {@code exit-standards}, and what regions loaded since. */
@ApplicationScoped
public class ExitStandards {

    /** The default of the smallest division that contains {place}, of those the one that began last before {year}. */
    static final String IN_FORCE = """
            (select version from exit_standard
             where subject = {subject} and by_default and valid_from_year <= {year}
               and coalesce(valid_to_year, {year}) >= {year}
               and division in (0, {place} / 10000000000 * 10000000000, {place} / 100000000 * 100000000,
                                {place} / 1000000 * 1000000)
             order by division desc, valid_from_year desc, version desc limit 1)""";

    private static final String ADD = """
            insert into exit_standard (version, subject, division, valid_from_year, valid_to_year, by_default, name_zh,
                                       name_en, mark, source, loaded_by)
            values (:version, :subject, :division, :from, :to, :byDefault, :zh, :en, :mark, :source, :by)
            on conflict do nothing
            """;
    private static final String ADD_CRITERION = """
            insert into exit_criterion (standard, number, code, name_zh, name_en, weight, comparison, value, unit,
                                        measured_by, mark, source)
            values (:standard, :number, :code, :zh, :en, :weight, :comparison, :value, :unit, :by, :mark, :source)
            """;
    private static final String LIST = """
            select s.version, s.subject, s.division, s.valid_from_year, s.valid_to_year, s.by_default,
                   s.name_zh as standard_zh, s.name_en as standard_en, s.mark as standard_mark,
                   s.source as standard_source,
                   c.number, c.code, c.name_zh, c.name_en, c.weight, c.comparison, c.value, c.unit, c.measured_by,
                   c.mark, c.source
            from exit_standard s join exit_criterion c on c.standard = s.version
            where (cast(:subject as text) is null or s.subject = :subject)
              and (cast(:version as text) is null or s.version = :version)
            order by s.subject, s.valid_from_year, s.version, c.number
            """;

    private final Session database;

    ExitStandards(Session database) {
        this.database = database;
    }

    void begin(@Observes StartupEvent start) {
        Map<String, List<Criterion>> criteria = DataFile.rows("exit-standards/criteria.csv").stream()
                .collect(Collectors.groupingBy(
                        row -> row.getField("standard"),
                        Collectors.mapping(ExitStandards::criterion, Collectors.toUnmodifiableList())));
        QuarkusTransaction.requiringNew().run(() -> DataFile.rows("exit-standards/exit-standards.csv")
                .forEach(row ->
                        add(standard(row, criteria.getOrDefault(row.getField("version"), List.of())), "the service")));
    }

    /** @return false when the version exists already, which then stays as it is */
    @Transactional
    public boolean add(ExitStandard standard, String by) {
        int added = database.createNativeMutationQuery(ADD)
                .setParameter("version", standard.version())
                .setParameter("subject", standard.subject().name())
                .setParameter("division", standard.division())
                .setParameter("from", standard.validFromYear())
                .setParameter("to", standard.validToYear(), Integer.class)
                .setParameter("byDefault", standard.byDefault())
                .setParameter("zh", standard.nameZh())
                .setParameter("en", standard.nameEn())
                .setParameter("mark", standard.mark())
                .setParameter("source", standard.source())
                .setParameter("by", by)
                .executeUpdate();
        if (added == 1) {
            standard.criteria().forEach(criterion -> add(standard.version(), criterion));
        }
        return added == 1;
    }

    private void add(String standard, Criterion criterion) {
        database.createNativeMutationQuery(ADD_CRITERION)
                .setParameter("standard", standard)
                .setParameter("number", criterion.number())
                .setParameter("code", criterion.code())
                .setParameter("zh", criterion.nameZh())
                .setParameter("en", criterion.nameEn())
                .setParameter("weight", criterion.weight().name())
                .setParameter("comparison", criterion.comparison().name())
                .setParameter("value", criterion.value(), BigDecimal.class)
                .setParameter("unit", criterion.unit(), String.class)
                .setParameter("by", criterion.measuredBy().name())
                .setParameter("mark", criterion.mark())
                .setParameter("source", criterion.source())
                .executeUpdate();
    }

    /** @param subject null for all */
    @Transactional
    public List<ExitStandard> list(@Nullable Subject subject) {
        return read(subject, null);
    }

    @Transactional
    public Optional<ExitStandard> find(String version) {
        return read(null, version).stream().findFirst();
    }

    /** The version that holds for exits of a year where nobody names another. */
    @Transactional
    public Optional<String> findInForce(Subject subject, long place, int year) {
        String query = "select version from " + inForce(":subject", ":place", ":year") + " s";
        return database
                .createNativeQuery(query, String.class)
                .setParameter("subject", subject.name())
                .setParameter("place", place)
                .setParameter("year", year)
                .getResultList()
                .stream()
                .findFirst();
    }

    static String inForce(String subject, String place, String year) {
        return IN_FORCE.replace("{subject}", subject).replace("{place}", place).replace("{year}", year);
    }

    private List<ExitStandard> read(@Nullable Subject subject, @Nullable String version) {
        Map<String, List<Tuple>> byVersion = database
                .createNativeQuery(LIST, Tuple.class)
                .setParameter("subject", subject == null ? null : subject.name(), String.class)
                .setParameter("version", version, String.class)
                .getResultList()
                .stream()
                .collect(Collectors.groupingBy(
                        row -> row.get("version", String.class), LinkedHashMap::new, Collectors.toList()));
        return byVersion.values().stream().map(ExitStandards::standard).toList();
    }

    private static ExitStandard standard(List<Tuple> rows) {
        Tuple first = rows.getFirst();
        return new ExitStandard(
                first.get("version", String.class),
                Subject.valueOf(first.get("subject", String.class)),
                first.get("division", Long.class),
                first.get("valid_from_year", Integer.class),
                first.get("valid_to_year", Integer.class),
                first.get("by_default", Boolean.class),
                first.get("standard_zh", String.class),
                first.get("standard_en", String.class),
                first.get("standard_mark", String.class),
                first.get("standard_source", String.class),
                rows.stream()
                        .map(row -> new Criterion(
                                row.get("number", Short.class),
                                row.get("code", String.class),
                                row.get("name_zh", String.class),
                                row.get("name_en", String.class),
                                Weight.valueOf(row.get("weight", String.class)),
                                Comparison.valueOf(row.get("comparison", String.class)),
                                row.get("value", BigDecimal.class),
                                row.get("unit", String.class),
                                Measurer.valueOf(row.get("measured_by", String.class)),
                                row.get("mark", String.class),
                                row.get("source", String.class)))
                        .toList());
    }

    private static ExitStandard standard(NamedCsvRecord row, List<Criterion> criteria) {
        String to = row.getField("valid_to_year");
        return new ExitStandard(
                row.getField("version"),
                Subject.valueOf(row.getField("subject")),
                Long.parseLong(row.getField("division")),
                Integer.parseInt(row.getField("valid_from_year")),
                to.isEmpty() ? null : Integer.valueOf(to),
                Boolean.parseBoolean(row.getField("by_default")),
                row.getField("name_zh"),
                row.getField("name_en"),
                row.getField("mark"),
                row.getField("source"),
                criteria);
    }

    private static Criterion criterion(NamedCsvRecord row) {
        String value = row.getField("value");
        String unit = row.getField("unit");
        return new Criterion(
                Integer.parseInt(row.getField("number")),
                row.getField("code"),
                row.getField("name_zh"),
                row.getField("name_en"),
                Weight.valueOf(row.getField("weight")),
                Comparison.valueOf(row.getField("comparison")),
                value.isEmpty() ? null : new BigDecimal(value),
                unit.isEmpty() ? null : unit,
                Measurer.valueOf(row.getField("measured_by")),
                row.getField("mark"),
                row.getField("source"));
    }
}
