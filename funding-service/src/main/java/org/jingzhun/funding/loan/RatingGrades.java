package org.jingzhun.funding.loan;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import org.jingzhun.chassis.data.DataTable;
import org.jingzhun.chassis.data.DataTables;
import org.jingzhun.funding.ledger.money.Money;
import org.jingzhun.funding.loan.rating.Grade;

/** The grades of {@code data/loan-rating-grades.csv} and those loaded since. */
@ApplicationScoped
public class RatingGrades implements DataTable<RatingGrade> {

    private static final List<String> COLUMNS =
            List.of("version", "validFrom", "grade", "leastPoints", "line", "source");

    private final DataTables tables;

    RatingGrades(DataTables tables) {
        this.tables = tables;
    }

    List<Grade> list(String version) {
        return tables.list(this).stream()
                .filter(row -> row.version().equals(version))
                .map(RatingGrade::grade)
                .toList();
    }

    @Override
    public String table() {
        return "loan-rating-grades";
    }

    @Override
    public List<String> columns() {
        return COLUMNS;
    }

    @Override
    public String keyOf(RatingGrade row) {
        return row.version() + " " + row.grade().grade();
    }

    @Override
    public RatingGrade read(NamedCsvRecord row) {
        return new RatingGrade(
                row.getField("version"),
                LocalDate.parse(row.getField("validFrom")),
                new Grade(
                        row.getField("grade"),
                        Integer.parseInt(row.getField("leastPoints")),
                        Money.parse(row.getField("line"))),
                row.getField("source"));
    }
}
