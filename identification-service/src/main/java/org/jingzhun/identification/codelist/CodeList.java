package org.jingzhun.identification.codelist;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The codes of one enumeration with their labels.
 *
 * @param name kebab-case
 * @param source the standard or document that the codes stand in
 */
public record CodeList(String name, String source, List<Entry> entries) {

    public CodeList {
        entries = List.copyOf(entries);
    }

    /** @param validTo last day; null while it is in force */
    public record Entry(
            String code,
            String labelZh,
            String labelEn,
            LocalDate validFrom,
            @Nullable LocalDate validTo) {}
}
