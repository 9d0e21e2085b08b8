package org.jingzhun.funding.allocation;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jingzhun.chassis.data.DataTable;
import org.jingzhun.chassis.data.DataTables;
import org.jingzhun.funding.allocation.formula.Factor;
import org.jingzhun.funding.codelist.DataFile;
import org.jingzhun.funding.codelist.Dated;
import org.jspecify.annotations.Nullable;

/** The parameter sets of {@code data/allocation-parameters.csv} and those loaded since. */
@ApplicationScoped
public class ParameterSets implements DataTable<ParameterSets.Row> {

    private static final List<String> COLUMNS =
            List.of("set", "validFrom", "validTo", "factor", "weight", "inverse", "source");

    private final DataTables tables;

    ParameterSets(DataTables tables) {
        this.tables = tables;
    }

    /** One factor of a set. */
    public record Row(
            String set, LocalDate validFrom, @Nullable LocalDate validTo, WeightedFactor factor, String source) {}

    public List<ParameterSet> list() {
        return setsOf(tables.list(this));
    }

    public Optional<ParameterSet> find(String code) {
        return list().stream().filter(set -> set.code().equals(code)).findFirst();
    }

    /** The set that holds at the beginning of a year, of several the youngest. */
    Optional<ParameterSet> findForYear(int year) {
        return findForYear(list(), year);
    }

    static Optional<ParameterSet> findForYear(List<ParameterSet> sets, int year) {
        return Dated.youngestOn(sets, LocalDate.of(year, 1, 1));
    }

    static List<ParameterSet> setsOf(List<Row> rows) {
        return Dated.setsOf(rows, Row::set, ParameterSets::setOf);
    }

    private static ParameterSet setOf(List<Row> rows) {
        var first = rows.getFirst();
        return new ParameterSet(
                first.set(),
                first.validFrom(),
                first.validTo(),
                rows.stream().map(Row::factor).toList(),
                rows.stream().map(Row::source).toList());
    }

    @Override
    public String table() {
        return "allocation-parameters";
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
                WeightedFactor.of(
                        FactorCode.valueOf(row.getField("factor")),
                        row.getField("weight"),
                        Boolean.parseBoolean(row.getField("inverse"))),
                row.getField("source"));
    }

    @Override
    public String keyOf(Row row) {
        return row.set() + " " + row.factor().factor();
    }

    @Override
    public void requireWhole(List<Row> rows) {
        for (var set : setsOf(rows)) {
            int weights =
                    set.factors().stream().mapToInt(WeightedFactor::weight).sum();
            if (weights != Factor.WHOLE) {
                throw new IllegalArgumentException(
                        "Weights of " + set.code() + " (" + weights + " basis points) must sum to 10000");
            }
        }
    }
}
