package org.jingzhun.identification.monitoring;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jingzhun.identification.campaign.Minutes;
import org.jspecify.annotations.Nullable;

/** A step that was taken. */
public record StepTaken(
        Step step,
        String takenBy,
        Instant takenAt,
        @Nullable String remark,
        List<String> signers,
        List<String> evidence,
        @Nullable Minutes minutes,
        @Nullable String documentNumber,
        @Nullable UUID measureId) {}
