package org.jingzhun.identification.scorecard;

import java.time.LocalDate;
import java.util.List;
import org.jingzhun.chassis.caller.Area;
import org.jingzhun.identification.scorecard.scoring.Direction;
import org.jingzhun.identification.scorecard.scoring.DraftCategory;
import org.jspecify.annotations.Nullable;

/**
 * A scorecard as it is written down before it is checked.
 *
 * @param direction null for that of the card it is based on
 * @param division whose households are scored with it
 * @param validTo the last day; null for no end
 * @param source the document that sets it
 * @param basedOn the version that it varies; null when it stands for itself
 * @param maxPoints the highest score that it promises; null for the sum of its categories
 * @param categories null for those of the card it is based on
 */
public record CardDraft(
        @Nullable Direction direction,
        Area division,
        LocalDate validFrom,
        @Nullable LocalDate validTo,
        String source,
        Mark mark,
        @Nullable String basedOn,
        @Nullable Integer maxPoints,
        @Nullable List<DraftCategory> categories) {}
