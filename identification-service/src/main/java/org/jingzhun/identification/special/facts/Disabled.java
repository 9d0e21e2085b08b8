package org.jingzhun.identification.special.facts;

import java.time.LocalDate;
import java.util.List;
import org.jingzhun.identification.household.identity.Disability;
import org.jingzhun.identification.household.identity.DisabilityCertificate;
import org.jspecify.annotations.Nullable;

/**
 * A disabled person with the certificate (残疾人); stored encrypted.
 *
 * @param certificate whole number
 * @param validTo last day; null when it is not known
 */
public record Disabled(String certificate, @Nullable LocalDate validTo) implements Facts {

    /** @throws IllegalArgumentException when the number has a fault */
    public Disabled {
        var unused = read(certificate);
    }

    private static DisabilityCertificate read(String number) {
        return switch (DisabilityCertificate.read(number)) {
            case DisabilityCertificate.Reading.Read(DisabilityCertificate read) -> read;
            case DisabilityCertificate.Reading.Faulty(var fault) -> throw new IllegalArgumentException(fault.detail());
        };
    }

    /** Kind and grade, as the number tells. */
    public Disability disability() {
        return read(certificate).disability();
    }

    public DisabilityCertificate number() {
        return read(certificate);
    }

    @Override
    public List<Fault> faults(LocalDate since, Rules rules) {
        return validTo != null && validTo.isBefore(since)
                ? List.of(Fault.of("/validTo", "ends-before-it-begins"))
                : List.of();
    }

    /** Masked. */
    @Override
    public String toString() {
        return "Disabled[" + number() + "]";
    }
}
