package org.jingzhun.funding.performance;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.function.Function;
import org.jingzhun.chassis.data.DataTable;
import org.jingzhun.chassis.data.DataTables;
import org.jingzhun.funding.codelist.DataFile;
import org.jingzhun.funding.codelist.Dated;
import org.jingzhun.funding.performance.grading.Criterion;
import org.jingzhun.funding.performance.grading.Grade;
import org.jingzhun.funding.performance.grading.Grading;
import org.jspecify.annotations.Nullable;

/** Criteria of {@code data/performance-criteria.csv} and later rows, with the grades of their set. */
@ApplicationScoped
public class GradingSets implements DataTable<GradingSets.Row> {

    private static final List<String> COLUMNS =
            List.of("set", "validFrom", "validTo", "dimension", "criterion", "points", "deducts", "source");

    private final DataTables tables;
    private final GradeTable grades;

    GradingSets(DataTables tables, GradeTable grades) {
        this.tables = tables;
        this.grades = grades;
    }

    /** One criterion of a set. */
    public record Row(
            String set, LocalDate validFrom, @Nullable LocalDate validTo, Criterion criterion, String source) {}

    /**
     * Criteria and grades that hold for a time.
     *
     * @param source the document behind each criterion, with the mark of its evidence
     */
    public record GradingSet(
            String code, LocalDate validFrom, @Nullable LocalDate validTo, Grading grading, List<String> source)
            implements Dated {

        public GradingSet {
            source = List.copyOf(source);
        }
    }

    /** In the order of their rows. */
    public List<GradingSet> list() {
        return setsOf(tables.list(this), grades::get);
    }

    /** @param code null for the youngest that holds in the year */
    Optional<GradingSet> find(@Nullable String code, int year) {
        return list().stream()
                .filter(set -> code == null ? set.holdsIn(year) : set.code().equals(code))
                .max(Comparator.comparing(GradingSet::validFrom));
    }

    static List<GradingSet> setsOf(List<Row> rows, Function<String, SortedMap<Grade, Integer>> grades) {
        return Dated.setsOf(rows, Row::set, set -> setOf(set, grades));
    }

    private static GradingSet setOf(List<Row> rows, Function<String, SortedMap<Grade, Integer>> grades) {
        var first = rows.getFirst();
        return new GradingSet(
                first.set(),
                first.validFrom(),
                first.validTo(),
                new Grading(rows.stream().map(Row::criterion).toList(), grades.apply(first.set())),
                rows.stream().map(Row::source).toList());
    }

    @Override
    public String table() {
        return "performance-criteria";
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
                LocalDate.parse(row.getField("validFrom")),
                DataFile.dateOrNull(row.getField("validTo")),
                new Criterion(
                        row.getField("dimension"),
                        row.getField("criterion"),
                        new BigDecimal(row.getField("points")).movePointRight(2).intValueExact(),
                        Boolean.parseBoolean(row.getField("deducts"))),
                row.getField("source"));
    }

    @Override
    public String keyOf(Row row) {
        return row.set() + " " + row.criterion().code();
    }

    @Override
    public void requireWhole(List<Row> rows) {
        if (setsOf(rows, grades::get).isEmpty()) {
            throw new IllegalArgumentException("There must be a set of criteria");
        }
    }
}
