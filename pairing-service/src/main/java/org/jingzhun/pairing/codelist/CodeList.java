package org.jingzhun.pairing.codelist;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The labels of an enumeration (代码表). */
public record CodeList(String name, String source, List<Entry> entries) {

    /** One code with its labels and validity. */
    public record Entry(
            String code,
            String labelZh,
            String labelEn,
            LocalDate validFrom,
            @Nullable LocalDate validTo) {}

    public CodeList {
        entries = List.copyOf(entries);
    }
}
