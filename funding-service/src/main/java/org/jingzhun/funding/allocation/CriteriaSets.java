package org.jingzhun.funding.allocation;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jingzhun.chassis.data.DataTable;
import org.jingzhun.chassis.data.DataTables;
import org.jingzhun.funding.allocation.formula.Factor;
import org.jingzhun.funding.codelist.DataFile;
import org.jingzhun.funding.codelist.Dated;
import org.jspecify.annotations.Nullable;

/** Criteria by which proposals are appraised (评审标准), of {@code data/selection-criteria.csv} and later rows. */
@ApplicationScoped
public class CriteriaSets implements DataTable<CriteriaSets.Row> {

    private static final List<String> COLUMNS =
            List.of("set", "validFrom", "validTo", "appraisers", "criterion", "weight", "source");

    private final DataTables tables;

    CriteriaSets(DataTables tables) {
        this.tables = tables;
    }

    /** One criterion of a set. */
    public record Row(
            String set,
            LocalDate validFrom,
            @Nullable LocalDate validTo,
            int appraisers,
            Criterion criterion,
            String source) {

        public Row {
            if (appraisers < 1) {
                throw new IllegalArgumentException("Appraisers (" + appraisers + ") must be at least one");
            }
        }
    }

    /**
     * Criteria with weights that hold for a time.
     *
     * @param appraisers how many different persons must appraise each proposal
     * @param source the document behind each weight, with the mark of its evidence
     */
    public record CriteriaSet(
            String code,
            LocalDate validFrom,
            @Nullable LocalDate validTo,
            int appraisers,
            List<Criterion> criteria,
            List<String> source)
            implements Dated {

        public CriteriaSet {
            criteria = List.copyOf(criteria);
            source = List.copyOf(source);
            if (criteria.stream().mapToInt(Criterion::weight).sum() != Factor.WHOLE) {
                throw new IllegalArgumentException("Weights of " + code + " must sum to 1");
            }
        }

        /**
         * The score of a proposal: the mean over its appraisers of the weighted marks, cut to a hundredth of a point.
         *
         * @param marks of each appraiser, 0 to 100 for each criterion
         */
        int score(List<List<Integer>> marks) {
            long sum = 0;
            for (var one : marks) {
                for (int c = 0; c < criteria.size(); c++) {
                    sum += (long) criteria.get(c).weight() * one.get(c);
                }
            }
            return marks.isEmpty() ? 0 : Math.toIntExact(sum / (100L * marks.size()));
        }
    }

    /**
     * One criterion.
     *
     * @param code of the list {@code selection-criterion}
     * @param weight basis points
     */
    public record Criterion(String code, int weight) {}

    /** In the order of their rows. */
    public List<CriteriaSet> list() {
        return setsOf(tables.list(this));
    }

    Optional<CriteriaSet> find(String code) {
        return list().stream().filter(set -> set.code().equals(code)).findFirst();
    }

    CriteriaSet get(String code) {
        return find(code).orElseThrow(() -> new IllegalStateException("Criteria " + code + " must stay in the data"));
    }

    /** The set that holds at the beginning of a year, of several the youngest. */
    Optional<CriteriaSet> findForYear(int year) {
        return Dated.youngestOn(list(), LocalDate.of(year, 1, 1));
    }

    static List<CriteriaSet> setsOf(List<Row> rows) {
        return Dated.setsOf(rows, Row::set, CriteriaSets::setOf);
    }

    private static CriteriaSet setOf(List<Row> rows) {
        var first = rows.getFirst();
        return new CriteriaSet(
                first.set(),
                first.validFrom(),
                first.validTo(),
                first.appraisers(),
                rows.stream().map(Row::criterion).toList(),
                rows.stream().map(Row::source).toList());
    }

    @Override
    public String table() {
        return "selection-criteria";
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
                Integer.parseInt(row.getField("appraisers")),
                new Criterion(
                        row.getField("criterion"),
                        new BigDecimal(row.getField("weight")).movePointRight(4).intValueExact()),
                row.getField("source"));
    }

    @Override
    public String keyOf(Row row) {
        return row.set() + " " + row.criterion().code();
    }

    @Override
    public void requireWhole(List<Row> rows) {
        if (setsOf(rows).isEmpty()) {
            throw new IllegalArgumentException("There must be a set of criteria");
        }
    }
}
