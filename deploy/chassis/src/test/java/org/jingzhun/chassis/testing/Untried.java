package org.jingzhun.chassis.testing;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What a generated test cannot try, each with the reason: {@code src/test/resources/untried.csv}, columns {@code
 * rule,what,reason}. A {@code *} stands for anything.
 */
final class Untried {

    private static final Path FILE = Path.of("src/test/resources/untried.csv");

    private Untried() {}

    /** Those that no line explains, each as the line to add. */
    static Set<String> unexplained(String rule, Set<String> untried) throws IOException {
        Set<String> explained = new TreeSet<>();
        if (Files.exists(FILE)) {
            try (CsvReader<NamedCsvRecord> rows = CsvReader.builder().ofNamedCsvRecord(FILE)) {
                rows.stream()
                        .filter(row -> row.getField("rule").equals(rule)
                                && !row.getField("reason").isBlank())
                        .forEach(row -> explained.add(row.getField("what")));
            }
        }
        return untried.stream()
                .filter(what -> explained.stream().noneMatch(line -> covers(line, what)))
                .map(what -> rule + "," + what + ",<reason>")
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static boolean covers(String line, String what) {
        String expression =
                Arrays.stream(line.split("\\*", -1)).map(Pattern::quote).collect(Collectors.joining(".*"));
        return Pattern.matches(expression, what);
    }
}
