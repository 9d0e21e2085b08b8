package org.jingzhun.identification.assessment;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jingzhun.chassis.bulk.CellType;
import org.jingzhun.chassis.bulk.Check;
import org.jingzhun.chassis.bulk.Field;
import org.jingzhun.chassis.bulk.FreshLines;
import org.jingzhun.chassis.bulk.ImportKind;
import org.jingzhun.chassis.bulk.ImportParameters;
import org.jingzhun.chassis.bulk.Lines;
import org.jingzhun.chassis.bulk.Merged;
import org.jingzhun.chassis.bulk.Row;
import org.jingzhun.chassis.bulk.RowCheck;
import org.jingzhun.chassis.bulk.RowFormat;
import org.jingzhun.chassis.bulk.Upsert;
import org.jingzhun.chassis.caller.CurrentCaller;
import org.jingzhun.chassis.http.Problem;
import org.jingzhun.identification.access.Role;
import org.jingzhun.identification.scorecard.PublishedScorecard;
import org.jingzhun.identification.scorecard.Scorecards;

/**
 * Import of assessments. The parameter {@code scorecard} tells which form was answered; without it {@value #USUAL}. The
 * answers become 16 bytes and a score while they stream in; a row that names another scorecard is rejected, and so is one
 * that alters a recorded assessment without saying who changed the form and why.
 */
@ApplicationScoped
public class AssessmentImport implements ImportKind {

    private static final String USUAL = "GX-2015";
    private static final String STAGING = "staged_assessment";
    private static final Field<UUID> ID = Field.uuid("id");
    private static final Field<UUID> HOUSEHOLD_ID = Field.uuid("householdId");
    private static final Field<UUID> CAMPAIGN_ID = Field.uuid("campaignId");
    private static final Field<Round> ROUND = Field.enumeration("round", Round.class);
    private static final Field<LocalDate> VISITED_ON = Field.date("visitedOn");
    private static final Field<List<String>> ASSESSORS =
            Field.texts("assessors", Visit.FEWEST_ASSESSORS, Visit.MOST_ASSESSORS, Visit.LONGEST_NAME);
    private static final Field<String> SIGNED_BY = Field.text("signedBy", Visit.LONGEST_NAME);
    private static final Field<Cause> MAIN_CAUSE = Field.enumeration("mainCause", Cause.class);
    private static final Field<List<Cause>> OTHER_CAUSES = Field.enumerations(
                    "otherCauses", Cause.class, 0, Visit.MOST_OTHER_CAUSES)
            .optional()
            .notStaged();
    private static final Field<String> SCORECARD =
            Field.text("scorecard", Visit.LONGEST_NAME).optional().notStaged();

    private static final Field<String> ALTERATION_REASON =
            Field.text("alterationReason", 500).optional();
    private static final Field<String> ALTERED_BY =
            Field.text("alteredBy", Visit.LONGEST_NAME).optional();
    private static final Field<String> FINGERPRINT = Field.text(
                    "fingerprint", Pattern.compile("[0-9a-f]{64}"), "64 hexadecimal digits of a SHA-256")
            .optional();

    /** Whether the known assessment {@code a} says something else than the row. */
    private static final String DIFFERS = """
            (a.scorecard, a.answers_low, a.answers_high, a.visited_on, a.assessors, a.signed_by, a.main_cause, a.other_causes)
              is distinct from
            (s.scorecard, s.answers_low, s.answers_high, s.visited_on, s.assessors, s.signed_by, s.main_cause, s.other_causes)
            """;

    private static final String KEEP_ALTERED =
            Alterations.KEEP.replace("{from}", """
            s.alteration_reason, s.altered_by, s.fingerprint, ?, ?, ?
            from staged_assessment s join assessment a on a.id = s.id
            where s.alteration_reason is not null and %s and %s
            """.formatted(Lines.CONDITION, DIFFERS));

    private static final String SETTLE_SCORECARDS = """
            insert into campaign_scorecard (campaign_id, scorecard)
            select distinct s.campaign_id, s.scorecard from staged_assessment s where %s
            on conflict do nothing
            """.formatted(Lines.CONDITION);

    private static final Upsert MERGE = Upsert.into("assessment")
            .key("id")
            .column("household_id", "h.id")
            .column("village_code", "h.village_code")
            .columns("campaign_id", "round", "scorecard", "answers_low", "answers_high", "score", "visited_on")
            .columns("assessors", "signed_by", "main_cause", "other_causes")
            .from(STAGING, "join household h on h.id = s.household_id")
            .onUpdate("revision = assessment.revision + 1")
            .build();

