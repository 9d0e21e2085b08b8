package org.jingzhun.funding.allocation;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jingzhun.funding.codelist.DataFile;
import org.jingzhun.funding.ledger.money.Money;
import org.jspecify.annotations.Nullable;

/** Amounts for each village, head or first secretary (固定标准), of {@code data/fixed-standards.csv}. */
@ApplicationScoped
public class FixedStandards {

    private final List<Standard> all = DataFile.read(
            "fixed-standards.csv",
            row -> new Standard(
                    row.getField("standard"),
                    LocalDate.parse(row.getField("validFrom")),
                    DataFile.dateOrNull(row.getField("validTo")),
                    FactorCode.valueOf(row.getField("counts")),
                    Money.parse(row.getField("amount")).requirePositive("Amount"),
                    row.getField("source")));

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
            String source) {

        boolean holdsIn(int year) {
            return validFrom.getYear() <= year && (validTo == null || validTo.getYear() >= year);
        }
    }

    /** All rows in the file's order. */
    public List<Standard> list() {
        return all;
    }

    Optional<Standard> find(String code, int year) {
        return all.stream()
                .filter(standard -> standard.code().equals(code) && standard.holdsIn(year))
                .findFirst();
    }
}
