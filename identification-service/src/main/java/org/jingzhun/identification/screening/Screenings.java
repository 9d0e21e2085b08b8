package org.jingzhun.identification.screening;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.Session;
import org.hibernate.query.NativeQuery;
import org.jingzhun.chassis.caller.Caller;
import org.jingzhun.chassis.http.Cursor;
import org.jingzhun.chassis.http.Slice;
import org.jingzhun.identification.screening.coverage.Coverage;
import org.jingzhun.identification.screening.coverage.Limits;
import org.jingzhun.identification.screening.coverage.Shortcoming;
import org.jingzhun.identification.veto.AssetSource;
import org.jspecify.annotations.Nullable;

/** The screenings of the counties that the caller's area touches, with the data that each had. */
@ApplicationScoped
public class Screenings {

    /** The persons of the county by the age of the youngest delivery that covers their village. */
    private static final String MEASURE = """
            with village as (
              select v.persons, min(cast(:day as date) - d.as_of) as age
              from division v
              left join (dataset_area a join dataset d on d.id = a.dataset_id and d.source = :source)
                on v.code between a.area_from and a.area_to
              where v.level = 'VILLAGE' and v.code between :county and :county + 999999
              group by v.code, v.persons)
            select (select min(greatest(cast(:day as date) - as_of, 0)) from dataset d
                    where d.source = :source and d.id = any (%1$s)) as age,
                   cast(coalesce(sum(persons), 0) as bigint) as persons,
                   cast(coalesce(sum(persons) filter (where age <= :fresh), 0) as bigint) as fresh,
                   cast(coalesce(sum(persons) filter (where age <= coalesce(cast(:usable as integer), age)), 0) as bigint)
                     as usable,
                   %1$s as datasets
            from village
            """.formatted("""
            array(select distinct d.id from dataset d join dataset_area a on a.dataset_id = d.id
                  where d.source = :source and a.area_from <= :county + 999999 and a.area_to >= :county)""");

    private static final String KEEP = """
            insert into screening (id, campaign_id, county, veto_list, day, policy, ordered_by, ordered_name, ordered_at)
            values (:id, :campaign, :county, :list, :day, :policy, :by, :name, :at)
            """;
    private static final String KEEP_SOURCE = """
            insert into screening_source (screening_id, county, source, datasets, age_days, persons, persons_fresh,
                                          persons_usable, shortcomings)
            values (:screening, :county, :source, :datasets, :age, :persons, :fresh, :usable, :shortcomings)
            """;
    private static final String READ = """
            select id, campaign_id, county, veto_list, day, policy, ordered_name, ordered_at, finished_at, found, lapsed
            from screening where (cast(:county as bigint) is null or county = :county)
              and (cast(:campaign as uuid) is null or campaign_id = :campaign)
              and (cast(:id as uuid) is null or id = :id) and (cast(:after as uuid) is null or id < :after)
            order by id desc limit :limit
            """;
    private static final String SOURCES = """
            select source, datasets, age_days, persons, persons_fresh, persons_usable, shortcomings
            from screening_source where screening_id = :id order by source
            """;

    private final Session database;

    Screenings(Session database) {
        this.database = database;
    }

    /**
     * What a department had delivered when a screening was ordered.
     *
     * @param datasets the deliveries of which records are matched
     */
    public record SourceState(AssetSource source, List<UUID> datasets, Coverage coverage, List<Shortcoming> warnings) {

        public SourceState {
            datasets = List.copyOf(datasets);
            warnings = List.copyOf(warnings);
        }
    }

    /**
     * A screening.
     *
     * @param campaignId null for a check of the register
     * @param county its lowest code
     * @param day on which the age of the data is judged
     * @param policy row that judged the data
     * @param finishedAt null while it runs
     * @param found flags that it raised; null while it runs
     * @param lapsed flags whose id number was corrected; null while it runs
     */
    public record ScreeningRun(
            UUID id,
            @Nullable UUID campaignId,
            long county,
            String vetoList,
            LocalDate day,
            long policy,
            String orderedName,
            Instant orderedAt,
            @Nullable Instant finishedAt,
            @Nullable Long found,
            @Nullable Long lapsed,
            List<SourceState> sources) {

        public ScreeningRun {
            sources = List.copyOf(sources);
        }
    }

