package org.jingzhun.pairing.helpplan;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jingzhun.chassis.data.DataTable;
import org.jingzhun.pairing.cause.Cause;

/** A table of the catalogue, {@code help/<name>.csv} and what was loaded since. */
final class CatalogueTable implements DataTable<Catalogue.Entry> {

    private static final List<String> COLUMNS =
            List.of("version", "jurisdiction", "valid_from", "code", "chinese", "english", "causes", "source");
    private static final String CODE = "[A-Z][A-Z_]{0,39}";
    private static final String JURISDICTION = "\\d{2}|\\d{4}|\\d{6}";

    private final String name;

    CatalogueTable(String name) {
        this.name = name;
    }

    @Override
    public String table() {
        return "help-" + name;
    }

    @Override
    public String file() {
        return "/help/" + name + ".csv";
    }

    @Override
    public List<String> columns() {
        return COLUMNS;
    }

    @Override
    public Catalogue.Entry read(NamedCsvRecord row) {
        var causes = row.getField("causes");
        if (!row.getField("code").matches(CODE)) {
            throw new IllegalArgumentException("code (" + row.getField("code") + ") must be capitals, like INDUSTRY");
        }
        if (!row.getField("jurisdiction").matches(JURISDICTION)) {
            throw new IllegalArgumentException(
                    "jurisdiction (" + row.getField("jurisdiction") + ") must have 2, 4 or 6 digits");
        }
        return new Catalogue.Entry(
                row.getField("version"),
                row.getField("jurisdiction"),
                LocalDate.parse(row.getField("valid_from")),
                row.getField("code"),
                row.getField("chinese"),
                row.getField("english"),
                causes.isEmpty()
                        ? Set.of()
                        : Arrays.stream(causes.split(" ")).map(Cause::valueOf).collect(Collectors.toSet()),
                row.getField("source"));
    }

    @Override
    public String keyOf(Catalogue.Entry row) {
        return row.version() + " " + row.code();
    }

    @Override
    public void requireAddable(List<Catalogue.Entry> added, LocalDate today) {
        DataTable.requireComing(added, Catalogue.Entry::version, Catalogue.Entry::validFrom, today);
    }

    /** A version is of one place and one day, and no place has two that begin on the same day. */
    @Override
    public void requireWhole(List<Catalogue.Entry> rows) {
        var places = rows.stream()
                .collect(Collectors.groupingBy(
                        Catalogue.Entry::version,
                        Collectors.mapping(row -> row.jurisdiction() + " " + row.validFrom(), Collectors.toSet())));
        places.forEach((version, its) -> {
            if (its.size() > 1) {
                throw new IllegalArgumentException(
                        "version " + version + " must be of one jurisdiction and begin on one day, not " + its);
            }
        });
        long beginnings = places.values().stream().distinct().count();
        if (beginnings < places.size()) {
            throw new IllegalArgumentException("no two versions of a jurisdiction may begin on the same day");
        }
    }
}
