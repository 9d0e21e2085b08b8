package org.jingzhun.chassis.testing;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a generated test cannot try, each with the reason: {@code src/test/resources/untried.csv} of the service, columns
 * {@code rule,what,reason}, and what no service can. A {@code *} stands for anything.
 */
final class Untried {

    private static final Path FILE = Path.of("src/test/resources/untried.csv");
    private static final String OF_EVERY_SERVICE = "untried-of-every-service.csv";

    private Untried() {}

    /** Those that no line explains, each as the line to add; and lines of the service that explain nothing. */
    static Set<String> unexplained(String rule, Set<String> untried) throws IOException {
        Set<String> common = common(rule);
        Set<String> own = Files.exists(FILE) ? lines(rule, CsvReader.builder().ofNamedCsvRecord(FILE)) : Set.of();
        Set<String> faults = untried.stream()
                .filter(what -> Stream.concat(common.stream(), own.stream()).noneMatch(line -> covers(line, what)))
                .map(what -> "Add to untried.csv: " + rule + "," + what + ",<reason>")
                .collect(Collectors.toCollection(TreeSet::new));
        own.stream()
                .filter(line -> untried.stream().noneMatch(what -> covers(line, what)))
                .map(line -> "Delete from untried.csv, since it is tried: " + rule + "," + line)
                .forEach(faults::add);
        return faults;
    }

    private static Set<String> common(String rule) throws IOException {
        try (var bytes = Objects.requireNonNull(Untried.class.getResourceAsStream(OF_EVERY_SERVICE));
                var text = new InputStreamReader(bytes, StandardCharsets.UTF_8)) {
            return lines(rule, CsvReader.builder().ofNamedCsvRecord(text));
        }
    }

    private static Set<String> lines(String rule, CsvReader<NamedCsvRecord> table) throws IOException {
        try (CsvReader<NamedCsvRecord> rows = table) {
            return rows.stream()
                    .filter(row -> row.getField("rule").equals(rule)
                            && !row.getField("reason").isBlank())
                    .map(row -> row.getField("what"))
                    .collect(Collectors.toCollection(TreeSet::new));
        }
    }

    private static boolean covers(String line, String what) {
        String expression =
                Arrays.stream(line.split("\\*", -1)).map(Pattern::quote).collect(Collectors.joining(".*"));
        return Pattern.matches(expression, what);
    }
}
