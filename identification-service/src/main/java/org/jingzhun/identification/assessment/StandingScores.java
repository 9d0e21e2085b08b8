package org.jingzhun.identification.assessment;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jingzhun.chassis.query.Database;
import org.jingzhun.identification.scorecard.scoring.AnswerSheet;

/** The scores of visits by all scorings of their campaigns; those that are not in force any more stay as they were. */
@ApplicationScoped
public class StandingScores {

    /** The answers of a scoring are those that were recorded when the next came into force. */
    private static final String OF_ASSESSMENT = """
            select g.id, g.number, g.scorecard, s.score, g.reason, g.document_number, g.ordered_name, g.in_force_since,
                   c.scoring_id = g.id as in_force,
                   coalesce(v.answers_low, a.answers_low) as low, coalesce(v.answers_high, a.answers_high) as high
            from assessment a
            join campaign_scorecard c on c.campaign_id = a.campaign_id
            join scoring g on g.campaign_id = a.campaign_id and g.in_force_since is not null
            join score s on s.scoring_id = g.id and s.assessment_id = a.id
            left join scoring next on next.former = g.id
            left join lateral (
              select answers_low, answers_high from assessment_version
              where assessment_id = a.id and recorded_at > next.in_force_since order by revision limit 1) v on true
            where a.id = ? order by g.in_force_since, g.number
            """;

    private final Database database;

    StandingScores(Database database) {
        this.database = database;
    }

    /** Those of one visit, the first first. */
    public List<StandingScore> listOf(UUID assessment) {
        return database.list(OF_ASSESSMENT, StandingScores::score, assessment);
    }

    private static StandingScore score(ResultSet row) throws SQLException {
        return new StandingScore(
                row.getObject("id", UUID.class),
                row.getInt("number"),
                new AnswerSheet(row.getString("scorecard"), row.getLong("low"), row.getLong("high")),
                row.getInt("score"),
                row.getString("reason"),
                row.getString("document_number"),
                row.getString("ordered_name"),
                row.getObject("in_force_since", OffsetDateTime.class).toInstant(),
                row.getBoolean("in_force"));
    }
}
