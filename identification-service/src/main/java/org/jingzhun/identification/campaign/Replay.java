package org.jingzhun.identification.campaign;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A round made anew from its history, beside what is stored (程序回放).
 *
 * @param storedStage where the round stands
 * @param stage where its history leads
 * @param noticeSince the day on which the last notice was put up, by the history
 * @param steps those that the table of gates lets pass
 * @param broken why the table stops at the step behind them; null when it lets all pass
 * @param assumed what steps from before it was kept with them are taken to have found well; none of younger rounds
 * @param candidates households that were made anew
 * @param differences where history and store part; none when they agree
 */
public record Replay(
        Stage storedStage,
        Stage stage,
        @Nullable LocalDate noticeSince,
        List<Gate> steps,
        @Nullable CampaignRefusal broken,
        Set<Need> assumed,
        int candidates,
        List<Difference> differences) {

    public Replay {
        steps = List.copyOf(steps);
        assumed = Set.copyOf(assumed);
        differences = List.copyOf(differences);
    }

    public boolean agrees() {
        return broken == null && differences.isEmpty();
    }

    /** What can differ. */
    public enum Subject {
        /** The stage of the round, or its notice. */
        ROUND,
        /** The score of a visit, made anew from its answers. */
        VISIT,
        /** What an appraisal changed. */
        SCORE_CHANGE,
        /** The score that counts, or what follows from it. */
        CANDIDATE,
        /** Who was registered. */
        REGISTER
    }

    /** @param householdId null for the round itself */
    public record Difference(Subject subject, @Nullable UUID householdId, String stored, String replayed) {}
}
