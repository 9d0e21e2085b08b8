package org.jingzhun.identification.assessment;

import java.time.LocalDate;
import java.util.List;
import org.jingzhun.identification.scorecard.scoring.AnswerSheet;
import org.jspecify.annotations.Nullable;

/**
 * What an assessment said at a time.
 *
 * @param debtsFen null when not asked, likewise incomeFen
 */
public record Recorded(
        AnswerSheet answers,
        int score,
        LocalDate visitedOn,
        List<String> assessors,
        String signedBy,
        Cause mainCause,
        List<Cause> otherCauses,
        @Nullable Long debtsFen,
        @Nullable Long incomeFen,
        VisitForm form) {

    public Recorded {
        assessors = List.copyOf(assessors);
        otherCauses = List.copyOf(otherCauses);
    }

    static Recorded of(Assessment assessment) {
        Visit visit = assessment.visit();
        return new Recorded(
                assessment.answers(),
                assessment.score(),
                visit.visitedOn(),
                visit.assessors(),
                visit.signedBy(),
                visit.mainCause(),
                visit.otherCauses(),
                visit.debtsFen(),
                visit.incomeFen(),
                visit.form());
    }
}
