package org.jingzhun.identification.campaign;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.hibernate.Session;
import org.jingzhun.chassis.audit.Audit;
import org.jingzhun.chassis.audit.AuditEntry;
import org.jingzhun.identification.assessment.Appraising;
import org.jingzhun.identification.assessment.Assessment;
import org.jingzhun.identification.assessment.Assessments;
import org.jingzhun.identification.assessment.ScoreChange;
import org.jingzhun.identification.assessment.ScoreChanges;
import org.jingzhun.identification.campaign.Replay.Difference;
import org.jingzhun.identification.campaign.Replay.Subject;
import org.jingzhun.identification.scorecard.Scorecards;
import org.jingzhun.identification.scorecard.scoring.AnswerSheet;
import org.jingzhun.identification.scorecard.scoring.Direction;
import org.jingzhun.identification.scorecard.scoring.ScoreTable;
import org.jspecify.annotations.Nullable;

/** Makes a round anew from its history: steps, minutes, objections, visits and changes of scores. */
@ApplicationScoped
public class Replaying {

    private static final String CANDIDATES = """
            select household_id, score, vetoed from candidate
            where assessment_id = any(array(
                select id from assessment where campaign_id = :campaign and village_code = :village))
            order by household_id
            """;
    private static final String REGISTERED = """
            select e.household_id, e.score, e.campaign_id = :campaign as here from register_entry e
            where e.village_code = :village
            """;

    private final Campaigns campaigns;
    private final Campaigning campaigning;
    private final Rounds rounds;
    private final MeetingRules meetings;
    private final Objections objections;
    private final CutLines lines;
    private final Assessments assessments;
    private final ScoreChanges changes;
    private final Appraising appraising;
    private final Scorecards scorecards;
    private final Session database;
    private final Audit audit;

    Replaying(
            Campaigns campaigns,
            Campaigning campaigning,
            Rounds rounds,
            MeetingRules meetings,
            Objections objections,
            CutLines lines,
            Assessments assessments,
            ScoreChanges changes,
            Appraising appraising,
            Scorecards scorecards,
            Session database,
            Audit audit) {
        this.campaigns = campaigns;
        this.campaigning = campaigning;
        this.rounds = rounds;
        this.meetings = meetings;
        this.objections = objections;
        this.lines = lines;
        this.assessments = assessments;
        this.changes = changes;
        this.appraising = appraising;
        this.scorecards = scorecards;
        this.database = database;
        this.audit = audit;
    }

    /** A household as its visits and the appraisals leave it. */
    private record Standing(int score, boolean vetoed) {}

    /** @throws org.jingzhun.chassis.http.ProblemException 404 */
    @Transactional
    public Replay replay(UUID roundId) {
        Round round = rounds.get(roundId);
        Campaign campaign = campaigns.get(round.campaignId());
        CutLines.@Nullable FixedLine line = lines.findLatest(campaign.id()).orElse(null);
        Course course = Course.follow(history(round, campaign, line));
        List<Difference> differences = new ArrayList<>(ofRound(round, course));
        Map<UUID, Standing> candidates = candidates(round, campaign, differences);
        if (course.stage() == Stage.ANNOUNCED && line != null) {
            register(round, campaign, line, candidates, differences);
        }
        audit.record(AuditEntry.of("round-replayed", "round", roundId)
                .in(round.villageCode())
                .with("differences", differences.size()));
        return new Replay(
                round.stage(),
                course.stage(),
                course.noticeSince(),
                course.steps(),
                course.broken(),
                course.assumed(),
                candidates.size(),
                differences);
    }

    private Course.History history(Round round, Campaign campaign, CutLines.@Nullable FixedLine line) {
        return new Course.History(
                round.id(),
                campaign.id(),
                round.villageCode(),
                campaign.noticeDays(),
                meetings.of(campaign),
                campaign.screenedAt() != null,
                line == null ? null : line.setAt(),
                rounds.listSteps(round.id()),
                objections.listOf(round.id()).stream()
                        .map(each -> new Course.ObjectionSpan(each.raisedAt(), each.resolvedAt()))
                        .toList(),
                round.documentNumber());
    }

