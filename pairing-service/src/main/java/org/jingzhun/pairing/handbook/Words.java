package org.jingzhun.pairing.handbook;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jingzhun.pairing.cause.Cause;
import org.jspecify.annotations.Nullable;

/** Codes in the words of the booklet; a code that has none stands as it is. */
final class Words {

    static final String NOTHING = "—";

    private static final Map<String, String> STATUS =
            Map.of("POOR", "贫困户", "EXITED", "已脱贫", "RETURNED", "返贫户", "REMOVED", "已剔除");
    private static final Map<String, String> ATTRIBUTE = Map.of(
            "GENERAL", "一般贫困户",
            "LOW_INCOME_ASSISTED", "低保户",
            "FIVE_GUARANTEES", "五保户",
            "LOW_INCOME_ASSISTED_POOR", "低保贫困户");
    private static final Map<String, String> BENEFITS = benefits();

    private Words() {}

    static String status(String code) {
        return STATUS.getOrDefault(code, code);
    }

    static String attribute(@Nullable String code) {
        return code == null ? NOTHING : ATTRIBUTE.getOrDefault(code, code);
    }

    static String cause(String code) {
        return Arrays.stream(Cause.values())
                .filter(cause -> cause.name().equals(code))
                .map(Cause::chinese)
                .findFirst()
                .orElse(code);
    }

    static String benefit(String code) {
        return BENEFITS.getOrDefault(code, code);
    }

    static String yuan(long fen) {
        return String.format(Locale.ROOT, "%,.2f", BigDecimal.valueOf(fen, 2));
    }

    static String or(@Nullable Object value) {
        return value == null || value.toString().isBlank() ? NOTHING : value.toString();
    }

    private static Map<String, String> benefits() {
        var bytes = Objects.requireNonNull(Words.class.getResourceAsStream("/handbook/benefit-names.csv"));
        try (CsvReader<NamedCsvRecord> csv =
                CsvReader.builder().ofNamedCsvRecord(new InputStreamReader(bytes, StandardCharsets.UTF_8))) {
            return csv.stream()
                    .collect(Collectors.toMap(row -> row.getField("benefit"), row -> row.getField("name_zh")));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
