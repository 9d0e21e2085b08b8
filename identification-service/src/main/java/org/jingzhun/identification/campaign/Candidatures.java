package org.jingzhun.identification.campaign;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.Session;
import org.hibernate.query.NativeQuery;
import org.jingzhun.chassis.http.Cursor;
import org.jingzhun.chassis.http.Slice;
import org.jingzhun.identification.campaign.Candidature.Decision;
import org.jingzhun.identification.division.DivisionCode;
import org.jingzhun.identification.scorecard.scoring.Direction;
import org.jspecify.annotations.Nullable;

/** Lists of those who may be found poor: the ranking of a county, the candidates of a village, the public notice. */
@ApplicationScoped
public class Candidatures {

    /**
     * {behind} is where to begin, {order} the direction in which households become less poor. The assessments are walked
     * along their index and each household is looked up: joined, a county's households would all be read for each slice,
     * since row-level security hides from the planner that theirs are the same rows.
     */
    private static final String RANKING = """
            select a.household_id, a.village_code, h.householder, a.score, h.persons, a.vetoed
            from counted_assessment a,
              lateral (select householder, persons from household
                       where id = a.household_id and persons > 0 offset 0) h
            where a.campaign_id = :campaign
              and a.scoring_id = (select scoring_id from campaign_scorecard where campaign_id = :campaign) {behind}
            order by a.score {order}, a.ranked {order} limit {limit}
            """;

    /**
     * The village's visits are looked for first, by themselves: row-level security hides from the planner that scores and
     * visits are the same rows, and it would begin with all scores of the county.
     */
    private static final String OF_VILLAGE = """
            select c.household_id, c.village_code, c.hamlet, c.householder, c.score, c.assessed, c.persons, c.main_cause,
                   c.vetoed,
                   case when c.score <> c.assessed then coalesce(
                     (select s.reason from score_change s where s.assessment_id = c.assessment_id
                      order by s.taken_at desc limit 1),
                     (select g.reason from scoring g where g.id = c.scoring_id)) end as changed_because,
                   t.households_before + 1 as rank,
                   (select array_agg(distinct f.veto order by f.veto) from flag f
                    where f.campaign_id = c.campaign_id and f.household_id = c.household_id
                      and f.state = 'CONFIRMED') as vetoes,
                   exists (select from flag f
                           where f.campaign_id = c.campaign_id and f.household_id = c.household_id
                             and f.state = 'OPEN') as flagged
            from candidate c
            left join line_tie t on t.campaign_id = c.campaign_id and t.version = :version and t.score = c.score
            where c.assessment_id = any(array(
                select id from assessment where campaign_id = :campaign and village_code = :village)) {behind}
            order by c.score {order}, c.household_id {order} limit {limit}
            """;

    private final Session database;

    Candidatures(Session database) {
        this.database = database;
    }

    /** What a list of candidates is read with. */
    public record Reading(Campaign campaign, Direction direction, CutLines.@Nullable FixedLine line) {

        /** @param keys by which the query is in order: score and household */
        private String complete(String query, String keys, @Nullable Cursor after, int limit) {
            boolean lowIsPoor = direction == Direction.LOW_IS_POOR;
            String behind = "and (%s) %s (:score, :household)".formatted(keys, lowIsPoor ? ">" : "<");
            // as a number in the text, so that every plan knows how few rows are wanted
            return query.replace("{behind}", after == null ? "" : behind)
                    .replace("{limit}", Integer.toString(limit + 1))
                    .replace("{order}", lowIsPoor ? "asc" : "desc");
        }

        private boolean isWithin(int score, boolean vetoed) {
            return line != null
                    && !vetoed
                    && (direction == Direction.LOW_IS_POOR ? score <= line.score() : score >= line.score());
        }
    }

    /**
     * The candidates of a county, the poorest first. Rank and persons are counted along; the cursor carries the counts,
     * so that every slice costs the same. Vetoed households have no rank and are not counted.
     */
    public Slice<RankedHousehold> rank(Reading reading, @Nullable Cursor after, int limit) {
        Counts counts = after == null ? new Counts() : new Counts(after);
        NativeQuery<Tuple> query = database.createNativeQuery(
                        reading.complete(RANKING, "a.score, a.ranked", after, limit), Tuple.class)
                .setParameter("campaign", reading.campaign().id());
        if (after != null) {
            query.setParameter("score", after.smallNumber(0)).setParameter("household", after.id(1));
        }
        List<RankedHousehold> ranked = new ArrayList<>(limit);
        @Nullable Cursor next = null;
        for (Tuple each : query.getResultList()) {
            if (ranked.size() == limit) {
                next = counts.cursor(ranked.getLast());
                break;
            }
            ranked.add(counts.count(each, reading));
        }
        return new Slice<>(ranked, next == null ? null : next.toString());
    }

