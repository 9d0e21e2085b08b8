package org.jingzhun.pairing.inspection;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * A week of inspections (一轮暗访).
 *
 * @param division of whose villages, 12 digits
 * @param monday of the week
 * @param villagesPerDay of each team
 * @param seed of the draw, 8 to 100 characters
 * @param frame villages that could have been drawn, by code
 * @param ruleVersion of the policy {@code inspection-days}
 */
public record Round(
        UUID id,
        long division,
        LocalDate monday,
        int teams,
        int villagesPerDay,
        String seed,
        List<Long> frame,
        String ruleVersion) {

    public Round {
        frame = List.copyOf(frame);
    }
}
