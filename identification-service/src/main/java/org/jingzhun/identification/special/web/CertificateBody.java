package org.jingzhun.identification.special.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jingzhun.identification.special.Recording;
import org.jingzhun.identification.special.facts.Certificate;
import org.jspecify.annotations.Nullable;

/** A holder of a certificate, as clients send it. */
@Schema(name = "CertificateBody")
public record CertificateBody(
        @NotNull UUID memberId,

        @Schema(description = "The day on which it was issued.") @NotNull
        LocalDate since,

        @NotNull Certificate.Kind kind,

        @Schema(description = "Or course.") @NotBlank @Size(max = Certificate.LONGEST_TEXT)
        String occupation,

        @Schema(description = "1 (senior technician) to 5 (beginner).") @Min(1) @Max(5) @Nullable
        Integer grade,

        @Size(min = 1, max = Certificate.LONGEST_NUMBER) @Nullable
        String number,

        @NotBlank @Size(max = Certificate.LONGEST_TEXT) String issuer,
        @Nullable LocalDate validTo,
        @Valid @Nullable ContactBody contact) {

    Recording.Statement statement() {
        ContactBody.requireWhole("/number", number);
        return new Recording.Statement(
                memberId,
                since,
                ContactBody.contact(contact),
                new Certificate(kind, occupation, grade, number, issuer, validTo));
    }
}