    /** What a department has delivered for a county as of a day. */
    SourceState measure(AssetSource source, long county, LocalDate day, Limits limits) {
        Tuple row = database.createNativeQuery(MEASURE, Tuple.class)
                .setParameter("source", source.name())
                .setParameter("county", county)
                .setParameter("day", day)
                .setParameter("fresh", limits.warnAgeDays())
                .setParameter("usable", limits.refuseAgeDays(), Integer.class)
                .getSingleResult();
        Coverage coverage = new Coverage(
                row.get("age", Integer.class),
                row.get("persons", Long.class),
                row.get("fresh", Long.class),
                row.get("usable", Long.class));
        return new SourceState(
                source, List.of(row.get("datasets", UUID[].class)), coverage, List.copyOf(coverage.warnings(limits)));
    }

    void keep(ScreeningRun run, Caller by) {
        database.createNativeMutationQuery(KEEP)
                .setParameter("id", run.id())
                .setParameter("campaign", run.campaignId(), UUID.class)
                .setParameter("county", run.county())
                .setParameter("list", run.vetoList())
                .setParameter("day", run.day())
                .setParameter("policy", run.policy())
                .setParameter("by", by.subject())
                .setParameter("name", by.name())
                .setParameter("at", run.orderedAt())
                .executeUpdate();
        for (SourceState state : run.sources()) {
            database.createNativeMutationQuery(KEEP_SOURCE)
                    .setParameter("screening", run.id())
                    .setParameter("county", run.county())
                    .setParameter("source", state.source().name())
                    .setParameter("datasets", state.datasets().toArray(UUID[]::new))
                    .setParameter("age", state.coverage().ageDays(), Integer.class)
                    .setParameter("persons", state.coverage().persons())
                    .setParameter("fresh", state.coverage().personsFresh())
                    .setParameter("usable", state.coverage().personsUsable())
                    .setParameter(
                            "shortcomings",
                            state.warnings().stream().map(Enum::name).toArray(String[]::new))
                    .executeUpdate();
        }
    }

    /** The screenings, the youngest first. */
    @Transactional
    public Slice<ScreeningRun> list(@Nullable Long county, @Nullable UUID campaign, @Nullable Cursor after, int limit) {
        List<ScreeningRun> rows = read(county, campaign, null, after == null ? null : after.id(0), limit + 1);
        return Slice.of(rows, limit, last -> Cursor.of(last.id()));
    }

    @Transactional
    public Optional<ScreeningRun> find(UUID id) {
        return read(null, null, id, null, 1).stream().findFirst();
    }

    private List<ScreeningRun> read(
            @Nullable Long county, @Nullable UUID campaign, @Nullable UUID id, @Nullable UUID after, int limit) {
        NativeQuery<Tuple> query = database.createNativeQuery(READ, Tuple.class)
                .setParameter("county", county, Long.class)
                .setParameter("campaign", campaign, UUID.class)
                .setParameter("id", id, UUID.class)
                .setParameter("after", after, UUID.class)
                .setParameter("limit", limit);
        return query.getResultList().stream().map(this::run).toList();
    }

    private ScreeningRun run(Tuple row) {
        UUID id = row.get("id", UUID.class);
        return new ScreeningRun(
                id,
                row.get("campaign_id", UUID.class),
                row.get("county", Long.class),
                row.get("veto_list", String.class),
                row.get("day", LocalDate.class),
                row.get("policy", Long.class),
                row.get("ordered_name", String.class),
                row.get("ordered_at", Instant.class),
                row.get("finished_at", Instant.class),
                row.get("found", Long.class),
                row.get("lapsed", Long.class),
                database.createNativeQuery(SOURCES, Tuple.class).setParameter("id", id).getResultList().stream()
                        .map(Screenings::state)
                        .toList());
    }

    private static SourceState state(Tuple row) {
        return new SourceState(
                AssetSource.valueOf(row.get("source", String.class)),
                List.of(row.get("datasets", UUID[].class)),
                new Coverage(
                        row.get("age_days", Integer.class),
                        row.get("persons", Long.class),
                        row.get("persons_fresh", Long.class),
                        row.get("persons_usable", Long.class)),
                List.of(row.get("shortcomings", String[].class)).stream()
                        .map(Shortcoming::valueOf)
                        .toList());
    }
}
