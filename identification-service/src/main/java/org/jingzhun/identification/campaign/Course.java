package org.jingzhun.identification.campaign;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The way of a round as its history tells it: the stored steps, taken once more through the table of gates.
 *
 * @param stage where the steps lead
 * @param noticeSince the day in Asia/Shanghai on which the last notice was put up; null before the first
 * @param steps those that the table lets pass, in their order
 * @param broken why the table stops at the step behind them; null when it lets all pass
 */
record Course(
        Stage stage,
        @Nullable LocalDate noticeSince,
        List<Gate> steps,
        @Nullable CampaignRefusal broken) {

    /** What a gate finds that is not kept with the step: counted when it was taken, taken for well here. */
    static final Set<Need> ASSUMED = Set.of(Need.ALL_ASSESSED, Need.SECOND_VISITS);

    Course {
        steps = List.copyOf(steps);
    }

    /**
     * What is stored of a round.
     *
     * @param steps in the order in which they were taken
     * @param lineFixedAt null while there is no line
     * @param documentNumber of the announcement; null before it
     */
    record History(
            UUID roundId,
            UUID campaignId,
            long villageCode,
            int noticeDays,
            Quorum quorum,
            boolean screened,
            @Nullable Instant lineFixedAt,
            List<StepTaken> steps,
            List<ObjectionSpan> objections,
            @Nullable String documentNumber) {

        History {
            steps = List.copyOf(steps);
            objections = List.copyOf(objections);
        }

        private Findings at(Instant moment) {
            int open = (int) objections.stream()
                    .filter(objection -> objection.isOpenAt(moment))
                    .count();
            boolean lineFixed = lineFixedAt != null && !lineFixedAt.isAfter(moment);
            return new Findings(0, open, 0, 0, screened, lineFixed, noticeDays, quorum);
        }
    }

    /** @param until when it was decided; null while it is open */
    record ObjectionSpan(Instant since, @Nullable Instant until) {

        boolean isOpenAt(Instant moment) {
            return !since.isAfter(moment) && (until == null || until.isAfter(moment));
        }
    }

    /** Takes the steps of a history through the table, until one is refused. */
    static Course follow(History history) {
        Round round = new Round(history.roundId(), history.campaignId(), history.villageCode());
        List<StepTaken> taken = new ArrayList<>();
        @Nullable CampaignRefusal broken = null;
        for (StepTaken step : history.steps()) {
            Gate gate = step.gate();
            StepRequest request = new StepRequest(
                    gate,
                    step.remark(),
                    step.signers(),
                    step.minutes(),
                    List.of(),
                    gate.needs(Need.DOCUMENT) ? history.documentNumber() : null);
            Officer officer = new Officer(step.takenBy(), step.takenName(), Set.of(gate.takenBy()));
            Findings findings = history.at(step.takenAt());
            broken = round.refusal(request, officer, taken, findings, step.takenAt());
            if (broken != null) {
                break;
            }
            taken.add(round.take(request, officer, taken, findings, step.takenAt()));
        }
        return new Course(
                round.stage(),
                round.noticeSince(),
                taken.stream().map(StepTaken::gate).toList(),
                broken);
    }
}
