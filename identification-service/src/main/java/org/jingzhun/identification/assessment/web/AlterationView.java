package org.jingzhun.identification.assessment.web;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jingzhun.identification.assessment.Altered;
import org.jingzhun.identification.assessment.Cause;
import org.jingzhun.identification.assessment.Recorded;
import org.jingzhun.identification.assessment.web.DifferenceView.CategoryChangeView;
import org.jingzhun.identification.assessment.web.FormBody.PhotoBody;
import org.jingzhun.identification.assessment.web.FormBody.SignatureBody;
import org.jingzhun.identification.assessment.web.FormBody.StepsBody;
import org.jingzhun.identification.money.Yuan;
import org.jingzhun.identification.scorecard.scoring.Difference;
import org.jspecify.annotations.Nullable;

/** An alteration of an assessment: who, when, why, before and after. */
@Schema(name = "AssessmentAlteration")
public record AlterationView(
        @Schema(description = "Of the version that was altered.")
        long revision,

        String reason,

        @Schema(description = "Who changed the form.") String changedBy,

        @Schema(description = "SHA-256 of the fingerprint's picture.")
        String fingerprint,

        @Schema(description = "Who sent the alteration.") String recordedBy,

        Instant recordedAt,
        RecordedView before,
        RecordedView after,

        @Schema(description = "Categories whose answers or points changed.")
        List<CategoryChangeView> categories) {

    /** What an assessment said at a time. */
    @Schema(name = "RecordedAssessment")
    public record RecordedView(
            int score,
            Map<String, List<String>> answers,
            LocalDate visitedOn,
            List<String> assessors,
            String signedBy,
            Cause mainCause,
            List<Cause> otherCauses,
            @Nullable String debts,
            @Nullable String income,
            @Nullable StepsBody steps,
            List<PhotoBody> photos,
            List<SignatureBody> signatures) {

        private static RecordedView of(Recorded recorded, Map<String, List<String>> answers) {
            Long debts = recorded.debtsFen();
            Long income = recorded.incomeFen();
            var steps = recorded.form().steps();
            return new RecordedView(
                    recorded.score(),
                    answers,
                    recorded.visitedOn(),
                    recorded.assessors(),
                    recorded.signedBy(),
                    recorded.mainCause(),
                    recorded.otherCauses(),
                    debts == null ? null : Yuan.ofFen(debts),
                    income == null ? null : Yuan.ofFen(income),
                    steps == null ? null : StepsBody.of(steps),
                    recorded.form().photos().stream().map(PhotoBody::of).toList(),
                    recorded.form().signatures().stream().map(SignatureBody::of).toList());
        }
    }

    static AlterationView of(
            Altered altered, Map<String, List<String>> before, Map<String, List<String>> after, Difference difference) {
        return new AlterationView(
                altered.revision(),
                altered.alteration().reason(),
                altered.alteration().changedBy(),
                altered.alteration().fingerprint(),
                altered.recordedName(),
                altered.recordedAt(),
                RecordedView.of(altered.before(), before),
                RecordedView.of(altered.after(), after),
                DifferenceView.categories(difference));
    }
}
