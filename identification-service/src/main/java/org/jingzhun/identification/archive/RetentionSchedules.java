package org.jingzhun.identification.archive;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.persistence.Tuple;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.hibernate.Session;
import org.jingzhun.identification.datafile.DataFile;

/** How long files are kept: {@code archive/retention.csv}, and what was loaded since. A version never changes. */
@ApplicationScoped
public class RetentionSchedules {

    private static final String COLUMNS = """
            select version, class, name_zh, name_en, years, sections, division, valid_from, mark, source
            from archive_retention""";
    private static final String ADD = """
            insert into archive_retention
              (version, class, name_zh, name_en, years, sections, division, valid_from, mark, source, loaded_by)
            values (:version, :code, :zh, :en, :years, :sections, :division, :from, :mark, :source, :by)
            on conflict do nothing""";
    private static final String IN_FORCE = """
            select version from archive_retention
            where valid_from <= :day and division in (0, :place / 10000000000 * 10000000000,
              :place / 100000000 * 100000000, :place / 1000000 * 1000000)
            order by division desc, valid_from desc, version desc limit 1""";

    private final Session database;
    private final Archiving archiving;

    RetentionSchedules(Session database, Archiving archiving) {
        this.database = database;
        this.archiving = archiving;
    }

    void begin(@Observes StartupEvent start) {
        QuarkusTransaction.requiringNew().run(() -> DataFile.rows("archive/retention.csv").stream()
                .map(row -> new RetentionClass(
                        row.getField("version"),
                        row.getField("class"),
                        row.getField("name_zh"),
                        row.getField("name_en"),
                        row.getField("years").isEmpty() ? null : Integer.valueOf(row.getField("years")),
                        List.of(row.getField("sections").split(" ")),
                        Long.parseLong(row.getField("division")),
                        LocalDate.parse(row.getField("valid_from")),
                        row.getField("mark"),
                        row.getField("source")))
                .forEach(row -> add(row, "the service")));
    }

    /**
     * Adds a version.
     *
     * @throws ArchiveException when there is one of the name, or its classes do not have every section once
     */
    @Transactional
    public void load(List<RetentionClass> schedule, String by) {
        String version = schedule.getFirst().version();
        if (!list(version).isEmpty()) {
            throw new ArchiveException(new ArchiveRefusal.VersionTaken(version));
        }
        List<String> named =
                schedule.stream().flatMap(each -> each.sections().stream()).toList();
        Set<String> wrong = new TreeSet<>(archiving.sectionNames());
        Set<String> twiceOrUnknown =
                named.stream().filter(name -> !wrong.remove(name)).collect(Collectors.toCollection(TreeSet::new));
        wrong.addAll(twiceOrUnknown);
        if (!wrong.isEmpty()) {
            throw new ArchiveException(new ArchiveRefusal.SectionsUnfitting(List.copyOf(wrong)));
        }
        schedule.forEach(each -> add(each, by));
    }

    private void add(RetentionClass row, String by) {
        database.createNativeMutationQuery(ADD)
                .setParameter("version", row.version())
                .setParameter("code", row.code())
                .setParameter("zh", row.nameZh())
                .setParameter("en", row.nameEn())
                .setParameter("years", row.years(), Integer.class)
                .setParameter("sections", row.sections().toArray(String[]::new))
                .setParameter("division", row.division())
                .setParameter("from", row.validFrom())
                .setParameter("mark", row.mark())
                .setParameter("source", row.source())
                .setParameter("by", by)
                .executeUpdate();
    }

    /** All versions with their classes. */
    @Transactional
    public List<RetentionClass> list() {
        return read(database.createNativeQuery(COLUMNS + " order by valid_from, version, class", Tuple.class)
                .getResultList());
    }

    /** The classes of a version; none when there is no such version. */
    @Transactional
    public List<RetentionClass> list(String version) {
        return read(database.createNativeQuery(COLUMNS + " where version = :version order by class", Tuple.class)
                .setParameter("version", version)
                .getResultList());
    }

    /** Of the smallest division that contains the place, of those the one that is valid last. */
    @Transactional(Transactional.TxType.MANDATORY)
    String inForce(long place, LocalDate day) {
        return database.createNativeQuery(IN_FORCE, String.class)
                .setParameter("place", place)
                .setParameter("day", day)
                .getSingleResult();
    }

    private static List<RetentionClass> read(List<Tuple> rows) {
        return rows.stream()
                .map(row -> new RetentionClass(
                        row.get("version", String.class),
                        row.get("class", String.class),
                        row.get("name_zh", String.class),
                        row.get("name_en", String.class),
                        row.get("years", Integer.class),
                        List.of(row.get("sections", String[].class)),
                        row.get("division", Long.class),
                        row.get("valid_from", LocalDate.class),
                        row.get("mark", String.class),
                        row.get("source", String.class)))
                .toList();
    }
}
