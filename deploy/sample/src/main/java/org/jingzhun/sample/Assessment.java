package org.jingzhun.sample;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * Answers of a household on the first visit (入户评估表).
 *
 * @param assessors at least two
 * @param signedBy name of the householder
 * @param otherCauses at most two, without the main cause
 */
public record Assessment(
        UUID id,
        LocalDate visitedOn,
        List<String> assessors,
        Answers answers,
        String signedBy,
        Cause mainCause,
        List<Cause> otherCauses) {}
