package org.jingzhun.identification.assessment.web;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jingzhun.identification.assessment.Assessment;
import org.jingzhun.identification.assessment.Cause;
import org.jingzhun.identification.assessment.FiveSteps;
import org.jingzhun.identification.assessment.Location;
import org.jingzhun.identification.assessment.Round;
import org.jingzhun.identification.assessment.Visit;
import org.jingzhun.identification.assessment.web.AssessmentBody.LocationBody;
import org.jingzhun.identification.assessment.web.FormBody.PhotoBody;
import org.jingzhun.identification.assessment.web.FormBody.SignatureBody;
import org.jingzhun.identification.assessment.web.FormBody.StepsBody;
import org.jingzhun.identification.assessment.web.ScoreView.SubtotalView;
import org.jingzhun.identification.division.DivisionCode;
import org.jingzhun.identification.money.Yuan;
import org.jingzhun.identification.scorecard.scoring.Score;
import org.jingzhun.identification.scorecard.scoring.Score.Contribution;
import org.jspecify.annotations.Nullable;

/** An assessment as it is shown. */
@Schema(name = "Assessment")
public record AssessmentView(
        UUID id,
        UUID householdId,
        String villageCode,
        UUID campaignId,
        Round round,
        LocalDate visitedOn,
        List<String> assessors,
        String scorecard,
        Map<String, List<String>> answers,
        String signedBy,
        Cause mainCause,
        List<Cause> otherCauses,

        @Schema(description = "Absent when only answers were recorded.") @Nullable
        StepsBody steps,

        List<PhotoBody> photos,
        List<SignatureBody> signatures,
        @Nullable LocationBody location,
        @Nullable String debts,
        @Nullable String income,
        @Schema(description = "What the answers scored.") int score,

        @Schema(description = "What counts of it: as the last appraisal changed it.")
        int counted,

        List<Contribution> contributions,
        List<SubtotalView> subtotals,
        long revision) {

    static AssessmentView of(Assessment assessment, Map<String, List<String>> answers, Score score) {
        Visit visit = assessment.visit();
        Location location = visit.location();
        FiveSteps steps = visit.form().steps();
        Long debts = visit.debtsFen();
        Long income = visit.incomeFen();
        ScoreView proof = ScoreView.of(score);
        return new AssessmentView(
                assessment.id(),
                visit.householdId(),
                DivisionCode.text(assessment.villageCode()),
                visit.campaignId(),
                visit.round(),
                visit.visitedOn(),
                visit.assessors(),
                assessment.answers().scorecard(),
                answers,
                visit.signedBy(),
                visit.mainCause(),
                visit.otherCauses(),
                steps == null ? null : StepsBody.of(steps),
                visit.form().photos().stream().map(PhotoBody::of).toList(),
                visit.form().signatures().stream().map(SignatureBody::of).toList(),
                location == null ? null : new LocationBody(location.latitude(), location.longitude()),
                debts == null ? null : Yuan.ofFen(debts),
                income == null ? null : Yuan.ofFen(income),
                assessment.score(),
                assessment.counted(),
                proof.contributions(),
                proof.subtotals(),
                assessment.revision());
    }
}
