package org.jingzhun.identification.income;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jingzhun.identification.income.computing.Line;
import org.jspecify.annotations.Nullable;

/**
 * What a household states of its income (收入申报).
 *
 * @param from first day of the period
 * @param to last day of the period, at most a year later
 * @param rules version of the income rules; null for those in force on the last day
 * @param lines what was earned and spent, each item once
 * @param statedBy who said so for the household
 * @param evidence where it can be seen
 * @param corrects id of the record whose place it takes
 */
public record Statement(
        UUID householdId,
        LocalDate from,
        LocalDate to,
        @Nullable String rules,
        List<Line> lines,
        String statedBy,
        @Nullable String evidence,
        @Nullable UUID corrects) {

    public Statement {
        lines = List.copyOf(lines);
    }
}
