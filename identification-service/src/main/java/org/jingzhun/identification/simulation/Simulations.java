package org.jingzhun.identification.simulation;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.hibernate.Session;
import org.hibernate.query.NativeQuery;
import org.jingzhun.chassis.caller.Area;
import org.jingzhun.chassis.caller.CurrentCaller;
import org.jingzhun.chassis.http.Cursor;
import org.jingzhun.chassis.http.Problem;
import org.jingzhun.chassis.http.Slice;
import org.jingzhun.identification.division.DivisionCode;
import org.jingzhun.identification.scorecard.Edition;
import org.jingzhun.identification.scorecard.Editions;
import org.jingzhun.identification.scorecard.scoring.ScoreTable;
import org.jspecify.annotations.Nullable;

/** The simulations of divisions that lie within the caller's area. */
@ApplicationScoped
public class Simulations {

    private static final String COLUMNS = """
            select id, division_from, division_to, version, version_sha256, baseline, baseline_sha256, line, quota,
                   baseline_line, baseline_quota, ordered_name, ordered_at, cast(result as text) as result
            from simulation
            """;
    private static final String INSERT = """
            insert into simulation (id, division_from, division_to, version, version_sha256, baseline, baseline_sha256,
              line, quota, baseline_line, baseline_quota, ordered_by, ordered_name, ordered_at)
            values (:id, :from, :to, :version, :digest, :baseline, :baselineDigest, :line, :quota, :baselineLine,
              :baselineQuota, :by, :name, :at)
            """;

    private static final String VILLAGES = """
            select v.village_code, d.name, v.households, v.persons, v.baseline_households, v.baseline_persons,
                   v.in_households, v.in_persons, v.out_households, v.out_persons
            from simulation_village v join division d on d.code = v.village_code
            where v.simulation_id = :id and v.village_code between :from and :to and v.village_code > :after
            order by v.village_code limit :limit
            """;
    private static final String MOVERS = """
            select m.household_id, m.village_code, h.hamlet, h.householder, m.persons, m.baseline_score, m.score,
                   m.moves_in
            from simulation_mover m join household h on h.id = m.household_id
            where m.simulation_id = :id and m.village_code between :from and :to and m.moves_in in (:moves)
              and (m.village_code, m.household_id) > (:village, :household)
            order by m.village_code, m.household_id limit :limit
            """;
    private static final UUID BEFORE_ALL = new UUID(0, 0);

    private final Session database;
    private final Editions editions;
    private final AnswerSources sources;
    private final CurrentCaller caller;
    private final ObjectMapper json;

    Simulations(Session database, Editions editions, AnswerSources sources, CurrentCaller caller, ObjectMapper json) {
        this.database = database;
        this.editions = editions;
        this.sources = sources;
        this.caller = caller;
        this.json = json;
    }

    /** A simulation ready to run; isAsOrdered tells whether both cards are as they were when it was ordered. */
    record Prepared(
            Simulation simulation,
            ScoreTable baseline,
            ScoreTable simulated,
            List<Range> ranges,
            boolean isAsOrdered) {}

    /** What would become of a village. */
    public record VillageOutcome(
            String villageCode,
            String name,
            int households,
            long persons,
            int poorHouseholdsByBaseline,
            long poorPersonsByBaseline,
            int poorHouseholds,
            long poorPersons,
            int inHouseholds,
            long inPersons,
            int outHouseholds,
            long outPersons) {}

    /** A household that would move. */
    public record Mover(
            UUID householdId,
            String villageCode,
            String hamlet,
            String householder,
            int persons,
            int baselineScore,
            int score,
            Movement moves) {}

    /** Where a household moves to. */
    public enum Movement {
        /** Poor by the simulation alone. */
        IN,
        /** Poor by the baseline alone. */
        OUT
    }

    /** @throws org.jingzhun.chassis.http.ProblemException 404 */
    public Simulation get(UUID id) {
        return read("where id = :id", id, 1).stream().findFirst().orElseThrow(() -> Problem.of(404, "not-found")
                .asException());
    }

    /** The youngest first. */
    public Slice<Simulation> list(@Nullable Cursor after, int limit) {
        UUID before = after == null ? new UUID(-1, -1) : after.id(0);
        List<Simulation> rows = read("where id < :id order by id desc", before, limit + 1);
        return Slice.of(rows, limit, last -> Cursor.of(last.id()));
    }

    private List<Simulation> read(String condition, UUID id, int limit) {
        List<Simulation> found = new ArrayList<>();
        for (Tuple row : database.createNativeQuery(COLUMNS + condition + " limit " + limit, Tuple.class)
                .setParameter("id", id)
                .getResultList()) {
            found.add(simulation(row));
        }
        return found;
    }

    /** By village. */
    public Slice<VillageOutcome> listVillages(UUID id, Area division, @Nullable Cursor after, int limit) {
        List<VillageOutcome> rows = new ArrayList<>();
        for (Tuple row : of(VILLAGES, id, division)
                .setParameter("after", after == null ? 0 : after.number(0))
                .setParameter("limit", limit + 1)
                .getResultList()) {
            rows.add(village(row));
        }
        return Slice.of(rows, limit, last -> Cursor.of(last.villageCode()));
    }

