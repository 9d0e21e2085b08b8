package org.jingzhun.pairing.visit;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * The items of income (收入项目) as the income rules of identification have them: the same files, so that what a helper
 * writes down once is understood there without being typed again.
 */
public final class IncomeItems {

    private static final String FOLDER = "/income-items/";

    private static final List<Item> ALL = read();

    private IncomeItems() {}

    /**
     * An item of a version of the rules.
     *
     * @param kind WAGE, BUSINESS, PROPERTY, TRANSFER or COST
     * @param validFrom first day of the version
     */
    public record Item(
            String code,
            String version,
            LocalDate validFrom,
            String kind,
            String chinese,
            String english,
            String source) {}

    public static List<Item> list() {
        return ALL;
    }

    public static Optional<Item> find(String code) {
        return ALL.stream().filter(item -> item.code().equals(code)).findFirst();
    }

    /** Whether a version that holds on that day has the item; before the first version anything may stand. */
    static boolean isKnown(String code, LocalDate day) {
        List<Item> valid =
                ALL.stream().filter(item -> !item.validFrom().isAfter(day)).toList();
        return valid.isEmpty() || valid.stream().anyMatch(item -> item.code().equals(code));
    }

    private static List<Item> read() {
        return rows("rules").stream()
                .flatMap(rule -> rows(rule.getField("version")).stream()
                        .map(row -> new Item(
                                row.getField("item"),
                                rule.getField("version"),
                                LocalDate.parse(rule.getField("valid_from")),
                                row.getField("kind"),
                                row.getField("name_zh"),
                                row.getField("name_en"),
                                row.getField("source"))))
                .toList();
    }

    private static List<NamedCsvRecord> rows(String name) {
        InputStream bytes = IncomeItems.class.getResourceAsStream(FOLDER + name + ".csv");
        if (bytes == null) {
            throw new IllegalStateException("Data file " + FOLDER + name + ".csv must be in the jar");
        }
        try (CsvReader<NamedCsvRecord> csv =
                CsvReader.builder().ofNamedCsvRecord(new InputStreamReader(bytes, StandardCharsets.UTF_8))) {
            return csv.stream().toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