    private static List<Difference> ofRound(Round round, Course course) {
        List<Difference> differences = new ArrayList<>();
        if (round.stage() != course.stage()) {
            differences.add(new Difference(
                    Subject.ROUND, null, round.stage().name(), course.stage().name()));
        }
        if (!Objects.equals(round.noticeSince(), course.noticeSince())) {
            differences.add(new Difference(
                    Subject.ROUND,
                    null,
                    "notice since " + round.noticeSince(),
                    "notice since " + course.noticeSince()));
        }
        return differences;
    }

    /** Scores of visits from their answers by the card in force, then the changes of the appraisals; beside what the ranking counts. */
    private Map<UUID, Standing> candidates(Round round, Campaign campaign, List<Difference> differences) {
        Map<UUID, List<ScoreChange>> made =
                changes.listOfRound(round.id()).stream().collect(Collectors.groupingBy(ScoreChange::assessmentId));
        Map<UUID, Integer> counted = new HashMap<>();
        ScoreTable table = scorecards.get(campaign.scorecard()).table();
        for (Assessment visit : assessments.listOfVillage(campaign.id(), round.villageCode())) {
            UUID household = visit.visit().householdId();
            verify(visit, household, differences);
            AnswerSheet sheet = visit.answers().readBy(campaign.scorecard());
            int score = table.score(sheet.low(), sheet.high());
            List<ScoreChange> own = made.getOrDefault(visit.id(), List.of());
            appraising
                    .verify(sheet, score, visit.counted(), own)
                    .forEach(fault ->
                            differences.add(new Difference(Subject.SCORE_CHANGE, household, fault, "as they follow")));
            counted.put(household, own.isEmpty() ? score : own.getLast().after());
        }
        Map<UUID, Standing> candidates = new HashMap<>();
        for (Tuple row : stored(CANDIDATES, round)) {
            UUID household = row.get("household_id", UUID.class);
            int replayed = Objects.requireNonNull(counted.get(household));
            int score = row.get("score", Integer.class);
            if (score != replayed) {
                differences.add(new Difference(
                        Subject.CANDIDATE, household, Integer.toString(score), Integer.toString(replayed)));
            }
            candidates.put(household, new Standing(replayed, row.get("vetoed", Boolean.class)));
        }
        return candidates;
    }

    private void verify(Assessment visit, UUID household, List<Difference> differences) {
        AnswerSheet answers = visit.answers();
        int score = scorecards.get(answers.scorecard()).table().score(answers.low(), answers.high());
        if (score != visit.score()) {
            differences.add(new Difference(
                    Subject.VISIT,
                    household,
                    "%d at the %s".formatted(visit.score(), visit.visit().round()),
                    Integer.toString(score)));
        }
    }

    /** Who is within the line is on the register, and whom this campaign has registered is within it. */
    private void register(
            Round round,
            Campaign campaign,
            CutLines.FixedLine line,
            Map<UUID, Standing> candidates,
            List<Difference> differences) {
        Map<UUID, Integer> here = new HashMap<>();
        Set<UUID> registered = new HashSet<>();
        for (Tuple row : stored(REGISTERED, round)) {
            registered.add(row.get("household_id", UUID.class));
            if (row.get("here", Boolean.class)) {
                here.put(row.get("household_id", UUID.class), row.get("score", Integer.class));
            }
        }
        Direction direction = campaigning.directionOf(campaign);
        candidates.forEach((household, standing) -> {
            boolean within = !standing.vetoed() && isWithin(standing.score(), line, direction);
            Integer score = here.get(household);
            if (within && !registered.contains(household)) {
                differences.add(new Difference(Subject.REGISTER, household, "not registered", "within the line"));
            } else if (score != null && (!within || score != standing.score())) {
                differences.add(new Difference(
                        Subject.REGISTER,
                        household,
                        "registered with " + score,
                        (within ? "within with " : "not within with ") + standing.score()));
            }
        });
    }

    private static boolean isWithin(int score, CutLines.FixedLine line, Direction direction) {
        return switch (direction) {
            case LOW_IS_POOR -> score <= line.score();
            case HIGH_IS_POOR -> score >= line.score();
        };
    }

    private List<Tuple> stored(String query, Round round) {
        return database.createNativeQuery(query, Tuple.class)
                .setParameter("campaign", round.campaignId())
                .setParameter("village", round.villageCode())
                .getResultList();
    }
}