    /** By village and household; null for both directions. */
    public Slice<Mover> listMovers(
            UUID id, Area division, @Nullable Movement moves, @Nullable Cursor after, int limit) {
        List<Mover> rows = new ArrayList<>();
        for (Tuple row : of(MOVERS, id, division)
                .setParameterList(
                        "moves", moves == null ? List.of(true, false) : List.of(moves == Movement.IN), Boolean.class)
                .setParameter("village", after == null ? 0 : after.number(0))
                .setParameter("household", after == null ? BEFORE_ALL : after.id(1))
                .setParameter("limit", limit + 1)
                .getResultList()) {
            rows.add(mover(row));
        }
        return Slice.of(rows, limit, last -> Cursor.of(last.villageCode(), last.householdId()));
    }

    private NativeQuery<Tuple> of(String query, UUID id, Area division) {
        return database.createNativeQuery(query, Tuple.class)
                .setParameter("id", id)
                .setParameter("from", division.from())
                .setParameter("to", division.to());
    }

    void add(Simulation simulation) {
        database.createNativeMutationQuery(INSERT)
                .setParameter("id", simulation.id())
                .setParameter("from", simulation.division().from())
                .setParameter("to", simulation.division().to())
                .setParameter("version", simulation.version())
                .setParameter("digest", simulation.versionSha256())
                .setParameter("baseline", simulation.baseline())
                .setParameter("baselineDigest", simulation.baselineSha256())
                .setParameter("line", simulation.line(), Integer.class)
                .setParameter("quota", simulation.quota(), Long.class)
                .setParameter("baselineLine", simulation.baselineLine(), Integer.class)
                .setParameter("baselineQuota", simulation.baselineQuota(), Long.class)
                .setParameter("by", caller.get().subject())
                .setParameter("name", simulation.orderedBy())
                .setParameter("at", simulation.orderedAt())
                .executeUpdate();
    }

    /** Those of more than a month ago within the caller's area. */
    void dropOld() {
        database.createNativeMutationQuery("delete from simulation where ordered_at < now() - interval '30 days'")
                .executeUpdate();
    }

    @Transactional
    Prepared prepare(UUID id) {
        Simulation simulation = get(id);
        Editions.Prepared simulated = editions.prepare(edition(simulation.version()));
        Editions.Prepared baseline = editions.prepare(edition(simulation.baseline()));
        return new Prepared(
                simulation,
                baseline.table(),
                simulated.table(),
                sources.ranges(simulation.division()),
                simulated.sha256().equals(simulation.versionSha256())
                        && baseline.sha256().equals(simulation.baselineSha256()));
    }

    private Edition edition(String version) {
        return editions.get(version);
    }

    void keep(UUID id, Summary summary) {
        try {
            database.createNativeMutationQuery("update simulation set result = cast(:result as jsonb) where id = :id")
                    .setParameter("result", json.writeValueAsString(summary))
                    .setParameter("id", id)
                    .executeUpdate();
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("a summary must be writable as JSON", impossible);
        }
    }

    private static Simulation simulation(Tuple row) {
        return new Simulation(
                row.get("id", UUID.class),
                new Area(row.get("division_from", Long.class), row.get("division_to", Long.class)),
                row.get("version", String.class),
                row.get("version_sha256", String.class),
                row.get("baseline", String.class),
                row.get("baseline_sha256", String.class),
                row.get("line", Integer.class),
                row.get("quota", Long.class),
                row.get("baseline_line", Integer.class),
                row.get("baseline_quota", Long.class),
                row.get("ordered_name", String.class),
                row.get("ordered_at", Instant.class),
                row.get("result", String.class));
    }

    private static VillageOutcome village(Tuple row) {
        int poorBefore = row.get("baseline_households", Integer.class);
        long poorPersonsBefore = row.get("baseline_persons", Long.class);
        int in = row.get("in_households", Integer.class);
        long inPersons = row.get("in_persons", Long.class);
        int out = row.get("out_households", Integer.class);
        long outPersons = row.get("out_persons", Long.class);
        return new VillageOutcome(
                DivisionCode.text(row.get("village_code", Long.class)),
                row.get("name", String.class),
                row.get("households", Integer.class),
                row.get("persons", Long.class),
                poorBefore,
                poorPersonsBefore,
                poorBefore + in - out,
                poorPersonsBefore + inPersons - outPersons,
                in,
                inPersons,
                out,
                outPersons);
    }

    private static Mover mover(Tuple row) {
        return new Mover(
                row.get("household_id", UUID.class),
                DivisionCode.text(row.get("village_code", Long.class)),
                row.get("hamlet", String.class),
                row.get("householder", String.class),
                row.get("persons", Integer.class),
                row.get("baseline_score", Integer.class),
                row.get("score", Integer.class),
                row.get("moves_in", Boolean.class) ? Movement.IN : Movement.OUT);
    }
}
