package org.jingzhun.identification.campaign;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The way of a round as its history tells it: the stored steps, taken once more through the table of gates.
 *
 * @param stage where the steps lead
 * @param noticeSince the day in Asia/Shanghai on which the last notice was put up; null before the first
 * @param steps those that the table lets pass, in their order
 * @param assumed what a step from before it was kept with steps is taken to have found well
 * @param broken why the table stops at the step behind them; null when it lets all pass
 */
record Course(
        Stage stage,
        @Nullable LocalDate noticeSince,
        List<Gate> steps,
        Set<Need> assumed,
        @Nullable CampaignRefusal broken) {

    private static final Set<Need> COUNTED = Set.of(Need.ALL_ASSESSED, Need.SECOND_VISITS, Need.SCREENED);

    Course {
        steps = List.copyOf(steps);
        assumed = Set.copyOf(assumed);
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
            MeetingRule meeting,
            boolean screened,
            @Nullable Instant lineFixedAt,
            List<StepTaken> steps,
            List<ObjectionSpan> objections,
            @Nullable String documentNumber) {

        History {
            steps = List.copyOf(steps);
            objections = List.copyOf(objections);
        }

        private Findings at(StepTaken step) {
            Instant moment = step.takenAt();
            int open = (int) objections.stream()
                    .filter(objection -> objection.isOpenAt(moment))
                    .count();
            boolean lineFixed = lineFixedAt != null && !lineFixedAt.isAfter(moment);
            Counted counted = step.counted();
            return counted == null
                    ? new Findings(0, open, 0, 0, screened, lineFixed, noticeDays, meeting)
                    : new Findings(
                            Objects.requireNonNullElse(counted.unassessed(), 0),
                            open,
                            counted.openFlags(),
                            Objects.requireNonNullElse(counted.missingSecondVisits(), 0),
                            counted.screened(),
                            counted.lineFixed(),
                            noticeDays,
                            meeting);
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
        Set<Need> assumed = EnumSet.noneOf(Need.class);
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
            Findings findings = history.at(step);
            broken = round.refusal(request, officer, taken, findings, step.takenAt());
            if (broken != null) {
                break;
            }
            if (step.counted() == null) {
                COUNTED.stream().filter(gate::needs).forEach(assumed::add);
            }
            taken.add(round.take(request, officer, taken, findings, step.takenAt()));
        }
        return new Course(
                round.stage(),
                round.noticeSince(),
                taken.stream().map(StepTaken::gate).toList(),
                assumed,
                broken);
    }
}
