package org.jingzhun.funding.allocation;

import java.time.LocalDate;
import java.util.UUID;

/**
 * A factor whose values an officer loads (因素表), because neither the register nor the counts of identification have it.
 *
 * @param area the division for which it was made, 12 digits
 * @param unit of the values, which are whole numbers of it
 * @param documentNumber of the document that has the figures
 * @param values how many divisions have one
 */
public record FactorTable(
        UUID id,
        long area,
        String name,
        String unit,
        int year,
        String documentNumber,
        LocalDate issuedOn,
        long values,
        long revision) {

    /** What a client says of a table. */
    public record Data(long area, String name, String unit, int year, String documentNumber, LocalDate issuedOn) {}
}
