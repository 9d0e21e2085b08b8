package org.jingzhun.pairing.handbook;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jingzhun.pairing.cause.Cause;
import org.jingzhun.pairing.visit.NeedKind;
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
    private static final Map<String, String> BENEFITS = csv("benefit-names").stream()
            .collect(Collectors.toMap(row -> row.getField("benefit"), row -> row.getField("name_zh")));
    private static final Map<List<String>, String> OTHERS = csv("words").stream()
            .collect(Collectors.toMap(
                    row -> List.of(row.getField("list"), row.getField("code")), row -> row.getField("name_zh")));

    /** Need, kind of help, and code of it. */
    private static final Set<List<String>> ANSWERS = csv("need-help").stream()
            .map(row -> List.of(row.getField("need"), row.getField("kind"), row.getField("code")))
            .collect(Collectors.toSet());

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

    /** @param list relation, education, schooling, labour or help-kind */
    static String word(String list, @Nullable String code) {
        return code == null ? NOTHING : OTHERS.getOrDefault(List.of(list, code), code);
    }

    /** Whether help of this code is of use against the need. */
    static boolean answers(NeedKind need, Need.Help.Kind kind, String code) {
        return ANSWERS.contains(List.of(need.name(), kind.name(), code));
    }

    private static List<NamedCsvRecord> csv(String name) {
        var bytes = Objects.requireNonNull(Words.class.getResourceAsStream("/handbook/" + name + ".csv"));
        try (CsvReader<NamedCsvRecord> csv =
                CsvReader.builder().ofNamedCsvRecord(new InputStreamReader(bytes, StandardCharsets.UTF_8))) {
            return csv.stream().toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