    /** Counts households and persons along the ranking. */
    private static final class Counts {

        private long households;
        private long persons;
        private long tieRank;
        private long tieScore = -1;

        Counts() {}

        Counts(Cursor behind) {
            households = behind.number(2);
            persons = behind.number(3);
            tieRank = behind.number(4);
            tieScore = behind.number(5);
        }

        RankedHousehold count(Tuple row, Reading reading) {
            int score = row.get("score", Integer.class);
            int size = row.get("persons", Integer.class);
            boolean vetoed = row.get("vetoed", Boolean.class);
            if (!vetoed) {
                if (score != tieScore) {
                    tieScore = score;
                    tieRank = households + 1;
                }
                households++;
                persons += size;
            }
            return new RankedHousehold(
                    vetoed ? null : tieRank,
                    row.get("household_id", UUID.class),
                    DivisionCode.text(row.get("village_code", Long.class)),
                    row.get("householder", String.class),
                    score,
                    size,
                    vetoed ? null : persons,
                    vetoed,
                    reading.line() == null ? null : reading.isWithin(score, vetoed));
        }

        Cursor cursor(RankedHousehold last) {
            return Cursor.of(last.score(), last.householdId(), households, persons, tieRank, tieScore);
        }
    }

    /** The number of keys in a cursor of the ranking. */
    public static final int RANKING_KEYS = 6;

    /** The candidates of a round's village, the poorest first. */
    public Slice<Candidature> listOf(Reading reading, long village, @Nullable Cursor after, int limit) {
        CutLines.FixedLine line = reading.line();
        NativeQuery<Tuple> query = database.createNativeQuery(
                        reading.complete(OF_VILLAGE, "c.score, c.household_id", after, limit), Tuple.class)
                .setParameter("campaign", reading.campaign().id())
                .setParameter("village", village)
                .setParameter("version", line == null ? 0 : line.version());
        if (after != null) {
            query.setParameter("score", after.smallNumber(0)).setParameter("household", after.id(1));
        }
        List<Candidature> rows = new ArrayList<>(limit);
        for (Tuple each : query.getResultList()) {
            rows.add(candidature(each, reading));
        }
        return Slice.of(rows, limit, last -> Cursor.of(last.score(), last.householdId()));
    }

    /** One candidate of a village. */
    public Optional<Candidature> find(Reading reading, long village, UUID household) {
        CutLines.FixedLine line = reading.line();
        String one = OF_VILLAGE
                .replace("{behind}", "and c.household_id = :household")
                .replace("{order}", "asc")
                .replace("{limit}", "1");
        List<Tuple> rows = database.createNativeQuery(one, Tuple.class)
                .setParameter("campaign", reading.campaign().id())
                .setParameter("village", village)
                .setParameter("version", line == null ? 0 : line.version())
                .setParameter("household", household)
                .getResultList();
        return rows.stream().findFirst().map(row -> candidature(row, reading));
    }

    private static Candidature candidature(Tuple row, Reading reading) {
        int score = row.get("score", Integer.class);
        boolean vetoed = row.get("vetoed", Boolean.class);
        String[] vetoes = row.get("vetoes", String[].class);
        Decision decision = vetoed
                ? Decision.VETOED
                : row.get("flagged", Boolean.class)
                        ? Decision.UNDER_CHECK
                        : reading.line() == null
                                ? Decision.PENDING
                                : reading.isWithin(score, false) ? Decision.WITHIN : Decision.BEYOND;
        return new Candidature(
                row.get("household_id", UUID.class),
                DivisionCode.text(row.get("village_code", Long.class)),
                row.get("hamlet", String.class),
                row.get("householder", String.class),
                row.get("persons", Integer.class),
                score,
                row.get("assessed", Integer.class),
                row.get("changed_because", String.class),
                vetoed ? null : row.get("rank", Integer.class),
                row.get("main_cause", String.class),
                decision,
                vetoes == null ? List.of() : List.of(vetoes));
    }
}
