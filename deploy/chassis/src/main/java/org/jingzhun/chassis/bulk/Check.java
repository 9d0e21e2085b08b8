package org.jingzhun.chassis.bulk;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

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

    /** Of the rows with the same key, only the first line stays. Rows that lack a part of the key repeat none. */
    public static Check unrepeated(String pointer, String table, String... keyColumns) {
        // Keys are counted by hashing, and only those that repeat are looked up: no sort of the whole import.
        String keys = String.join(", ", keyColumns);
        String alike = Arrays.stream(keyColumns)
                .map(key -> "repeated." + key + " = s." + key)
                .collect(Collectors.joining(" and "));
        String joins = "join (select import_id, " + keys + ", min(line) as first from " + table
                + " group by import_id, " + keys + " having count(*) > 1) repeated on repeated.import_id = s.import_id"
                + " and " + alike;
        return new Check(pointer, "repeated-row", "repeated.first < s.line", List.of("repeated.first::text"), joins);
    }
}
