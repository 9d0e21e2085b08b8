package org.jingzhun.identification.assessment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.PersistenceException;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.hibernate.exception.ConstraintViolationException;
import org.jingzhun.chassis.audit.Audit;
import org.jingzhun.chassis.audit.AuditEntry;
import org.jingzhun.chassis.caller.CurrentCaller;
import org.jingzhun.chassis.http.Revisions;
import org.jingzhun.identification.household.Household;
import org.jingzhun.identification.household.Households;
import org.jingzhun.identification.scorecard.PublishedScorecard;
import org.jingzhun.identification.scorecard.Scorecards;
import org.jingzhun.identification.scorecard.scoring.AnswerFault;
import org.jingzhun.identification.scorecard.scoring.AnswerSheet;
import org.jingzhun.identification.scorecard.scoring.Difference;
import org.jingzhun.identification.scorecard.scoring.Reading;
import org.jingzhun.identification.scorecard.scoring.Score;
import org.jingzhun.identification.scorecard.scoring.Scorecard;
import org.jingzhun.identification.scorecard.scoring.Scoring;
import org.jingzhun.identification.scorecard.scoring.Translation;
import org.jspecify.annotations.Nullable;

/** Scores the answers of a visit and stores them (逐户打分). */
@ApplicationScoped
public class Assessing {

    private final Assessments assessments;
    private final Households households;
    private final Scorecards scorecards;
    private final CampaignScorecards campaignScorecards;
    private final Alterations alterations;
    private final CurrentCaller caller;
    private final Audit audit;
    private final Clock clock;

    Assessing(
            Assessments assessments,
            Households households,
            Scorecards scorecards,
            CampaignScorecards campaignScorecards,
            Alterations alterations,
            CurrentCaller caller,
            Audit audit,
            Clock clock) {
        this.assessments = assessments;
        this.households = households;
        this.scorecards = scorecards;
        this.campaignScorecards = campaignScorecards;
        this.alterations = alterations;
        this.caller = caller;
        this.audit = audit;
        this.clock = clock;
    }

    /** What came of it. */
    public record Assessed(Assessment assessment, Score score, boolean isNew) {}

    /**
     * Records a visit under an id that the client chose, in place of what was recorded.
     *
     * @param version scorecard that was answered; null for the one that is in force on the day of the visit
     * @param answers by category the items that hold
     * @param alteration who changed a recorded form and why; needed when the assessment is known and says something else
     * @param ifMatch the revision that the client has seen; needed when the assessment is known
     * @throws AssessmentRefusal when the domain says no
     */
    @Transactional
    public Assessed assess(
            UUID id,
            Visit visit,
            @Nullable String version,
            Map<String, List<String>> answers,
            @Nullable Alteration alteration,
            @Nullable String ifMatch) {
        Household household = households
                .findByIdOptional(visit.householdId())
                .orElseThrow(() -> new AssessmentRefusal.UnknownHousehold(visit.householdId()));
        requireTime(visit);
        PublishedScorecard scorecard = scorecardFor(visit, household.villageCode(), version);
        AnswerSheet sheet =
                switch (scorecard.table().read(scorecard.version(), answers)) {
                    case Reading.Read(AnswerSheet read) -> read;
                    case Reading.Faulty(List<AnswerFault> faults) -> throw new AssessmentRefusal.FaultyAnswers(faults);
                };
        requireOtherPeople(id, visit);
        requireOwnIncome(visit);
        Score score = Scoring.score(scorecard.card(), sheet);
        Assessment known = assessments.findById(id);
        if (known != null) {
            if (!known.isOf(visit)) {
                throw new AssessmentRefusal.IdTaken(id);
            }
            Revisions.require(ifMatch, known.revision());
            if (known.says(visit, sheet)) {
                return new Assessed(known, score, false);
            }
        }
        if (known != null) {
            keep(known, alteration);
        }
        Assessment assessment = known == null ? new Assessment(id, visit, household.villageCode()) : known;
        assessment.record(visit, sheet, score.total());
        try {
            assessments.persistAndFlush(assessment);
        } catch (PersistenceException failure) {
            throw refusal(visit, failure);
        }
        audit.record(AuditEntry.of(known == null ? "assessment-recorded" : "assessment-changed", "assessment", id)
                .in(household.villageCode())
                .about(household.id()));
        return new Assessed(assessment, score, known == null);
    }

