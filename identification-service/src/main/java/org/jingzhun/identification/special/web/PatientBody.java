package org.jingzhun.identification.special.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jingzhun.identification.special.Recording;
import org.jingzhun.identification.special.facts.Patient;
import org.jspecify.annotations.Nullable;

/** A patient with one class of disease, as clients send it. */
@Schema(name = "PatientBody")
public record PatientBody(
        @NotNull UUID memberId,

        @Schema(description = "The day of the diagnosis or of the registration.") @NotNull
        LocalDate since,

        @Schema(description = "Code of a class of diseases, see /v1/disease-classes.")
        @NotNull
        @Pattern(regexp = Patient.DISEASE)
        String disease,

        @Schema(description = "Treated first, paid for later.") @NotNull
        Boolean payLater,

        @Size(min = 1, max = Patient.LONGEST_DOCTOR) @Nullable
        String familyDoctor,

        @Pattern(regexp = Patient.HEALTH_CARD) @Nullable String healthCard,
        @Valid @Nullable ContactBody contact) {

    Recording.Statement statement() {
        return new Recording.Statement(
                memberId,
                since,
                ContactBody.contact(contact),
                new Patient(disease, payLater, familyDoctor, healthCard));
    }
}
