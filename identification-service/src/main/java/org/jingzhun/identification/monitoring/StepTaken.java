package org.jingzhun.identification.monitoring;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jingzhun.identification.campaign.Minutes;
import org.jspecify.annotations.Nullable;

/**
 * A step that was taken.
 *
 * @param quorumPolicy the row of the policies by which its meeting was held; null for a step without one
 * @param majorityPolicy likewise
 */
public record StepTaken(
        Step step,
        String takenBy,
        Instant takenAt,
        @Nullable String remark,
        List<String> signers,
        List<String> evidence,
        @Nullable Minutes minutes,
        @Nullable String documentNumber,
        @Nullable UUID measureId,
        @Nullable Long quorumPolicy,
        @Nullable Long majorityPolicy) {}
