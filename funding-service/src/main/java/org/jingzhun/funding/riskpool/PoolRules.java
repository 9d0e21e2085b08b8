package org.jingzhun.funding.riskpool;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jingzhun.chassis.data.DataTable;
import org.jingzhun.chassis.data.DataTables;

/** The rules of {@code data/risk-pool-rules.csv} and those loaded since. */
@ApplicationScoped
public class PoolRules implements DataTable<PoolRule> {

    private static final int BASIS_POINTS = 4;
    private static final List<String> COLUMNS = List.of(
            "version",
            "validFrom",
            "poolShare",
            "leastPoolShare",
            "mostPoolShare",
            "leverage",
            "leastLeverage",
            "mostLeverage",
            "triggerDays",
            "stopOverdue",
            "stopCompensated",
            "products",
            "source");

    private final DataTables tables;

    PoolRules(DataTables tables) {
        this.tables = tables;
    }

    /** The youngest that holds on a day. */
    Optional<PoolRule> find(LocalDate day) {
        return tables.list(this).stream()
                .filter(rule -> !rule.validFrom().isAfter(day))
                .max(Comparator.comparing(PoolRule::validFrom).thenComparing(PoolRule::version));
    }

    @Override
    public String table() {
        return "risk-pool-rules";
    }

    @Override
    public List<String> columns() {
        return COLUMNS;
    }

    @Override
    public String keyOf(PoolRule row) {
        return row.version();
    }

    @Override
    public PoolRule read(NamedCsvRecord row) {
        return new PoolRule(
                row.getField("version"),
                LocalDate.parse(row.getField("validFrom")),
                basisPoints(row, "poolShare"),
                basisPoints(row, "leastPoolShare"),
                basisPoints(row, "mostPoolShare"),
                Integer.parseInt(row.getField("leverage")),
                Integer.parseInt(row.getField("leastLeverage")),
                Integer.parseInt(row.getField("mostLeverage")),
                Integer.parseInt(row.getField("triggerDays")),
                basisPoints(row, "stopOverdue"),
                basisPoints(row, "stopCompensated"),
                Set.of(row.getField("products").split(" ")),
                row.getField("source"));
    }

    private static int basisPoints(NamedCsvRecord row, String column) {
        return new BigDecimal(row.getField(column)).movePointRight(BASIS_POINTS).intValueExact();
    }
}
