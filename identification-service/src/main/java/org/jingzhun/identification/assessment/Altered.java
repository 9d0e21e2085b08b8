package org.jingzhun.identification.assessment;

import java.time.Instant;
import java.util.UUID;

/**
 * A version of an assessment that was altered, and what took its place.
 *
 * @param revision of the version that was altered
 * @param recordedBy who sent the alteration
 */
public record Altered(
        UUID assessmentId,
        long revision,
        Alteration alteration,
        String recordedBy,
        String recordedName,
        Instant recordedAt,
        Recorded before,
        Recorded after) {}
