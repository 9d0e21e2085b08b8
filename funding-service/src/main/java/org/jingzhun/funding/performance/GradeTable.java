package org.jingzhun.funding.performance;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jingzhun.chassis.data.DataTable;
import org.jingzhun.chassis.data.DataTables;
import org.jingzhun.funding.performance.grading.Grade;
import org.jingzhun.funding.performance.grading.Grading;

/**
 * The totals that grades need, of {@code data/performance-grades.csv} and later rows. A set's grades are loaded before its
 * criteria.
 */
@ApplicationScoped
class GradeTable implements DataTable<GradeTable.Row> {

    private static final List<String> COLUMNS = List.of("set", "grade", "least", "source");

    private final DataTables tables;

    GradeTable(DataTables tables) {
        this.tables = tables;
    }

    /** @param least hundredths of a point */
    record Row(String set, Grade grade, int least, String source) {}

    SortedMap<Grade, Integer> get(String set) {
        return gradesOf(tables.list(this), set);
    }

    static SortedMap<Grade, Integer> gradesOf(List<Row> rows, String set) {
        var least = new TreeMap<Grade, Integer>();
        rows.stream().filter(row -> row.set().equals(set)).forEach(row -> least.put(row.grade(), row.least()));
        return least;
    }

    @Override
    public String table() {
        return "performance-grades";
    }

    @Override
    public List<String> columns() {
        return COLUMNS;
    }

    @Override
    public Row read(NamedCsvRecord row) {
        return rowOf(row);
    }

    static Row rowOf(NamedCsvRecord row) {
        return new Row(
                row.getField("set"),
                Grade.valueOf(row.getField("grade")),
                new BigDecimal(row.getField("least")).movePointRight(2).intValueExact(),
                row.getField("source"));
    }

    @Override
    public String keyOf(Row row) {
        return row.set() + " " + row.grade();
    }

    @Override
    public void requireWhole(List<Row> rows) {
        rows.stream().map(Row::set).distinct().forEach(set -> Grading.requireScale(gradesOf(rows, set)));
    }
}
