package org.jingzhun.pairing.responsibility;

import java.util.List;
import java.util.UUID;

/**
 * A letter of responsibility (责任书).
 *
 * @param upper who demands, 12 digits
 * @param lower who promises: a division directly below
 * @param duties besides the targets, in words
 * @param targets of the lower division, for this year
 */
public record Letter(
        UUID id,
        int year,
        long upper,
        long lower,
        String document,
        List<String> duties,
        List<UUID> targets,
        LetterState state,
        long revision) {

    public Letter {
        duties = List.copyOf(duties);
        targets = List.copyOf(targets);
    }
}
