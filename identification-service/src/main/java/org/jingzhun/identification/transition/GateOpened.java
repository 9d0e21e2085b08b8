package org.jingzhun.identification.transition;

import java.time.Instant;
import java.util.List;
import org.jingzhun.identification.campaign.Minutes;
import org.jspecify.annotations.Nullable;

/**
 * A gate that was opened.
 *
 * @param quorumPolicy the row of the policies by which its meeting was held; null for a gate without one
 * @param majorityPolicy likewise
 */
public record GateOpened(
        Gate gate,
        String takenBy,
        Instant takenAt,
        @Nullable String remark,
        List<String> signers,
        @Nullable Minutes minutes,
        @Nullable String documentNumber,
        @Nullable Long quorumPolicy,
        @Nullable Long majorityPolicy) {}
