package org.jingzhun.identification.campaign;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.hibernate.Session;
import org.jingzhun.identification.campaign.line.Candidates;
import org.jspecify.annotations.Nullable;

/** The cut lines of campaigns in their versions, with what they were drawn from. */
@ApplicationScoped
public class CutLines {

    private static final String LATEST = """
            select version, origin, score, quota_persons, households, persons, next_score, next_households,
                   next_persons, scorecard, veto_list, method, document_number, set_by, set_by_name, set_at
            from line_in_force where campaign_id = ?1
            """;
    private static final String INSERT = """
            insert into line (campaign_id, version, county, origin, score, quota_persons, households, persons,
                              next_score, next_households, next_persons, scorecard, veto_list, method,
                              document_number, set_by, set_by_name, set_at, scoring_id)
            values (:campaign, :version, :county, :origin, :score, :quota, :households, :persons,
                    :nextScore, :nextHouseholds, :nextPersons, :scorecard, :vetoList, :method,
                    :document, :by, :name, :at,
                    (select scoring_id from campaign_scorecard where campaign_id = :campaign))
            """;
    private static final String CANDIDATES = """
            select household_id, score, persons from candidate where campaign_id = ?1 and not vetoed
            """;

    /** {order} is the direction in which households become less poor. */
    private static final String INSERT_TIES = """
            insert into line_tie (campaign_id, version, score, households, persons, households_before, persons_through)
            select ?1, ?2, score, households, persons,
                   sum(households) over poorer - households, sum(persons) over poorer
            from (select score, count(*)::integer as households, sum(persons) as persons
                  from candidate where campaign_id = ?1 and not vetoed group by score) ties
            window poorer as (order by score {order})
            """;

    private static final String TIES = """
            select score, households, persons, households_before, persons_through
            from line_tie where campaign_id = ?1 and version = ?2 order by households_before
            """;

    private final Session database;

    CutLines(Session database) {
        this.database = database;
    }

    /** Where a line comes from. */
    public enum Origin {
        HANDED_DOWN,
        QUOTA
    }

    /**
     * A line as it was fixed.
     *
     * @param version 1, 2 and so on
     * @param score the last score within
     * @param households within
     * @param persons within
     * @param nextScore of the first tie beyond; null when all are within
     * @param method name and version of the calculation
     */
    public record FixedLine(
            int version,
            Origin origin,
            int score,
            int quotaPersons,
            int households,
            long persons,
            @Nullable Integer nextScore,
            @Nullable Integer nextHouseholds,
            @Nullable Long nextPersons,
            String scorecard,
            String vetoList,
            String method,
            @Nullable String documentNumber,
            String setBy,
            String setByName,
            Instant setAt) {}

    /** The households with one score, and how they stand to those that are poorer. */
    public record ScoreTie(int score, int households, long persons, int householdsBefore, long personsThrough) {}

    /** The number of the line that is fixed next. */
    int nextVersion(UUID campaign) {
        return database.createNativeQuery(
                        "select coalesce(max(version), 0) + 1 from line where campaign_id = ?1", Integer.class)
                .setParameter(1, campaign)
                .getSingleResult();
    }

    /** The last line that was fixed, if the scores that it was drawn from are still in force. */
    public Optional<FixedLine> findLatest(UUID campaign) {
        List<Tuple> rows = database.createNativeQuery(LATEST, Tuple.class)
                .setParameter(1, campaign)
                .getResultList();
        return rows.stream().findFirst().map(CutLines::line);
    }

    /** The ties that a line was drawn from, the poorest first. */
    public List<ScoreTie> listTies(UUID campaign, int version) {
        List<Tuple> rows = database.createNativeQuery(TIES, Tuple.class)
                .setParameter(1, campaign)
                .setParameter(2, version)
                .getResultList();
        return rows.stream()
                .map(row -> new ScoreTie(
                        row.get(0, Integer.class),
                        row.get(1, Integer.class),
                        row.get(2, Long.class),
                        row.get(3, Integer.class),
                        row.get(4, Long.class)))
                .toList();
    }

    /** Every assessed household that is not vetoed. */
    Candidates candidates(UUID campaign) {
        Candidates.Builder builder = Candidates.builder();
        try (Stream<Tuple> rows = database.createNativeQuery(CANDIDATES, Tuple.class)
                .setParameter(1, campaign)
                .getResultStream()) {
            rows.forEach(
                    row -> builder.add(row.get(0, UUID.class), row.get(1, Integer.class), row.get(2, Integer.class)));
        }
        return builder.build();
    }

    void keep(Campaign campaign, FixedLine line, String direction) {
        database.createNativeMutationQuery(INSERT)
                .setParameter("campaign", campaign.id())
                .setParameter("version", line.version())
                .setParameter("county", campaign.county())
                .setParameter("origin", line.origin().name())
                .setParameter("score", line.score())
                .setParameter("quota", line.quotaPersons())
                .setParameter("households", line.households())
                .setParameter("persons", line.persons())
                .setParameter("nextScore", line.nextScore(), Integer.class)
                .setParameter("nextHouseholds", line.nextHouseholds(), Integer.class)
                .setParameter("nextPersons", line.nextPersons(), Long.class)
                .setParameter("scorecard", line.scorecard())
                .setParameter("vetoList", line.vetoList())
                .setParameter("method", line.method())
                .setParameter("document", line.documentNumber(), String.class)
                .setParameter("by", line.setBy())
                .setParameter("name", line.setByName())
                .setParameter("at", line.setAt())
                .executeUpdate();
        database.createNativeMutationQuery(INSERT_TIES.replace("{order}", direction))
                .setParameter(1, campaign.id())
                .setParameter(2, line.version())
                .executeUpdate();
    }

    private static FixedLine line(Tuple row) {
        return new FixedLine(
                row.get("version", Integer.class),
                Origin.valueOf(row.get("origin", String.class)),
                row.get("score", Integer.class),
                row.get("quota_persons", Integer.class),
                row.get("households", Integer.class),
                row.get("persons", Long.class),
                row.get("next_score", Integer.class),
                row.get("next_households", Integer.class),
                row.get("next_persons", Long.class),
                row.get("scorecard", String.class),
                row.get("veto_list", String.class),
                row.get("method", String.class),
                row.get("document_number", String.class),
                row.get("set_by", String.class),
                row.get("set_by_name", String.class),
                row.get("set_at", Instant.class));
    }
}
