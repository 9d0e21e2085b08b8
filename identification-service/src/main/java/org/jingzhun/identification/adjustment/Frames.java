package org.jingzhun.identification.adjustment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;
import java.util.List;
import java.util.UUID;
import org.hibernate.Session;
import org.hibernate.query.NativeQuery;
import org.jingzhun.chassis.http.Cursor;
import org.jingzhun.chassis.http.Slice;
import org.jingzhun.identification.adjustment.sampling.Draw;
import org.jingzhun.identification.adjustment.sampling.Unit;
import org.jspecify.annotations.Nullable;

/** The frames of quality checks (抽样框) and the samples drawn from them. */
@ApplicationScoped
public class Frames {

    private static final String TAKE = """
            insert into quality_check_frame (check_id, household_id, village_code, stratum)
            select :check, h.id, h.village_code, {stratum}
            from household h
            where h.village_code between :from and :to and h.persons > 0
              and coalesce(h.status, 'UNREGISTERED') = any (cast(:standings as text[]))
            """;
    private static final String READ = """
            select household_id, village_code, stratum from quality_check_frame
            where check_id = :check and (cast(:after as uuid) is null or household_id > :after)
            order by household_id
            """;
    private static final String KEEP = """
            insert into quality_check_sample (check_id, household_id, village_code, checker, checker_end, stratum, position,
                                              hamlet, householder, persons, status)
            select c.id, f.household_id, f.village_code, c.checker, c.checker_end, f.stratum, d.position, h.hamlet,
                   h.householder, h.persons, coalesce(h.status, 'UNREGISTERED')
            from quality_check c
            join quality_check_frame f on f.check_id = c.id
            join unnest(cast(:households as uuid[]), cast(:positions as integer[])) d (household_id, position)
              on d.household_id = f.household_id
            join household h on h.id = f.household_id
            where c.id = :check
            """;
    private static final String SAMPLED =
            "select household_id from quality_check_sample where check_id = :check order by stratum, position";

    private final Session database;

    Frames(Session database) {
        this.database = database;
    }

    /** A household that could have been drawn. */
    public record FrameRow(UUID householdId, long villageCode, String stratum) {}

    /** Takes down who can be drawn now. */
    List<Unit> take(QualityCheck check) {
        String stratum =
                switch (check.stratification()) {
                    case VILLAGE -> "cast(h.village_code as text)";
                    case STATUS -> "coalesce(h.status, 'UNREGISTERED')";
                };
        database.createNativeMutationQuery(TAKE.replace("{stratum}", stratum))
                .setParameter("check", check.id())
                .setParameter("from", check.target().from())
                .setParameter("to", check.target().to())
                .setParameter(
                        "standings", check.standings().stream().map(Enum::name).toArray(String[]::new))
                .executeUpdate();
        return units(check.id());
    }

    /** The frame as it was taken down. */
    List<Unit> units(UUID check) {
        return read(check, null, null).stream()
                .map(row -> new Unit(row.householdId(), row.stratum()))
                .toList();
    }

    void keep(UUID check, Draw draw) {
        int kept = database.createNativeMutationQuery(KEEP)
                .setParameter("check", check)
                .setParameter(
                        "households",
                        draw.drawn().stream().map(Draw.Drawn::household).toArray(UUID[]::new))
                .setParameter(
                        "positions",
                        draw.drawn().stream().map(Draw.Drawn::position).toArray(Integer[]::new))
                .executeUpdate();
        if (kept != draw.drawn().size()) {
            throw new IllegalStateException("all %d households drawn for check %s must be kept, but %d were"
                    .formatted(draw.drawn().size(), check, kept));
        }
    }

    /** The stored sample in the order of the draw. */
    List<UUID> sampled(UUID check) {
        return database.createNativeQuery(SAMPLED, UUID.class)
                .setParameter("check", check)
                .getResultList();
    }

    /** The frame in the order of the households. */
    public Slice<FrameRow> list(UUID check, @Nullable Cursor after, int limit) {
        List<FrameRow> rows = read(check, after == null ? null : after.id(0), limit + 1);
        return Slice.of(rows, limit, last -> Cursor.of(last.householdId()));
    }

    private List<FrameRow> read(UUID check, @Nullable UUID after, @Nullable Integer limit) {
        NativeQuery<Tuple> query = database.createNativeQuery(READ, Tuple.class)
                .setParameter("check", check)
                .setParameter("after", after, UUID.class);
        if (limit != null) {
            query.setMaxResults(limit);
        }
        return query.getResultList().stream()
                .map(row -> new FrameRow(
                        row.get("household_id", UUID.class),
                        row.get("village_code", Long.class),
                        row.get("stratum", String.class)))
                .toList();
    }
}
