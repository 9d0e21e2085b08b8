package org.jingzhun.identification.assessment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jingzhun.chassis.caller.CurrentCaller;
import org.jingzhun.identification.scorecard.PublishedScorecard;
import org.jingzhun.identification.scorecard.Scorecards;
import org.jingzhun.identification.scorecard.scoring.AnswerSheet;
import org.jingzhun.identification.scorecard.scoring.Difference;
import org.jingzhun.identification.scorecard.scoring.Reading;
import org.jingzhun.identification.scorecard.scoring.ScoreTable;
import org.jingzhun.identification.scorecard.scoring.Scorecard;

/** Changes scores as the minutes of an appraisal say (评议调分). */
@ApplicationScoped
public class Appraising {

    private final Assessments assessments;
    private final ScoreChanges changes;
    private final Scorecards scorecards;
    private final CampaignScorecards campaignScorecards;
    private final CurrentCaller caller;

    Appraising(
            Assessments assessments,
            ScoreChanges changes,
            Scorecards scorecards,
            CampaignScorecards campaignScorecards,
            CurrentCaller caller) {
        this.assessments = assessments;
        this.changes = changes;
        this.scorecards = scorecards;
        this.campaignScorecards = campaignScorecards;
        this.caller = caller;
    }

    /** Where and when it was decided. */
    public record Appraisal(UUID roundId, String gate, UUID campaignId, long villageCode, Instant at) {}

    /**
     * Changes the scores that count.
     *
     * @param wanted a few hundred at most, each household once
     * @throws AssessmentRefusal.InvalidChange when one cannot be made; then none is
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public void change(Appraisal appraisal, List<ScoreChange.Wanted> wanted) {
        Map<UUID, Assessment> counting = assessments
                .listCounting(
                        appraisal.campaignId(),
                        wanted.stream().map(ScoreChange.Wanted::householdId).toList())
                .stream()
                .filter(assessment -> assessment.villageCode() == appraisal.villageCode())
                .collect(Collectors.toMap(assessment -> assessment.visit().householdId(), Function.identity()));
        PublishedScorecard scorecard = scorecards.get(campaignScorecards.inForce(appraisal.campaignId()));
        for (int place = 0; place < wanted.size(); place++) {
            ScoreChange.Wanted each = wanted.get(place);
            Assessment assessment = counting.remove(each.householdId());
            if (assessment == null) {
                throw new AssessmentRefusal.InvalidChange("score-change-unassessed", pointer(place, "householdId"));
            }
            ScoreChange change = changed(appraisal, scorecard, assessment, each, place);
            assessment.appraise(change.after());
            changes.keep(change, appraisal.villageCode());
        }
        assessments.flush();
    }

    private ScoreChange changed(
            Appraisal appraisal,
            PublishedScorecard scorecard,
            Assessment assessment,
            ScoreChange.Wanted wanted,
            int place) {
        Integer points = wanted.points();
        AnswerSheet now = points == null ? answered(scorecard, assessment, wanted, place) : null;
        int gain = now == null ? points == null ? 0 : points : gain(scorecard.table(), current(assessment), now);
        int after = assessment.counted() + gain;
        if (gain == 0) {
            throw new AssessmentRefusal.InvalidChange("score-change-without-effect", pointer(place, "householdId"));
        }
        if (after < 0 || after > scorecard.card().maxPoints()) {
            throw new AssessmentRefusal.InvalidChange("score-change-out-of-range", pointer(place, "points"));
        }
        return new ScoreChange(
                appraisal.roundId(),
                appraisal.gate(),
                wanted.householdId(),
                assessment.id(),
                scorecard.version(),
                assessment.counted(),
                after,
                points,
                now,
                wanted.reason(),
                caller.get().subject(),
                caller.get().name(),
                appraisal.at());
    }

    /** The sheet with the categories that were answered anew. */
    private AnswerSheet answered(
            PublishedScorecard scorecard, Assessment assessment, ScoreChange.Wanted wanted, int place) {
        Map<String, List<String>> answers = new HashMap<>(ScoreTable.write(scorecard.card(), current(assessment)));
        answers.putAll(wanted.answers());
        return switch (scorecard.table().read(scorecard.version(), answers)) {
            case Reading.Read(AnswerSheet sheet) -> sheet;
            case Reading.Faulty(var faults) ->
                throw new AssessmentRefusal.InvalidChange(
                        faults.getFirst().code(),
                        pointer(place, "answers"),
                        faults.getFirst().args());
        };
    }

    /** The answers that count: those of the visit, or what an earlier appraisal made of them. */
    private AnswerSheet current(Assessment assessment) {
        AnswerSheet sheet = assessment.answers();
        for (ScoreChange change : changes.listOfAssessment(assessment.id())) {
            AnswerSheet changed = change.answers();
            sheet = changed == null ? sheet : changed;
        }
        return sheet;
    }

    /** A change with the items that were answered otherwise; none for an adjustment. */
    public record Explained(ScoreChange change, List<Difference.ItemChange> items) {}

    /** The changes of a visit's score, item by item, the oldest first. */
    public List<Explained> explain(Assessment assessment) {
        List<Explained> explained = new ArrayList<>();
        AnswerSheet sheet = assessment.answers();
        for (ScoreChange change : changes.listOfAssessment(assessment.id())) {
            AnswerSheet now = change.answers();
            sheet = sheet.readBy(change.scorecard());
            Scorecard card = scorecards.get(change.scorecard()).card();
            explained.add(new Explained(
                    change,
                    now == null
                            ? List.of()
                            : Difference.between(card, sheet, card, now).categories().stream()
                                    .flatMap(category -> category.items().stream())
                                    .toList()));
            sheet = now == null ? sheet : now;
        }
        return explained;
    }

    private static int gain(ScoreTable table, AnswerSheet before, AnswerSheet after) {
        return table.score(after.low(), after.high()) - table.score(before.low(), before.high());
    }

    /**
     * Makes the changes of one visit anew.
     *
     * @param visited the answers, as a sheet of the card by which they are scored now
     * @param score by that card
     * @param made the changes of the assessment, the oldest first
     * @return where they do not follow from the visit and from one another; none when all do
     */
    public List<String> verify(AnswerSheet visited, int score, int counted, List<ScoreChange> made) {
        ScoreTable table = scorecards.get(visited.scorecard()).table();
        List<String> faults = new ArrayList<>();
        AnswerSheet sheet = visited;
        int running = score;
        for (ScoreChange change : made) {
            Integer points = change.points();
            AnswerSheet now = change.answers();
            int gain = now == null ? points == null ? 0 : points : gain(table, sheet, now);
            if (change.before() != running || change.after() != running + gain) {
                faults.add("%s: %d to %d is stored, %d to %d follows"
                        .formatted(change.gate(), change.before(), change.after(), running, running + gain));
            }
            running += gain;
            sheet = now == null ? sheet : now;
        }
        if (running != counted) {
            faults.add("score: %d is stored, %d follows".formatted(counted, running));
        }
        return faults;
    }

    private static String pointer(int place, String field) {
        return "/minutes/changes/%d/%s".formatted(place, field);
    }
}
