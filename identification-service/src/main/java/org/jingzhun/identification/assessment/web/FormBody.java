package org.jingzhun.identification.assessment.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jingzhun.identification.assessment.Alteration;
import org.jingzhun.identification.assessment.FiveSteps;
import org.jingzhun.identification.assessment.Location;
import org.jingzhun.identification.assessment.Visit;
import org.jingzhun.identification.assessment.VisitForm;
import org.jingzhun.identification.assessment.VisitStep;
import org.jingzhun.identification.assessment.web.AssessmentBody.LocationBody;
import org.jspecify.annotations.Nullable;

/** The parts of a form beside its answers, as clients send and see them. */
final class FormBody {

    private static final String SHA256 = "[0-9a-f]{64}";
    private static final String FOUND = "What was found.";

    private FormBody() {}

    /** The five steps 一进二看三算四比五议, all of them. */
    @Schema(name = "FiveSteps")
    public record StepsBody(
            @NotNull @Valid EnterBody enter,
            @NotNull @Valid LookBody look,
            @NotNull @Valid CalculateBody calculate,
            @NotNull @Valid CompareBody compare,
            @NotNull @Valid DeliberateBody deliberate) {

        FiveSteps steps() {
            return new FiveSteps(
                    new FiveSteps.Enter(enter.spokeWith(), enter.found()),
                    new FiveSteps.Look(look.found()),
                    new FiveSteps.Calculate(calculate.incomeId(), calculate.found()),
                    new FiveSteps.Compare(compare.better(), compare.alike(), compare.worse(), compare.found()),
                    new FiveSteps.Deliberate(
                            deliberate.fair(),
                            deliberate.doubts() == null ? List.of() : deliberate.doubts(),
                            deliberate.persons(),
                            deliberate.found()));
        }

        static StepsBody of(FiveSteps steps) {
            return new StepsBody(
                    new EnterBody(steps.enter().spokeWith(), steps.enter().found()),
                    new LookBody(steps.look().found()),
                    new CalculateBody(
                            steps.calculate().incomeId(), steps.calculate().found()),
                    new CompareBody(
                            steps.compare().better(),
                            steps.compare().alike(),
                            steps.compare().worse(),
                            steps.compare().found()),
                    new DeliberateBody(
                            steps.deliberate().fair(),
                            steps.deliberate().doubts(),
                            steps.deliberate().persons(),
                            steps.deliberate().found()));
        }
    }

    /** 一进: enter and talk. */
    @Schema(name = "StepEnter")
    public record EnterBody(
            @Schema(description = "Names of those whom the visitors spoke with.")
            @NotNull
            @NotEmpty
            @Size(max = FiveSteps.MOST_SPOKEN_WITH)
            List<@NotBlank @Size(max = Visit.LONGEST_NAME) String> spokeWith,

            @Schema(description = FOUND) @NotBlank @Size(max = FiveSteps.LONGEST_FINDING)
            String found) {}

    /** 二看: look. */
    @Schema(name = "StepLook")
    public record LookBody(
            @Schema(description = FOUND) @NotBlank @Size(max = FiveSteps.LONGEST_FINDING)
            String found) {}

    /** 三算: calculate. */
    @Schema(name = "StepCalculate")
    public record CalculateBody(
            @Schema(description = "The household's income of the year, when it is recorded.") @Nullable
            UUID incomeId,

            @Schema(description = FOUND) @NotBlank @Size(max = FiveSteps.LONGEST_FINDING)
            String found) {}

    /** 四比: compare with households of the place, 1 or more. */
    @Schema(name = "StepCompare")
    public record CompareBody(
            @Schema(description = "Households that are better off.") @Min(0) @Max(FiveSteps.MOST_NEIGHBOURS)
            int better,

            @Min(0) @Max(FiveSteps.MOST_NEIGHBOURS) int alike,
            @Min(0) @Max(FiveSteps.MOST_NEIGHBOURS) int worse,

            @Schema(description = FOUND) @NotBlank @Size(max = FiveSteps.LONGEST_FINDING)
            String found) {}

    /** 五议: deliberate. */
    @Schema(name = "StepDeliberate")
    public record DeliberateBody(
            @Schema(description = "Whether the score says how the household lives.")
            boolean fair,

            @Size(max = 5) @Nullable List<FiveSteps.@NotNull Doubt> doubts,

            @Schema(description = "Who truly belong to the family.") @Min(1) @Max(FiveSteps.MOST_PERSONS)
            int persons,

            @Schema(description = FOUND) @NotBlank @Size(max = FiveSteps.LONGEST_FINDING)
            String found) {

        @AssertTrue(message = "{doubts-once}")
        @Schema(hidden = true)
        boolean isEachOnce() {
            return doubts == null || doubts.stream().distinct().count() == doubts.size();
        }
    }

    /** A picture, by the digest of its file. */
    @Schema(name = "Photo")
    public record PhotoBody(
            @Schema(description = "SHA-256 of the file, lower-case hexadecimal digits.")
            @NotNull
            @Pattern(regexp = SHA256)
            String sha256,

            @Schema(description = "On the day of the visit, in Asia/Shanghai.") @NotNull
            Instant takenAt,

            @NotNull @Valid LocationBody location,

            @Schema(description = "The step that it belongs to.") @NotNull
            VisitStep shows) {

        VisitForm.Photo photo() {
            return new VisitForm.Photo(sha256, takenAt, new Location(location.latitude(), location.longitude()), shows);
        }

        static PhotoBody of(VisitForm.Photo photo) {
            return new PhotoBody(
                    photo.sha256(),
                    photo.takenAt(),
                    new LocationBody(photo.place().latitude(), photo.place().longitude()),
                    photo.shows());
        }
    }

    /** A signature, by the digest of its picture. */
    @Schema(name = "Signature")
    public record SignatureBody(
            @NotNull VisitForm.Signer by,

            @Schema(description = "As in signedBy or assessors.") @NotBlank @Size(max = Visit.LONGEST_NAME)
            String name,

            @Schema(description = "SHA-256 of the picture, lower-case hexadecimal digits.")
            @NotNull
            @Pattern(regexp = SHA256)
            String sha256,

            @NotNull Instant signedAt) {

        VisitForm.Signature signature() {
            return new VisitForm.Signature(by, name, sha256, signedAt);
        }

        static SignatureBody of(VisitForm.Signature signature) {
            return new SignatureBody(signature.by(), signature.name(), signature.sha256(), signature.signedAt());
        }
    }

    /** Why a recorded visit is altered. */
    @Schema(name = "Alteration")
    public record AlterationBody(
            @NotBlank @Size(max = 500) String reason,

            @Schema(description = "Who changed the form.") @NotBlank @Size(max = Visit.LONGEST_NAME)
            String changedBy,

            @Schema(description = "SHA-256 of the picture of that person's fingerprint, lower-case hexadecimal digits.")
            @NotNull
            @Pattern(regexp = SHA256)
            String fingerprint) {

        Alteration alteration() {
            return new Alteration(reason, changedBy, fingerprint);
        }
    }
}