    private void keep(Assessment known, @Nullable Alteration alteration) {
        if (assessments.isDecided(known.visit().campaignId(), known.villageCode())) {
            throw new AssessmentRefusal.ListDecided();
        }
        if (known.isAppraised()) {
            throw new AssessmentRefusal.ScoreAppraised();
        }
        if (alteration == null) {
            throw new AssessmentRefusal.InvalidVisit("alteration-unexplained", "/alteration");
        }
        alterations.keep(known.id(), alteration, caller.get(), clock.instant());
    }

    private void requireTime(Visit visit) {
        campaignScorecards
                .findPeriod(visit.campaignId())
                .filter(period -> !period.contains(visit.visitedOn()))
                .ifPresent(period -> {
                    throw new AssessmentRefusal.VisitOutOfTime(period.from(), period.until());
                });
    }

    private void requireOwnIncome(Visit visit) {
        FiveSteps steps = visit.form().steps();
        UUID income = steps == null ? null : steps.calculate().incomeId();
        if (income != null && !assessments.isIncomeOf(income, visit.householdId())) {
            throw new AssessmentRefusal.InvalidVisit("income-of-another", "/steps/calculate/incomeId");
        }
    }

    /** The score made anew from the stored answers and the scorecard they were given for. */
    public Score recompute(Assessment assessment) {
        return recompute(assessment.answers());
    }

    /** The score of answers by the scorecard that they are a sheet of. */
    public Score recompute(AnswerSheet answers) {
        return Scoring.score(scorecards.get(answers.scorecard()).card(), answers);
    }

    /**
     * What changed between two assessments of one household, each by the scorecard it was answered for.
     *
     * @throws AssessmentRefusal.OtherHousehold when they are of two households
     */
    public Difference compare(Assessment before, Assessment after) {
        if (!before.visit().householdId().equals(after.visit().householdId())) {
            throw new AssessmentRefusal.OtherHousehold();
        }
        return compare(before.answers(), after.answers());
    }

    /** What changed between two sheets, each by its own scorecard. */
    public Difference compare(AnswerSheet before, AnswerSheet after) {
        return Difference.between(
                scorecards.get(before.scorecard()).card(),
                before,
                scorecards.get(after.scorecard()).card(),
                after);
    }

    /**
     * What another scorecard makes of the same answers; items are matched by their codes.
     *
     * @throws AssessmentRefusal when there is no such card, or it asks for what was not answered
     */
    public Difference rescore(Assessment assessment, String version) {
        Scorecard from = scorecards.get(assessment.answers().scorecard()).card();
        Scorecard to = scorecards
                .find(version)
                .orElseThrow(() -> new AssessmentRefusal.NoScorecard(
                        version, assessment.visit().visitedOn()))
                .card();
        AnswerSheet translated = Translation.of(from, to).translate(assessment.answers());
        List<AnswerFault> faults = Scoring.check(to, translated);
        if (!faults.isEmpty()) {
            throw new AssessmentRefusal.FaultyAnswers(faults);
        }
        return Difference.between(from, assessment.answers(), to, translated);
    }

    private PublishedScorecard scorecardFor(Visit visit, long village, @Nullable String version) {
        PublishedScorecard scorecard = (version == null
                        ? scorecards.findFor(visit.visitedOn(), village)
                        : scorecards.find(version))
                .filter(found -> found.takesAnswersOn(visit.visitedOn()) && found.isFor(village))
                .orElseThrow(
                        () -> new AssessmentRefusal.NoScorecard(version == null ? "" : version, visit.visitedOn()));
        String settled = campaignScorecards.settle(visit.campaignId(), scorecard.version());
        if (!settled.equals(scorecard.version())) {
            throw new AssessmentRefusal.FaultyAnswers(
                    List.of(new AnswerFault.OtherScorecard(settled, scorecard.version())));
        }
        return scorecard;
    }

    private void requireOtherPeople(UUID id, Visit visit) {
        for (Assessment other : assessments.listOf(visit.campaignId(), visit.householdId())) {
            if (other.visit().round() == visit.round()) {
                if (!other.id().equals(id)) {
                    throw new AssessmentRefusal.VisitRecorded(visit.householdId(), visit.round());
                }
            } else if (!Collections.disjoint(other.visit().assessors(), visit.assessors())) {
                throw new AssessmentRefusal.SameAssessors(visit.householdId());
            }
        }
    }

    private static RuntimeException refusal(Visit visit, PersistenceException failure) {
        return failure instanceof ConstraintViolationException violation
                        && "one_visit_a_round".equals(violation.getConstraintName())
                ? new AssessmentRefusal.VisitRecorded(visit.householdId(), visit.round())
                : failure;
    }
}
