package org.jingzhun.identification.assessment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.hibernate.Session;
import org.jingzhun.identification.scorecard.scoring.AnswerSheet;

/** The scores that appraisals have changed, in the order in which they did. */
@ApplicationScoped
public class ScoreChanges {

    private static final String SELECT = """
            select round_id, gate, household_id, assessment_id, scorecard, score_before, score_after, points,
                   answers_low, answers_high, reason, taken_by, taken_name, taken_at
            from score_change where {where} order by taken_at, gate, household_id
            """;
    private static final String INSERT = """
            insert into score_change (round_id, gate, household_id, village_code, assessment_id, scorecard, score_before,
              score_after, points, answers_low, answers_high, reason, taken_by, taken_name, taken_at)
            values (:round, :gate, :household, :village, :assessment, :scorecard, :before, :after, :points, :low, :high,
              :reason, :by, :name, :at)
            """;

    /**
     * A query of what the changes of each assessment come to: {@code assessment_id}, {@code low} and {@code high} of the
     * sheet that counts (null when none was answered anew) and the {@code points} of all adjustments.
     *
     * @param condition on {@code score_change s}
     */
    public static String inForce(String condition) {
        return """
                select s.assessment_id, sum(s.points) as points,
                       (array_agg(s.answers_low order by s.taken_at desc, s.gate desc)
                          filter (where s.answers_low is not null))[1] as low,
                       (array_agg(s.answers_high order by s.taken_at desc, s.gate desc)
                          filter (where s.answers_low is not null))[1] as high
                from score_change s where\s""" + condition + " group by s.assessment_id";
    }

    private final Session database;

    ScoreChanges(Session database) {
        this.database = database;
    }

    public List<ScoreChange> listOfAssessment(UUID assessment) {
        return list("assessment_id = ?1", assessment);
    }

    public List<ScoreChange> listOfRound(UUID round) {
        return list("round_id = ?1", round);
    }

    private List<ScoreChange> list(String where, UUID id) {
        List<Tuple> rows = database.createNativeQuery(SELECT.replace("{where}", where), Tuple.class)
                .setParameter(1, id)
                .getResultList();
        return rows.stream().map(ScoreChanges::change).toList();
    }

    void keep(ScoreChange change, long village) {
        AnswerSheet answers = change.answers();
        database.createNativeMutationQuery(INSERT)
                .setParameter("round", change.roundId())
                .setParameter("gate", change.gate())
                .setParameter("household", change.householdId())
                .setParameter("village", village)
                .setParameter("assessment", change.assessmentId())
                .setParameter("scorecard", change.scorecard())
                .setParameter("before", change.before())
                .setParameter("after", change.after())
                .setParameter("points", change.points(), Integer.class)
                .setParameter("low", answers == null ? null : answers.low(), Long.class)
                .setParameter("high", answers == null ? null : answers.high(), Long.class)
                .setParameter("reason", change.reason())
                .setParameter("by", change.takenBy())
                .setParameter("name", change.takenName())
                .setParameter("at", change.takenAt())
                .executeUpdate();
    }

    private static ScoreChange change(Tuple row) {
        Long low = row.get("answers_low", Long.class);
        Long high = row.get("answers_high", Long.class);
        String scorecard = row.get("scorecard", String.class);
        return new ScoreChange(
                row.get("round_id", UUID.class),
                row.get("gate", String.class),
                row.get("household_id", UUID.class),
                row.get("assessment_id", UUID.class),
                scorecard,
                row.get("score_before", Integer.class),
                row.get("score_after", Integer.class),
                row.get("points", Integer.class),
                low == null || high == null ? null : new AnswerSheet(scorecard, low, high),
                row.get("reason", String.class),
                row.get("taken_by", String.class),
                row.get("taken_name", String.class),
                row.get("taken_at", Instant.class));
    }
}
