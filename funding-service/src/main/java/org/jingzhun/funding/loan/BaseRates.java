package org.jingzhun.funding.loan;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jingzhun.chassis.data.DataTable;
import org.jingzhun.chassis.data.DataTables;

/** The reference rates of {@code data/loan-base-rates.csv} and those loaded since. */
@ApplicationScoped
public class BaseRates implements DataTable<BaseRate> {

    private static final List<String> COLUMNS = List.of("reference", "validFrom", "months", "rate", "source");

    private final DataTables tables;

    BaseRates(DataTables tables) {
        this.tables = tables;
    }

    /** The rate for a term of so many months on a day: the youngest, of these the one of the shortest term that fits. */
    Optional<BaseRate> find(RateReference reference, int months, LocalDate day) {
        return tables.list(this).stream()
                .filter(rate -> rate.reference() == reference
                        && rate.months() >= months
                        && !rate.validFrom().isAfter(day))
                .max(Comparator.comparing(BaseRate::validFrom)
                        .thenComparing(Comparator.comparingInt(BaseRate::months).reversed()));
    }

    @Override
    public String table() {
        return "loan-base-rates";
    }

    @Override
    public List<String> columns() {
        return COLUMNS;
    }

    @Override
    public String keyOf(BaseRate row) {
        return row.reference() + " " + row.validFrom() + " " + row.months();
    }

    @Override
    public BaseRate read(NamedCsvRecord row) {
        return new BaseRate(
                RateReference.valueOf(row.getField("reference")),
                LocalDate.parse(row.getField("validFrom")),
                Integer.parseInt(row.getField("months")),
                LoanProducts.ppm(row, "rate"),
                row.getField("source"));
    }
}
