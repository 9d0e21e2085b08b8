package org.jingzhun.identification.codelist;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** All code lists, read once from {@code code-lists/code-lists.csv}. */
@ApplicationScoped
public class CodeLists {

    private static final String FILE = "/code-lists/code-lists.csv";

    private final Map<String, CodeList> byName;

    public CodeLists() {
        Map<String, List<NamedCsvRecord>> rows = rows().stream()
                .collect(Collectors.groupingBy(
                        row -> row.getField("list"), LinkedHashMap::new, Collectors.toUnmodifiableList()));
        byName = new LinkedHashMap<>();
        rows.forEach((name, entries) -> byName.put(
                name,
                new CodeList(
                        name,
                        entries.getFirst().getField("source"),
                        entries.stream().map(CodeLists::entry).toList())));
    }

    public List<CodeList> list() {
        return List.copyOf(byName.values());
    }

    public Optional<CodeList> find(String name) {
        return Optional.ofNullable(byName.get(name));
    }

    private static CodeList.Entry entry(NamedCsvRecord row) {
        String validTo = row.getField("valid_to");
        return new CodeList.Entry(
                row.getField("code"),
                row.getField("label_zh"),
                row.getField("label_en"),
                LocalDate.parse(row.getField("valid_from")),
                validTo.isEmpty() ? null : LocalDate.parse(validTo));
    }

    private static List<NamedCsvRecord> rows() {
        InputStream bytes = CodeLists.class.getResourceAsStream(FILE);
        if (bytes == null) {
            throw new IllegalStateException("the data file %s must be in the jar".formatted(FILE));
        }
        try (CsvReader<NamedCsvRecord> csv =
                CsvReader.builder().ofNamedCsvRecord(new InputStreamReader(bytes, StandardCharsets.UTF_8))) {
            return csv.stream().toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
