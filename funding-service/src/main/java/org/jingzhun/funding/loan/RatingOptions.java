package org.jingzhun.funding.loan;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import org.jingzhun.chassis.data.DataTable;
import org.jingzhun.chassis.data.DataTables;
import org.jingzhun.funding.loan.rating.Option;

/** The criteria of {@code data/loan-rating-options.csv} and those loaded since. */
@ApplicationScoped
public class RatingOptions implements DataTable<RatingOption> {

    private static final List<String> COLUMNS =
            List.of("version", "validFrom", "criterion", "option", "points", "source");

    private final DataTables tables;

    RatingOptions(DataTables tables) {
        this.tables = tables;
    }

    /** Those of the youngest version that holds on a day. */
    List<RatingOption> listInForce(LocalDate day) {
        var all = tables.list(this);
        return all.stream()
                .filter(row -> !row.validFrom().isAfter(day))
                .max(Comparator.comparing(RatingOption::validFrom).thenComparing(RatingOption::version))
                .map(latest -> all.stream()
                        .filter(row -> row.version().equals(latest.version()))
                        .toList())
                .orElse(List.of());
    }

    @Override
    public String table() {
        return "loan-rating-options";
    }

    @Override
    public List<String> columns() {
        return COLUMNS;
    }

    @Override
    public String keyOf(RatingOption row) {
        return row.version() + " " + row.option().criterion() + " "
                + row.option().option();
    }

    @Override
    public RatingOption read(NamedCsvRecord row) {
        return new RatingOption(
                row.getField("version"),
                LocalDate.parse(row.getField("validFrom")),
                new Option(row.getField("criterion"), row.getField("option"), Integer.parseInt(row.getField("points"))),
                row.getField("source"));
    }
}
