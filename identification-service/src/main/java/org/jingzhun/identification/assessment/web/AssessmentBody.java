package org.jingzhun.identification.assessment.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jingzhun.identification.assessment.Cause;
import org.jingzhun.identification.assessment.Location;
import org.jingzhun.identification.assessment.Round;
import org.jingzhun.identification.assessment.Visit;
import org.jingzhun.identification.assessment.VisitForm;
import org.jingzhun.identification.assessment.web.FormBody.AlterationBody;
import org.jingzhun.identification.assessment.web.FormBody.PhotoBody;
import org.jingzhun.identification.assessment.web.FormBody.SignatureBody;
import org.jingzhun.identification.assessment.web.FormBody.StepsBody;
import org.jingzhun.identification.money.Yuan;
import org.jspecify.annotations.Nullable;

/** A visit with its answers as clients send it. */
@Schema(name = "AssessmentBody")
public record AssessmentBody(
        @NotNull UUID householdId,
        @NotNull UUID campaignId,
        @NotNull Round round,
        @NotNull LocalDate visitedOn,

        @Schema(description = "Two or more different people.") @NotNull @Size(max = Visit.MOST_ASSESSORS)
        List<@NotBlank @Size(max = Visit.LONGEST_NAME) String> assessors,

        @Schema(description = "Version of the form; absent for the one in force on the day of the visit.")
        @Size(max = Visit.LONGEST_NAME)
        @Nullable
        String scorecard,

        @Schema(
                description = "By category the items that hold, for example {\"C01\": [\"C01-05\"]}.",
                maxProperties = LARGEST_FORM)
        @NotNull
        @Size(max = LARGEST_FORM)
        Map<String, @NotNull @Size(max = LARGEST_FORM) List<@NotNull @Size(max = 40) String>> answers,

        @NotBlank @Size(max = Visit.LONGEST_NAME) String signedBy,
        @NotNull Cause mainCause,
        @Size(max = Visit.MOST_OTHER_CAUSES) @Nullable List<@NotNull Cause> otherCauses,

        @Schema(description = "The five steps; then photos, location and all signatures are needed as well.")
        @Valid
        @Nullable
        StepsBody steps,

        @Size(max = VisitForm.MOST_PHOTOS) @Nullable List<@NotNull @Valid PhotoBody> photos,

        @Schema(description = "Of the householder, who is signedBy, and of each assessor.")
        @Size(max = Visit.MOST_ASSESSORS + 1)
        @Nullable
        List<@NotNull @Valid SignatureBody> signatures,

        @Schema(description = "Who changed a recorded form and why; needed when the assessment is known and changes.")
        @Valid
        @Nullable
        AlterationBody alteration,

        @Valid @Nullable LocationBody location,

        @Schema(description = "Yuan, for example 1234.50.") @Pattern(regexp = Yuan.PATTERN) @Nullable
        String debts,

        @Schema(description = "Yuan, for example 1234.50.") @Pattern(regexp = Yuan.PATTERN) @Nullable
        String income) {

    /** More than any form has categories, or a category items. */
    private static final int LARGEST_FORM = 200;

    /** WGS 84. */
    @Schema(name = "Location")
    public record LocationBody(
            @NotNull @DecimalMin("-90") @DecimalMax("90") BigDecimal latitude,
            @NotNull @DecimalMin("-180") @DecimalMax("180") BigDecimal longitude) {}

    Visit visit() {
        return new Visit(
                householdId,
                campaignId,
                round,
                visitedOn,
                assessors,
                signedBy,
                mainCause,
                otherCauses == null ? List.of() : otherCauses,
                location == null ? null : new Location(location.latitude(), location.longitude()),
                debts == null ? null : Yuan.toFen(debts),
                income == null ? null : Yuan.toFen(income),
                form());
    }

    private VisitForm form() {
        return new VisitForm(
                steps == null ? null : steps.steps(),
                photos == null
                        ? List.of()
                        : photos.stream().map(PhotoBody::photo).toList(),
                signatures == null
                        ? List.of()
                        : signatures.stream().map(SignatureBody::signature).toList());
    }
}
