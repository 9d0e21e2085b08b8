package org.jingzhun.funding.codelist;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;

/** All code lists of this service, from {@code data/code-lists.csv}. */
@ApplicationScoped
public class CodeLists {

    private final List<CodeEntry> entries = DataFile.read(
            "code-lists.csv",
            row -> new CodeEntry(
                    row.getField("list"),
                    row.getField("code"),
                    row.getField("zh"),
                    row.getField("en"),
                    LocalDate.parse(row.getField("validFrom")),
                    DataFile.dateOrNull(row.getField("validTo")),
                    row.getField("source")));

    /** Names of the lists, in the file's order. */
    public List<String> listNames() {
        return entries.stream().map(CodeEntry::list).distinct().toList();
    }

    /** Entries of a list in the file's order; empty if there is no such list. */
    public List<CodeEntry> list(String name) {
        return entries.stream().filter(entry -> entry.list().equals(name)).toList();
    }

    /** Codes of a list that hold on a day. */
    public List<String> listCodes(String name, LocalDate day) {
        return list(name).stream()
                .filter(entry -> entry.holdsOn(day))
                .map(CodeEntry::code)
                .toList();
    }
}
