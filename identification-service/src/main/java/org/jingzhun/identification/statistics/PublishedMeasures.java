package org.jingzhun.identification.statistics;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.persistence.Tuple;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.hibernate.Session;
import org.jingzhun.chassis.caller.Area;
import org.jingzhun.identification.datafile.DataFile;
import org.jingzhun.identification.statistics.PublishedMeasure.Definition;
import org.jingzhun.identification.statistics.multidimensional.Indicator;
import org.jingzhun.identification.statistics.multidimensional.Measure;
import org.jspecify.annotations.Nullable;

/** All multidimensional measures: those of the data files under {@code multidimensional}, and what was loaded since. */
@ApplicationScoped
public class PublishedMeasures {

    private static final String ADD = """
            insert into poverty_measure (version, division, valid_from_year, valid_to_year, cutoff, mark, source,
                                         loaded_by)
            values (:version, :division, :from, :to, :cutoff, :mark, :source, :by)
            on conflict do nothing
            """;
    private static final String ADD_INDICATOR = """
            insert into poverty_indicator (measure, number, code, dimension, weight, name_zh, name_en, deprived, mark,
                                           source)
            values (:measure, :number, :code, :dimension, :weight, :zh, :en, :deprived, :mark, :source)
            """;
    private static final String READ = """
            select m.version, m.division, m.valid_from_year, m.valid_to_year, m.cutoff, m.mark as measure_mark,
                   m.source as measure_source, i.code, i.dimension, i.weight, i.name_zh, i.name_en, i.deprived, i.mark,
                   i.source
            from poverty_measure m join poverty_indicator i on i.measure = m.version
            where cast(:version as text) is null or m.version = :version
            order by m.valid_from_year, m.version, i.number
            """;
    private static final String IN_FORCE = """
            select version from poverty_measure
            where valid_from_year <= :year and coalesce(valid_to_year, :year) >= :year
              and division <= :from
              and :to <= division + case when division % 10000000000 = 0 then 9999999999
                                         when division % 100000000 = 0 then 99999999
                                         when division % 1000000 = 0 then 999999
                                         when division % 1000 = 0 then 999 else 0 end
            order by division desc, valid_from_year desc, version desc limit 1
            """;

    private final Session database;

    PublishedMeasures(Session database) {
        this.database = database;
    }

    void begin(@Observes StartupEvent start) {
        QuarkusTransaction.requiringNew().run(() -> DataFile.rows("multidimensional/measures.csv")
                .forEach(row -> add(shipped(row), "the service")));
    }

    /** @return false when the version exists already, which then stays as it is */
    @Transactional
    public boolean add(PublishedMeasure published, String by) {
        Measure measure = published.measure();
        int added = database.createNativeMutationQuery(ADD)
                .setParameter("version", measure.version())
                .setParameter("division", published.division())
                .setParameter("from", published.validFromYear())
                .setParameter("to", published.validToYear(), Integer.class)
                .setParameter("cutoff", measure.cutoff())
                .setParameter("mark", published.mark())
                .setParameter("source", published.source())
                .setParameter("by", by)
                .executeUpdate();
        if (added == 1) {
            for (int place = 0; place < published.definitions().size(); place++) {
                add(measure, place, published.definitions().get(place));
            }
        }
        return added == 1;
    }

    private void add(Measure measure, int place, Definition definition) {
        Indicator indicator = measure.indicators().get(place);
        database.createNativeMutationQuery(ADD_INDICATOR)
                .setParameter("measure", measure.version())
                .setParameter("number", place + 1)
                .setParameter("code", indicator.code())
                .setParameter("dimension", indicator.dimension())
                .setParameter("weight", indicator.weight())
                .setParameter("zh", definition.nameZh())
                .setParameter("en", definition.nameEn())
                .setParameter("deprived", definition.deprived().toArray(String[]::new))
                .setParameter("mark", definition.mark())
                .setParameter("source", definition.source())
                .executeUpdate();
    }

    @Transactional
    public List<PublishedMeasure> list() {
        return read(null);
    }

    @Transactional
    public Optional<PublishedMeasure> find(String version) {
        return read(version).stream().findFirst();
    }

    /** The one that holds for a year in all of a division where nobody names another. */
    @Transactional
    public Optional<PublishedMeasure> findInForce(Area division, int year) {
        return database
                .createNativeQuery(IN_FORCE, String.class)
                .setParameter("year", year)
                .setParameter("from", division.from())
                .setParameter("to", division.to())
                .getResultList()
                .stream()
                .findFirst()
                .flatMap(this::find);
    }

    private List<PublishedMeasure> read(@Nullable String version) {
        Map<String, List<Tuple>> byVersion = database
                .createNativeQuery(READ, Tuple.class)
                .setParameter("version", version, String.class)
                .getResultList()
                .stream()
                .collect(Collectors.groupingBy(
                        row -> row.get("version", String.class), LinkedHashMap::new, Collectors.toList()));
        return byVersion.values().stream().map(PublishedMeasures::measure).toList();
    }

    private static PublishedMeasure measure(List<Tuple> rows) {
        Tuple first = rows.getFirst();
        List<Indicator> indicators = new ArrayList<>();
        List<Definition> definitions = new ArrayList<>();
        for (Tuple row : rows) {
            String code = row.get("code", String.class);
            indicators.add(new Indicator(code, row.get("dimension", String.class), row.get("weight", Integer.class)));
            definitions.add(new Definition(
                    code,
                    row.get("name_zh", String.class),
                    row.get("name_en", String.class),
                    Arrays.asList(row.get("deprived", String[].class)),
                    row.get("mark", String.class),
                    row.get("source", String.class)));
        }
        return new PublishedMeasure(
                new Measure(first.get("version", String.class), indicators, first.get("cutoff", Integer.class)),
                first.get("division", Long.class),
                first.get("valid_from_year", Integer.class),
                first.get("valid_to_year", Integer.class),
                first.get("measure_mark", String.class),
                first.get("measure_source", String.class),
                definitions);
    }

    private static PublishedMeasure shipped(NamedCsvRecord measure) {
        String version = measure.getField("version");
        List<NamedCsvRecord> rows = DataFile.rows("multidimensional/" + version + "/indicators.csv");
        String to = measure.getField("valid_to_year");
        return new PublishedMeasure(
                new Measure(
                        version,
                        rows.stream()
                                .map(row -> new Indicator(
                                        row.getField("code"),
                                        row.getField("dimension"),
                                        Integer.parseInt(row.getField("weight"))))
                                .toList(),
                        Integer.parseInt(measure.getField("cutoff"))),
                Long.parseLong(measure.getField("division")),
                Integer.parseInt(measure.getField("valid_from_year")),
                to.isEmpty() ? null : Integer.valueOf(to),
                measure.getField("mark"),
                measure.getField("source"),
                rows.stream()
                        .map(row -> new Definition(
                                row.getField("code"),
                                row.getField("name_zh"),
                                row.getField("name_en"),
                                List.of(row.getField("deprived").split(" ")),
                                row.getField("mark"),
                                row.getField("source")))
                        .toList());
    }
}
