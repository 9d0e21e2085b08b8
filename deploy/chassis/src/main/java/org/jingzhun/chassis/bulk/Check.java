package org.jingzhun.chassis.bulk;

import java.util.List;
import java.util.stream.Collectors;

/**
 * A rule that needs the database, asked of all staged rows at once under the caller's row-level security.
 *
 * @param pointer JSON pointer of the field to blame
 * @param code of the rejection; its text is {@code <code>.detail} in the problem bundles
 * @param bad SQL condition on the staging row {@code s} that holds for rows to be rejected
 * @param args SQL expressions over {@code s} for the placeholders of the text; never personal data
 */
public record Check(String pointer, String code, String bad, List<String> args) {

    public Check {
        args = List.copyOf(args);
    }

    public static Check that(String pointer, String code, String bad) {
        return new Check(pointer, code, bad, List.of());
    }

    /** Of the rows with the same key, only the first line stays. */
    public static Check unrepeated(String pointer, String table, String... keyColumns) {
        String sameKey = List.of(keyColumns).stream()
                .map(column -> "earlier." + column + " = s." + column)
                .collect(Collectors.joining(" and "));
        String keys = String.join(", ", keyColumns);
        String bad = "s.line in (select line from (select line, row_number() over (partition by " + keys
                + " order by line) as nth from " + table + " where import_id = s.import_id) ranked where nth > 1)";
        String first = "(select min(earlier.line) from " + table + " earlier where earlier.import_id = s.import_id and "
                + sameKey + ")";
        return new Check(pointer, "repeated-row", bad, List.of(first + "::text"));
    }
}
