package org.jingzhun.funding.allocation;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jingzhun.funding.codelist.DataFile;

/** The parameter sets of {@code data/allocation-parameters.csv}. */
@ApplicationScoped
public class ParameterSets {

    private final List<ParameterSet> sets = DataFile.read("allocation-parameters.csv", row -> row).stream()
            .collect(Collectors.groupingBy(row -> row.getField("set"), LinkedHashMap::new, Collectors.toList()))
            .values()
            .stream()
            .map(ParameterSets::setOf)
            .toList();

    public List<ParameterSet> list() {
        return sets;
    }

    public Optional<ParameterSet> find(String code) {
        return sets.stream().filter(set -> set.code().equals(code)).findFirst();
    }

    /** The set that holds at the beginning of a year. */
    Optional<ParameterSet> findForYear(int year) {
        return sets.stream()
                .filter(set -> set.holdsOn(LocalDate.of(year, 1, 1)))
                .findFirst();
    }

    private static ParameterSet setOf(List<NamedCsvRecord> rows) {
        var first = rows.getFirst();
        return new ParameterSet(
                first.getField("set"),
                LocalDate.parse(first.getField("validFrom")),
                DataFile.dateOrNull(first.getField("validTo")),
                rows.stream().map(ParameterSets::factorOf).toList(),
                rows.stream().map(row -> row.getField("source")).toList());
    }

    private static WeightedFactor factorOf(NamedCsvRecord row) {
        return WeightedFactor.of(
                FactorCode.valueOf(row.getField("factor")),
                row.getField("weight"),
                Boolean.parseBoolean(row.getField("inverse")));
    }
}
