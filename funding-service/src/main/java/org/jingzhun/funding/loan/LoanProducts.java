package org.jingzhun.funding.loan;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jingzhun.chassis.data.DataTable;
import org.jingzhun.chassis.data.DataTables;
import org.jingzhun.funding.codelist.DataFile;
import org.jingzhun.funding.codelist.Dated;
import org.jingzhun.funding.ledger.money.Money;
import org.jingzhun.funding.loan.schedule.DayCount;
import org.jingzhun.funding.loan.schedule.Every;
import org.jingzhun.funding.loan.schedule.Repaid;

/** The products of {@code data/loan-products.csv} and those loaded since. */
@ApplicationScoped
public class LoanProducts implements DataTable<LoanProduct> {

    private static final int MILLIONTHS = 6;
    private static final List<String> COLUMNS = List.of(
            ("product,version,validFrom,validTo,most,limitBy,mostMonths,rateCap,rateShare,subsidyShare,subsidyWhile,"
                            + "penaltyShare,dayCount,interestEvery,repaid,graceMonths,mostRenewals,mostExtensions,"
                            + "extensionShort,extensionLong,subsidisedExtended,uses,borrowers,leastAge,mostAge,rated,"
                            + "securities,source")
                    .split(","));

    private final DataTables tables;

    LoanProducts(DataTables tables) {
        this.tables = tables;
    }

    public List<LoanProduct> list() {
        return tables.list(this);
    }

    /** The rules that hold on a day; of several the youngest. */
    Optional<LoanProduct> find(Product product, LocalDate day) {
        var editions =
                list().stream().filter(edition -> edition.product() == product).toList();
        return Dated.youngestOn(editions, day);
    }

    /**
     * The rules under which a loan was decided.
     *
     * @throws IllegalStateException if they are gone
     */
    LoanProduct get(Product product, String version) {
        return list().stream()
                .filter(edition ->
                        edition.product() == product && edition.version().equals(version))
                .findFirst()
                .orElseThrow(() ->
                        new IllegalStateException("Product " + version + " must be there as long as loans name it"));
    }

    @Override
    public String table() {
        return "loan-products";
    }

    @Override
    public List<String> columns() {
        return COLUMNS;
    }

    @Override
    public String keyOf(LoanProduct row) {
        return row.version();
    }

    @Override
    public LoanProduct read(NamedCsvRecord row) {
        return new LoanProduct(
                Product.valueOf(row.getField("product")),
                row.getField("version"),
                LocalDate.parse(row.getField("validFrom")),
                DataFile.dateOrNull(row.getField("validTo")),
                Money.parse(row.getField("most")),
                LoanProduct.LimitBy.valueOf(row.getField("limitBy")),
                Integer.parseInt(row.getField("mostMonths")),
                new LoanProduct.RateCap(RateReference.valueOf(row.getField("rateCap")), ppm(row, "rateShare")),
                ppm(row, "subsidyShare"),
                LoanProduct.SubsidyWhile.valueOf(row.getField("subsidyWhile")),
                ppm(row, "penaltyShare"),
                DayCount.valueOf(row.getField("dayCount")),
                Every.valueOf(row.getField("interestEvery")),
                Repaid.valueOf(row.getField("repaid")),
                Integer.parseInt(row.getField("graceMonths")),
                new LoanProduct.Extension(
                        Integer.parseInt(row.getField("mostExtensions")),
                        Integer.parseInt(row.getField("mostRenewals")),
                        ppm(row, "extensionShort"),
                        ppm(row, "extensionLong"),
                        Boolean.parseBoolean(row.getField("subsidisedExtended"))),
                words(row, "uses", LoanUse::valueOf),
                words(row, "borrowers", Function.identity()),
                new LoanProduct.Ages(
                        Integer.parseInt(row.getField("leastAge")), Integer.parseInt(row.getField("mostAge"))),
                Boolean.parseBoolean(row.getField("rated")),
                words(row, "securities", Security::valueOf),
                row.getField("source"));
    }

    /** A fraction as millionths. */
    static int ppm(NamedCsvRecord row, String column) {
        return new BigDecimal(row.getField(column)).movePointRight(MILLIONTHS).intValueExact();
    }

    private static <T> Set<T> words(NamedCsvRecord row, String column, Function<String, T> reader) {
        return Arrays.stream(row.getField(column).split(" ")).map(reader).collect(Collectors.toSet());
    }
}
