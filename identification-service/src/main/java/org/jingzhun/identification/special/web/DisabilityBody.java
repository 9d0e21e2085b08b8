package org.jingzhun.identification.special.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jingzhun.chassis.http.Problem;
import org.jingzhun.chassis.http.Problem.FieldError;
import org.jingzhun.identification.household.identity.DisabilityCertificate;
import org.jingzhun.identification.household.identity.NumberFault;
import org.jingzhun.identification.special.Recording;
import org.jingzhun.identification.special.facts.Disabled;
import org.jspecify.annotations.Nullable;

/** A disabled person with the certificate, as clients send it. */
@Schema(name = "DisabilityBody")
public record DisabilityBody(
        @NotNull UUID memberId,

        @Schema(description = "The day on which the certificate was issued.") @NotNull
        LocalDate since,

        @Schema(description = "Whole number: 20 characters, 22 when it was reissued.") @NotNull @Size(max = 30)
        String certificate,

        @Nullable LocalDate validTo,
        @Valid @Nullable ContactBody contact) {

    Recording.Statement statement() {
        return new Recording.Statement(memberId, since, ContactBody.contact(contact), facts());
    }

    /** @throws org.jingzhun.chassis.http.ProblemException 400 {@code invalid-fields} when the number has a fault */
    private Disabled facts() {
        return switch (DisabilityCertificate.read(certificate)) {
            case DisabilityCertificate.Reading.Read(DisabilityCertificate read) -> new Disabled(read.number(), validTo);
            case DisabilityCertificate.Reading.Faulty(NumberFault fault) ->
                throw Problem.of(400, "invalid-fields", 1)
                        .with(new FieldError("/certificate", fault.code(), null))
                        .asException();
        };
    }
}
