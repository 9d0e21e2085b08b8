package org.jingzhun.identification.monitoring;

import java.time.LocalDate;

/**
 * A measure to be planned.
 *
 * @param content what is done
 * @param responsible who sees to it
 * @param dueOn last day, today or later
 */
public record NewMeasure(MeasureKind kind, String content, String responsible, LocalDate dueOn) {}
