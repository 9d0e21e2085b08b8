package org.jingzhun.funding.allocation;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jingzhun.chassis.data.DataTable;
import org.jingzhun.chassis.data.DataTables;
import org.jingzhun.funding.allocation.formula.Factor;
import org.jingzhun.funding.codelist.DataFile;
import org.jspecify.annotations.Nullable;

/** Percentages that a grade of performance takes away or adds (绩效结果应用), of {@code data/allocation-incentives.csv} and later rows. */
@ApplicationScoped
public class IncentiveSets implements DataTable<IncentiveSets.Incentive> {

    private static final List<String> COLUMNS =
            List.of("set", "validFrom", "validTo", "grade", "deduction", "reward", "source");

    private final DataTables tables;

    IncentiveSets(DataTables tables) {
        this.tables = tables;
    }

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
            if (deduction < 0 || deduction > Factor.WHOLE || reward < 0 || reward > Factor.WHOLE) {
                throw new IllegalArgumentException("Deduction and reward of grade " + grade + " must be 0 to 1");
            }
            if (deduction > 0 && reward > 0) {
                throw new IllegalArgumentException("Grade " + grade + " of " + set + " must not take and add at once");
            }
        }
    }

    /** All rows in their order. */
    public List<Incentive> list() {
        return tables.list(this);
    }

    @Override
    public String table() {
        return "allocation-incentives";
    }

    @Override
    public List<String> columns() {
        return COLUMNS;
    }

    @Override
    public Incentive read(NamedCsvRecord row) {
        return new Incentive(
                row.getField("set"),
                LocalDate.parse(row.getField("validFrom")),
                DataFile.dateOrNull(row.getField("validTo")),
                row.getField("grade"),
                basisPoints(row.getField("deduction")),
                basisPoints(row.getField("reward")),
                row.getField("source"));
    }

    @Override
    public String keyOf(Incentive row) {
        return row.set() + " " + row.grade();
    }

    boolean has(String set) {
        return list().stream().anyMatch(incentive -> incentive.set().equals(set));
    }

    /** By grade. */
    Map<String, Incentive> get(String set) {
        return list().stream()
                .filter(incentive -> incentive.set().equals(set))
                .collect(Collectors.toMap(Incentive::grade, incentive -> incentive));
    }

    private static int basisPoints(String fraction) {
        return new BigDecimal(fraction).movePointRight(4).intValueExact();
    }
}
