package org.jingzhun.funding.allocation;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jingzhun.funding.allocation.formula.Factor;
import org.jingzhun.funding.codelist.DataFile;
import org.jspecify.annotations.Nullable;

/** Criteria by which proposals are appraised (评审标准), of {@code data/selection-criteria.csv}. */
@ApplicationScoped
public class CriteriaSets {

    private final List<CriteriaSet> sets = DataFile.read("selection-criteria.csv", row -> row).stream()
            .collect(Collectors.groupingBy(row -> row.getField("set"), LinkedHashMap::new, Collectors.toList()))
            .values()
            .stream()
            .map(CriteriaSets::setOf)
            .toList();

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
            List<String> source) {

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

    /** In the file's order. */
    public List<CriteriaSet> list() {
        return sets;
    }

    Optional<CriteriaSet> find(String code) {
        return sets.stream().filter(set -> set.code().equals(code)).findFirst();
    }

    CriteriaSet get(String code) {
        return find(code).orElseThrow(() -> new IllegalStateException("Criteria " + code + " must stay in the data"));
    }

    /** The set that holds at the beginning of a year. */
    Optional<CriteriaSet> findForYear(int year) {
        var day = LocalDate.of(year, 1, 1);
        return sets.stream()
                .filter(set -> !day.isBefore(set.validFrom()) && (set.validTo() == null || !day.isAfter(set.validTo())))
                .findFirst();
    }

    private static CriteriaSet setOf(List<NamedCsvRecord> rows) {
        var first = rows.getFirst();
        return new CriteriaSet(
                first.getField("set"),
                LocalDate.parse(first.getField("validFrom")),
                DataFile.dateOrNull(first.getField("validTo")),
                Integer.parseInt(first.getField("appraisers")),
                rows.stream()
                        .map(row -> new Criterion(
                                row.getField("criterion"),
                                new BigDecimal(row.getField("weight"))
                                        .movePointRight(4)
                                        .intValueExact()))
                        .toList(),
                rows.stream().map(row -> row.getField("source")).toList());
    }
}
