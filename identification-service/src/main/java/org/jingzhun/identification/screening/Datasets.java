package org.jingzhun.identification.screening;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.hibernate.Session;
import org.jingzhun.chassis.caller.Area;
import org.jingzhun.chassis.http.Cursor;
import org.jingzhun.chassis.http.Slice;
import org.jingzhun.chassis.time.Clocks;
import org.jingzhun.identification.veto.AssetSource;
import org.jspecify.annotations.Nullable;

/** The deliveries of the departments that concern the caller's area, with their freshness and coverage. */
@ApplicationScoped
public class Datasets {

    /** Coverage is counted over the villages of one area: the one that is asked for, within the caller's. */
    private static final String READ = """
            select d.id, d.source, d.as_of, greatest(cast(:today as date) - d.as_of, 0) as age, d.received_at, d.semantics,
                   (select count(*) from asset_record r where r.closed_by = d.id) as closed, d.period_from, d.period_to, d.records, d.matched, d.delivered_by,
                   array(select a.area_from from dataset_area a where a.dataset_id = d.id order by 1) as divisions,
                   covered.villages, covered.villages_covered, covered.persons, covered.persons_covered
            from dataset d
            cross join lateral (
              select count(*) as villages, count(*) filter (where v.covered) as villages_covered,
                     cast(coalesce(sum(v.persons), 0) as bigint) as persons,
                     cast(coalesce(sum(v.persons) filter (where v.covered), 0) as bigint) as persons_covered
              from (select village.persons,
                           exists (select from dataset_area a where a.dataset_id = d.id
                                   and village.code between a.area_from and a.area_to) as covered
                    from division village
                    where village.level = 'VILLAGE' and village.code between :from and :to) v) covered
            where (cast(:source as text) is null or d.source = :source)
              and d.area_from <= :to and d.area_to >= :from
              and (cast(:after as uuid) is null or d.id < :after)
            order by d.id desc limit :limit
            """;

    private final Session database;
    private final Clock clock;

    Datasets(Session database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /**
     * A delivery.
     *
     * @param ageDays from the day whose data they are to today
     * @param closed records of older deliveries that this complete one no longer told
     * @param records as they were when it was received; later deliveries take over what they repeat
     * @param matched records of people who were members of a household then
     * @param divisions the lowest codes of what it covers
     * @param villages of the area that was asked for, as are the persons
     */
    public record Dataset(
            UUID id,
            AssetSource source,
            LocalDate asOf,
            int ageDays,
            Instant receivedAt,
            DeliverySemantics semantics,
            long closed,
            @Nullable LocalDate periodFrom,
            @Nullable LocalDate periodTo,
            List<Long> divisions,
            long records,
            long matched,
            long villages,
            long villagesCovered,
            long persons,
            long personsCovered,
            String deliveredBy) {

        public Dataset {
            divisions = List.copyOf(divisions);
        }
    }

    /** The deliveries, the youngest first. */
    @Transactional
    public Slice<Dataset> list(@Nullable AssetSource source, Area area, @Nullable Cursor after, int limit) {
        List<Dataset> rows = database
                .createNativeQuery(READ, Tuple.class)
                .setParameter("today", LocalDate.ofInstant(clock.instant(), Clocks.SHANGHAI))
                .setParameter("source", source == null ? null : source.name(), String.class)
                .setParameter("from", area.from())
                .setParameter("to", area.to())
                .setParameter("after", after == null ? null : after.id(0), UUID.class)
                .setParameter("limit", limit + 1)
                .getResultList()
                .stream()
                .map(Datasets::dataset)
                .toList();
        return Slice.of(rows, limit, last -> Cursor.of(last.id()));
    }

    private static Dataset dataset(Tuple row) {
        return new Dataset(
                row.get("id", UUID.class),
                AssetSource.valueOf(row.get("source", String.class)),
                row.get("as_of", LocalDate.class),
                row.get("age", Integer.class),
                row.get("received_at", Instant.class),
                DeliverySemantics.valueOf(row.get("semantics", String.class)),
                row.get("closed", Long.class),
                row.get("period_from", LocalDate.class),
                row.get("period_to", LocalDate.class),
                List.of(row.get("divisions", Long[].class)),
                row.get("records", Long.class),
                row.get("matched", Long.class),
                row.get("villages", Long.class),
                row.get("villages_covered", Long.class),
                row.get("persons", Long.class),
                row.get("persons_covered", Long.class),
                row.get("delivered_by", String.class));
    }
}