    private static final Check UNKNOWN_HOUSEHOLD = new Check(
            "/householdId",
            "unknown-household",
            "not exists (select from household h where h.id = s.household_id)",
            List.of("s.household_id::text"));

    private static final Check SCORECARD_ELSEWHERE = new Check(
            "/householdId",
            "scorecard-elsewhere",
            "exists (select from household h join scorecard c on c.version = s.scorecard"
                    + " where h.id = s.household_id"
                    + " and h.village_code not between c.division_from and c.division_to)",
            List.of("s.scorecard"));

    /** Who assessed a household on its other visit, in what is stored. */
    private static final String SAME_AS_STORED = """
            exists (select from assessment a
              where a.campaign_id = s.campaign_id and a.household_id = s.household_id
                and a.round <> s.round and a.assessors && s.assessors)""";

    /** Who assessed a household on its other visit, in the same file. */
    private static final String SAME_AS_STAGED = """
            s.round = 'SECOND_VISIT' and (s.import_id, s.line) in (
              select later.import_id, later.line
              from staged_assessment earlier
              join staged_assessment later using (import_id, campaign_id, household_id)
              where earlier.round = 'FIRST_VISIT' and later.round = 'SECOND_VISIT'
                and earlier.assessors && later.assessors)""";

    private final Scorecards scorecards;
    private final CurrentCaller caller;
    private final Clock clock;

    AssessmentImport(Scorecards scorecards, CurrentCaller caller, Clock clock) {
        this.scorecards = scorecards;
        this.caller = caller;
        this.clock = clock;
    }

    @Override
    public String kind() {
        return "assessments";
    }

    @Override
    public Set<String> roles() {
        return Set.of(Role.SURVEYOR, Role.COUNTY_OFFICER, Role.REGION_OFFICER, Role.SYSTEM);
    }

    @Override
    public RowFormat format(ImportParameters parameters) {
        String version = parameters.find("scorecard").orElse(USUAL);
        PublishedScorecard scorecard = scorecards
                .find(version)
                .orElseThrow(() -> Problem.of(422, "no-scorecard", version, "").asException());
        Field<ScoredSheet> answers =
                Field.of("answers", new AnswersType(scorecard.table())).notStaged();
        return RowFormat.stagedIn(STAGING)
                .fields(ID, HOUSEHOLD_ID, CAMPAIGN_ID, ROUND, VISITED_ON, ASSESSORS, SIGNED_BY, MAIN_CAUSE)
                .fields(ALTERATION_REASON, ALTERED_BY, FINGERPRINT)
                .fields(OTHER_CAUSES, SCORECARD, answers)
                .ofYearOf(VISITED_ON)
                .computed("other_causes", CellType.TEXTS, row -> otherCauses(row))
                .computed("scorecard", CellType.TEXT, row -> version)
                .computed("answers_low", CellType.BIGINT, row -> row.get(answers)
                        .sheet()
                        .low())
                .computed("answers_high", CellType.BIGINT, row -> row.get(answers)
                        .sheet()
                        .high())
                .computed("score", CellType.INTEGER, row -> row.get(answers).score())
                .check((row, verdict) -> check(scorecard, row, verdict))
                .build();
    }

    private static List<String> otherCauses(Row row) {
        List<Cause> causes = row.find(OTHER_CAUSES);
        return causes == null ? List.of() : causes.stream().map(Cause::name).toList();
    }

    private static void check(PublishedScorecard scorecard, Row row, RowCheck.Verdict verdict) {
        String named = row.find(SCORECARD);
        if (named != null && !named.equals(scorecard.version())) {
            verdict.reject(SCORECARD.pointer(), "other-scorecard", scorecard.version(), named);
        }
        LocalDate visitedOn = row.get(VISITED_ON);
        if (!scorecard.takesAnswersOn(visitedOn)) {
            verdict.reject(VISITED_ON.pointer(), "no-scorecard", scorecard.version(), visitedOn);
        }
        if (!Visit.areDifferent(row.get(ASSESSORS))) {
            verdict.reject(ASSESSORS.pointer(), "too-few-assessors");
        }
        boolean explained = row.find(ALTERATION_REASON) != null;
        if ((row.find(ALTERED_BY) != null) != explained || (row.find(FINGERPRINT) != null) != explained) {
            verdict.reject(ALTERATION_REASON.pointer(), "alteration-unexplained");
        }
        List<Cause> others = row.find(OTHER_CAUSES);
        if (others != null && others.contains(row.get(MAIN_CAUSE))) {
            verdict.reject(OTHER_CAUSES.pointer(), "causes-not-different");
        }
    }

