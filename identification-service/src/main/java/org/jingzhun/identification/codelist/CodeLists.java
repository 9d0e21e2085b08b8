package org.jingzhun.identification.codelist;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jingzhun.identification.datafile.DataFile;

/** All code lists, read once from {@code code-lists/code-lists.csv}. */
@ApplicationScoped
public class CodeLists {

    private static final String FILE = "code-lists/code-lists.csv";

    private final Map<String, CodeList> byName;

    public CodeLists() {
        Map<String, List<NamedCsvRecord>> rows = DataFile.rows(FILE).stream()
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
}
