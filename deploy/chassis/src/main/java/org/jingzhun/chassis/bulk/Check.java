package org.jingzhun.chassis.bulk;

import java.util.List;

/**
 * A rule that needs the database, asked of all staged rows at once under the caller's row-level security.
 *
 * @param pointer JSON pointer of the field to blame
 * @param code of the rejection; its text is {@code <code>.detail} in the problem bundles
 * @param bad SQL condition on the staging row {@code s} that holds for rows to be rejected
 * @param args SQL expressions over {@code s} for the placeholders of the text; never personal data
 * @param joins what to join to {@code s}; at most one row for each {@code s}
 */
public record Check(String pointer, String code, String bad, List<String> args, String joins) {

    public Check {
        args = List.copyOf(args);
    }

    public Check(String pointer, String code, String bad, List<String> args) {
        this(pointer, code, bad, args, "");
    }

    public static Check that(String pointer, String code, String bad) {
        return new Check(pointer, code, bad, List.of());
    }

    /** Of the rows with the same key, only the first line stays. */
    public static Check unrepeated(String pointer, String table, String... keyColumns) {
        // A window sorts once; a correlated subquery would search the whole import for each of its rows.
        String joins = "join (select import_id, line, first_value(line) over (partition by import_id, "
                + String.join(", ", keyColumns) + " order by line) as first from " + table
                + ") ranked on ranked.import_id = s.import_id and ranked.line = s.line";
        return new Check(pointer, "repeated-row", "ranked.first < s.line", List.of("ranked.first::text"), joins);
    }
}