    @Override
    public List<Check> checks() {
        return List.of(
                Check.unrepeated("/id", STAGING, "id"),
                Check.unrepeated("/householdId", STAGING, "campaign_id", "household_id", "round"),
                UNKNOWN_HOUSEHOLD,
                SCORECARD_ELSEWHERE,
                new Check(
                        "/visitedOn",
                        "visit-out-of-time",
                        "s.visited_on not between c.visits_from and c.visits_until",
                        List.of("c.visits_from::text", "c.visits_until::text"),
                        "join campaign c on c.id = s.campaign_id"),
                new Check(
                        "/campaignId",
                        "other-scorecard",
                        "exists (select from campaign_scorecard c"
                                + " where c.campaign_id = s.campaign_id and c.scorecard <> s.scorecard)",
                        List.of(
                                "(select c.scorecard from campaign_scorecard c where c.campaign_id = s.campaign_id)",
                                "s.scorecard")),
                Check.that("/id", "id-taken", """
                        exists (select from assessment a where a.id = s.id
                          and (a.campaign_id, a.household_id, a.round)
                              is distinct from (s.campaign_id, s.household_id, s.round))"""),
                Check.that("/alterationReason", "alteration-unexplained", """
                        s.alteration_reason is null
                        and exists (select from assessment a where a.id = s.id and %s)""".formatted(DIFFERS)),
                Check.that("/id", "score-appraised", """
                        exists (select from assessment a
                          where a.id = s.id and a.appraised_score is not null and %s)""".formatted(DIFFERS)),
                Check.that("/id", "list-decided", """
                        exists (select from assessment a
                          join round r on r.campaign_id = a.campaign_id and r.village_code = a.village_code
                          where a.id = s.id and r.stage in ('REREVIEWED', 'ANNOUNCED') and %s)""".formatted(DIFFERS)),
                Check.that("/round", "visit-recorded", """
                        exists (select from assessment a
                          where a.campaign_id = s.campaign_id and a.household_id = s.household_id
                            and a.round = s.round and a.id <> s.id)"""),
                Check.that("/assessors", "same-assessors", SAME_AS_STORED + " or " + SAME_AS_STAGED));
    }

    @Override
    public Optional<FreshLines> fresh() {
        return Optional.of(new FreshAssessments());
    }

    /**
     * Assessments of which none is recorded. The table itself allows an id and a visit of a household once, and no scorecard
     * but that of the campaign.
     */
    private static final class FreshAssessments implements FreshLines {

        /** Unknown households are looked for before a scorecard is settled. */
        @Override
        public List<Check> checks() {
            return List.of(
                    UNKNOWN_HOUSEHOLD,
                    SCORECARD_ELSEWHERE,
                    Check.that("/assessors", "same-assessors", SAME_AS_STORED),
                    Check.that("/assessors", "same-assessors", SAME_AS_STAGED));
        }

        /** The first lines settle the scorecards of all campaigns in the file, so that later chunks wait for none. */
        @Override
        public long insert(Connection connection, Lines lines) throws SQLException {
            settleScorecards(connection, lines.from() == 1 ? lines.withAllBehind() : lines);
            return MERGE.insert(connection, lines);
        }

        @Override
        public void afterInsert(Connection connection, Lines lines) {
            // Nothing is published of assessments.
        }
    }

    @Override
    public List<String> fills() {
        return List.of("assessment");
    }

    @Override
    public Merged merge(Connection connection, Lines lines) throws SQLException {
        settleScorecards(connection, lines);
        keepAltered(connection, lines);
        return MERGE.run(connection, lines);
    }

    private static void settleScorecards(Connection connection, Lines lines) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(SETTLE_SCORECARDS)) {
            lines.bind(statement, 1);
            statement.executeUpdate();
        }
    }

    /** What rows alter is kept; nothing is looked for when no row says why it alters. */
    private void keepAltered(Connection connection, Lines lines) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(KEEP_ALTERED)) {
            statement.setString(1, caller.get().subject());
            statement.setString(2, caller.get().name());
            statement.setObject(3, clock.instant().atOffset(ZoneOffset.UTC));
            lines.bind(statement, 4);
            statement.executeUpdate();
        }
    }
}
