package org.jingzhun.funding.performance;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jingzhun.funding.codelist.DataFile;
import org.jingzhun.funding.performance.grading.Criterion;
import org.jingzhun.funding.performance.grading.Grade;
import org.jingzhun.funding.performance.grading.Grading;
import org.jspecify.annotations.Nullable;

/** Criteria and grades of {@code data/performance-criteria.csv} and {@code data/performance-grades.csv}. */
@ApplicationScoped
public class GradingSets {

    private final List<NamedCsvRecord> grades = DataFile.read("performance-grades.csv", row -> row);
    private final List<GradingSet> sets = DataFile.read("performance-criteria.csv", row -> row).stream()
            .collect(Collectors.groupingBy(row -> row.getField("set"), LinkedHashMap::new, Collectors.toList()))
            .values()
            .stream()
            .map(this::setOf)
            .toList();

    /**
     * Criteria and grades that hold for a time.
     *
     * @param source the document behind each criterion, with the mark of its evidence
     */
    public record GradingSet(
            String code, LocalDate validFrom, @Nullable LocalDate validTo, Grading grading, List<String> source) {

        public GradingSet {
            source = List.copyOf(source);
        }

        boolean holdsIn(int year) {
            return validFrom.getYear() <= year && (validTo == null || validTo.getYear() >= year);
        }
    }

    /** In the file's order. */
    public List<GradingSet> list() {
        return sets;
    }

    Optional<GradingSet> find(@Nullable String code, int year) {
        return sets.stream()
                .filter(set -> code == null ? set.holdsIn(year) : set.code().equals(code))
                .findFirst();
    }

    private GradingSet setOf(List<NamedCsvRecord> rows) {
        var first = rows.getFirst();
        var code = first.getField("set");
        var least = new TreeMap<Grade, Integer>();
        grades.stream()
                .filter(row -> row.getField("set").equals(code))
                .forEach(row -> least.put(Grade.valueOf(row.getField("grade")), hundredths(row.getField("least"))));
        return new GradingSet(
                code,
                LocalDate.parse(first.getField("validFrom")),
                DataFile.dateOrNull(first.getField("validTo")),
                new Grading(
                        rows.stream()
                                .map(row -> new Criterion(
                                        row.getField("dimension"),
                                        row.getField("criterion"),
                                        hundredths(row.getField("points")),
                                        Boolean.parseBoolean(row.getField("deducts"))))
                                .toList(),
                        least),
                rows.stream().map(row -> row.getField("source")).toList());
    }

    private static int hundredths(String points) {
        return new BigDecimal(points).movePointRight(2).intValueExact();
    }
}
