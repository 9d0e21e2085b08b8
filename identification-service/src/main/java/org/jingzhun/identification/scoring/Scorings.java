package org.jingzhun.identification.scoring;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jingzhun.chassis.caller.Caller;
import org.jingzhun.chassis.http.Cursor;
import org.jingzhun.chassis.http.Problem;
import org.jingzhun.chassis.http.Slice;
import org.jingzhun.chassis.query.Database;
import org.jingzhun.identification.campaign.Campaign;
import org.jingzhun.identification.division.DivisionCode;
import org.jspecify.annotations.Nullable;

/** The scorings of campaigns that the caller has asked for before, and what they changed. */
@ApplicationScoped
public class Scorings {

    private static final UUID BEFORE_ALL = new UUID(0, 0);
    private static final String SELECT = """
            select g.id, g.campaign_id, g.number, g.scorecard, g.former, g.reason, g.document_number, g.ordered_name,
                   g.ordered_at, g.visits, g.changed, g.in_force_since, c.scoring_id = g.id as in_force
            from scoring g join campaign_scorecard c on c.campaign_id = g.campaign_id
            where\s""";
    private static final String CHANGES = """
            select after.assessment_id, after.household_id, after.village_code, a.round, before.score as before,
                   after.score as after
            from score after
            join score before on before.scoring_id = ? and before.assessment_id = after.assessment_id
              and before.score <> after.score
            join assessment a on a.id = after.assessment_id
            where after.scoring_id = ? and after.assessment_id > ? order by after.assessment_id limit ?
            """;
    private static final String INSERT = """
            insert into scoring (id, campaign_id, number, scorecard, reason, document_number, ordered_by, ordered_name,
                                 ordered_at)
            select ?, ?, max(number) + 1, ?, ?, ?, ?, ?, ? from scoring where campaign_id = ?
            """;

    /** What is not announced and not appraised may still be scored anew. */
    private static final String DECIDED = """
            select village_code from round where campaign_id = ? and stage not in ('ROSTER', 'VISITED')
            order by village_code
            """;

    private final Database database;

    Scorings(Database database) {
        this.database = database;
    }

    /** A visit whose score is another one than by the former scoring. */
    @Schema(name = "ScoringChange")
    public record ScoringChange(
            UUID assessmentId,
            UUID householdId,
            String villageCode,
            String round,
            int before,

            @Schema(description = "As it counts now, or did when the next scoring came into force.")
            int after) {}

    @Transactional
    public Slice<CampaignScoring> list(Campaign campaign, @Nullable Cursor after, int limit) {
        long behind = after == null ? 0 : after.number(0);
        return Slice.of(
                database.list(
                        SELECT + "g.campaign_id = ? and g.number > ? order by g.number limit ?",
                        Scorings::scoring,
                        campaign.id(),
                        behind,
                        limit + 1),
                limit,
                last -> Cursor.of(last.number()));
    }

    /** @throws org.jingzhun.chassis.http.ProblemException 404 */
    @Transactional
    public CampaignScoring get(UUID id) {
        return database.find(SELECT + "g.id = ?", Scorings::scoring, id)
                .orElseThrow(() -> Problem.of(404, "not-found").asException());
    }

    /** What a scoring changed in the caller's area; nothing while it is not in force. */
    @Transactional
    public Slice<ScoringChange> listChanges(CampaignScoring scoring, @Nullable Cursor after, int limit) {
        return Slice.of(
                database.list(
                        CHANGES,
                        row -> new ScoringChange(
                                row.getObject("assessment_id", UUID.class),
                                row.getObject("household_id", UUID.class),
                                DivisionCode.text(row.getLong("village_code")),
                                row.getString("round"),
                                row.getInt("before"),
                                row.getInt("after")),
                        scoring.former() == null ? BEFORE_ALL : scoring.former(),
                        scoring.id(),
                        after == null ? BEFORE_ALL : after.id(0),
                        limit + 1),
                limit,
                last -> Cursor.of(last.assessmentId()));
    }

    /** Codes of the villages whose scores stay what they are. */
    List<String> decidedVillages(UUID campaign) {
        return database.list(DECIDED, row -> DivisionCode.text(row.getLong(1)), campaign);
    }

    void add(UUID id, UUID campaign, Scoring.Order order, Caller by, Instant at) {
        database.execute(
                INSERT,
                id,
                campaign,
                order.scorecard(),
                order.reason(),
                order.documentNumber(),
                by.subject(),
                by.name(),
                at,
                campaign);
    }

    /** Holds gates, line and visits of a campaign until the transaction ends; in the order in which a gate takes them. */
    void hold(UUID campaign) {
        database.list(
                "select 1 from round where campaign_id = ? order by id for update", row -> row.getInt(1), campaign);
        database.list("select 1 from campaign where id = ? for update", row -> row.getInt(1), campaign);
        database.list(
                "select 1 from campaign_scorecard where campaign_id = ? for update", row -> row.getInt(1), campaign);
    }

    UUID inForce(UUID campaign) {
        return database.find(
                        "select scoring_id from campaign_scorecard where campaign_id = ?",
                        row -> row.getObject(1, UUID.class),
                        campaign)
                .orElseThrow();
    }

    /** Townships of the county, by their lowest codes. */
    List<Long> townships(Campaign campaign) {
        return database.list(
                "select code from division where level = 'TOWNSHIP' and code between ? and ? order by code",
                row -> row.getLong(1),
                campaign.county(),
                campaign.countyEnd());
    }

    /** The campaign goes on with the scores of this scoring. */
    void putInForce(CampaignScoring scoring, UUID former, int visits, int changed, Instant at) {
        database.execute(
                "update scoring set former = ?, visits = ?, changed = ?, in_force_since = ? where id = ?",
                former,
                visits,
                changed,
                at,
                scoring.id());
        database.execute(
                "update campaign_scorecard set scorecard = ?, scoring_id = ? where campaign_id = ?",
                scoring.scorecard(),
                scoring.id(),
                scoring.campaignId());
        database.execute("update campaign set revision = revision + 1 where id = ?", scoring.campaignId());
    }

    /** Drops what a run left that did not come to its end. */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    void drop(UUID scoring) {
        database.execute("delete from score where scoring_id = ?", scoring);
    }

    private static CampaignScoring scoring(ResultSet row) throws SQLException {
        return new CampaignScoring(
                row.getObject("id", UUID.class),
                row.getObject("campaign_id", UUID.class),
                row.getInt("number"),
                row.getString("scorecard"),
                row.getObject("former", UUID.class),
                row.getString("reason"),
                row.getString("document_number"),
                row.getString("ordered_name"),
                instant(row, "ordered_at"),
                row.getObject("visits", Integer.class),
                row.getObject("changed", Integer.class),
                instant(row, "in_force_since"),
                row.getBoolean("in_force"));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }
}
