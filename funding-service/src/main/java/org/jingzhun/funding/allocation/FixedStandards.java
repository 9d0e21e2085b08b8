package org.jingzhun.funding.allocation;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jingzhun.chassis.data.DataTable;
import org.jingzhun.chassis.data.DataTables;
import org.jingzhun.funding.codelist.DataFile;
import org.jingzhun.funding.codelist.Dated;
import org.jingzhun.funding.ledger.money.Money;
import org.jspecify.annotations.Nullable;

/** Amounts for each village, head or first secretary (固定标准), of {@code data/fixed-standards.csv} and later rows. */
@ApplicationScoped
public class FixedStandards implements DataTable<FixedStandards.Standard> {

    private static final List<String> COLUMNS =
            List.of("standard", "validFrom", "validTo", "counts", "amount", "source");

    private final DataTables tables;

    FixedStandards(DataTables tables) {
        this.tables = tables;
    }

    /**
     * An amount for each unit.
     *
     * @param counts what its units are; TABLE: the plan names the table that counts them
     */
    public record Standard(
            String code,
            LocalDate validFrom,
            @Nullable LocalDate validTo,
            FactorCode counts,
            Money amount,
            String source)
            implements Dated {}

    /** All rows in their order. */
    public List<Standard> list() {
        return tables.list(this);
    }

    Optional<Standard> find(String code, int year) {
        return find(list(), code, year);
    }

    /** What all standards of a year together give for each unit of a kind. */
    public Money sum(FactorCode counts, int year) {
        var all = list();
        return all.stream()
                .map(Standard::code)
                .distinct()
                .flatMap(code -> find(all, code, year).stream())
                .filter(standard -> standard.counts() == counts)
                .map(Standard::amount)
                .reduce(Money.ZERO, Money::plus);
    }

    /** Of several that hold the youngest. */
    static Optional<Standard> find(List<Standard> all, String code, int year) {
        return all.stream()
                .filter(standard -> standard.code().equals(code) && standard.holdsIn(year))
                .max(Comparator.comparing(Standard::validFrom));
    }

    @Override
    public String table() {
        return "fixed-standards";
    }

    @Override
    public List<String> columns() {
        return COLUMNS;
    }

    @Override
    public Standard read(NamedCsvRecord row) {
        return rowOf(row);
    }

    static Standard rowOf(NamedCsvRecord row) {
        return new Standard(
                row.getField("standard"),
                LocalDate.parse(row.getField("validFrom")),
                DataFile.dateOrNull(row.getField("validTo")),
                FactorCode.valueOf(row.getField("counts")),
                Money.parse(row.getField("amount")).requirePositive("Amount"),
                row.getField("source"));
    }

    @Override
    public String keyOf(Standard row) {
        return row.code() + " " + row.validFrom();
    }
}
