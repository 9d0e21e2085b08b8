package org.jingzhun.identification.monitoring;

import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What is done for a monitored household (帮扶措施).
 *
 * @param dueOn last day
 * @param doneOn day on which it was carried out or dropped; null while it is open
 */
@Schema(name = "MonitoringMeasure")
public record Measure(
        UUID id,
        MeasureKind kind,
        String content,
        String responsible,
        LocalDate plannedOn,
        LocalDate dueOn,
        MeasureState state,
        @Nullable LocalDate doneOn) {}
