package org.jingzhun.pairing.policy;

import java.time.LocalDate;

/**
 * A row of a rule's table.
 *
 * @param version its stable name, which decisions store
 * @param value households, villages, days or points; not negative
 * @param source document that set it
 */
record PolicyRow(String version, String key, int value, LocalDate validFrom, String source) {

    PolicyRow {
        if (version.isBlank() || key.isBlank() || source.isBlank()) {
            throw new IllegalArgumentException("version, key and source must not be empty");
        }
        if (value < 0) {
            throw new IllegalArgumentException("value (" + value + ") must not be negative");
        }
    }
}
