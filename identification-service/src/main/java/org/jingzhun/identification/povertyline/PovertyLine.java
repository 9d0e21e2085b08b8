package org.jingzhun.identification.povertyline;

import org.jspecify.annotations.Nullable;

/**
 * A line of income a head and year.
 *
 * @param id null until it is stored
 * @param division the lowest code of where it holds; 0 is everywhere
 * @param perHeadFen 1 or more
 * @param mark PUBLIC for a published source, UNVERIFIED for recollection, LOCAL for what an officer loaded
 * @param source document that set it
 */
public record PovertyLine(
        @Nullable Long id,
        Purpose purpose,
        int year,
        long division,
        long perHeadFen,
        String issuer,
        String mark,
        String source) {

    public PovertyLine {
        if (perHeadFen < 1) {
            throw new IllegalArgumentException("a line of %d fen must be 1 or more".formatted(perHeadFen));
        }
    }
}
