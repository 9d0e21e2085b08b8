package org.jingzhun.funding.observed.pairing;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * The cadre who helps a household, or helped it last (帮扶干部).
 *
 * @param post as the unit calls it
 * @param since first day
 * @param until last day; null while it stands
 */
public record Helper(
        String name,
        String unit,
        @Nullable String post,
        LocalDate since,
        @Nullable LocalDate until) {}
