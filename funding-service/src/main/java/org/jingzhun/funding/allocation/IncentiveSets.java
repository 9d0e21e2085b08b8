package org.jingzhun.funding.allocation;

import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jingzhun.funding.codelist.DataFile;
import org.jspecify.annotations.Nullable;

/** Percentages that a grade of performance takes away or adds (绩效结果应用), of {@code data/allocation-incentives.csv}. */
@ApplicationScoped
public class IncentiveSets {

    private final List<Incentive> all = DataFile.read(
            "allocation-incentives.csv",
            row -> new Incentive(
                    row.getField("set"),
                    LocalDate.parse(row.getField("validFrom")),
                    DataFile.dateOrNull(row.getField("validTo")),
                    row.getField("grade"),
                    basisPoints(row.getField("deduction")),
                    basisPoints(row.getField("reward")),
                    row.getField("source")));

    /**
     * What one grade brings.
     *
     * @param deduction basis points of the share
     * @param reward basis points of the share
     */
    public record Incentive(
            String set,
            LocalDate validFrom,
            @Nullable LocalDate validTo,
            String grade,
            int deduction,
            int reward,
            String source) {

        public Incentive {
            if (deduction > 0 && reward > 0) {
                throw new IllegalArgumentException("Grade " + grade + " of " + set + " must not take and add at once");
            }
        }
    }

    /** All rows in the file's order. */
    public List<Incentive> list() {
        return all;
    }

    boolean has(String set) {
        return all.stream().anyMatch(incentive -> incentive.set().equals(set));
    }

    /** By grade. */
    Map<String, Incentive> get(String set) {
        return all.stream()
                .filter(incentive -> incentive.set().equals(set))
                .collect(Collectors.toMap(Incentive::grade, incentive -> incentive));
    }

    private static int basisPoints(String fraction) {
        return new BigDecimal(fraction).movePointRight(4).intValueExact();
    }
}
