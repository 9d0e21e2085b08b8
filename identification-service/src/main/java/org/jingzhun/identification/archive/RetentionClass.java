package org.jingzhun.identification.archive;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How long a class of the archive is kept (档案保管期限).
 *
 * @param version of the schedule that it belongs to
 * @param code stable, capitals
 * @param years after the end of the archive's year; null for permanent (永久)
 * @param sections of a household's file
 * @param division the lowest code of where it holds; 0 is everywhere
 * @param mark PUBLIC, UNVERIFIED, ASSUMPTION, or LOCAL for what was loaded
 */
public record RetentionClass(
        String version,
        String code,
        String nameZh,
        String nameEn,
        @Nullable Integer years,
        List<String> sections,
        long division,
        LocalDate validFrom,
        String mark,
        String source) {

    public RetentionClass {
        sections = List.copyOf(sections);
    }

    /** The last day on which files of a year are kept; null for ever. */
    public @Nullable LocalDate keptUntil(int year) {
        return years == null ? null : LocalDate.of(year + years, 12, 31);
    }
}
