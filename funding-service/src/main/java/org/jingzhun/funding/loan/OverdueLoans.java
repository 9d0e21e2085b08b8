package org.jingzhun.funding.loan;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.jingzhun.chassis.caller.Area;
import org.jingzhun.chassis.query.Database;
import org.jingzhun.funding.ledger.money.Money;
import org.jspecify.annotations.Nullable;

/** What is overdue, by one query over all loans of an area. */
@ApplicationScoped
public class OverdueLoans {

    private static final String LIST = """
            select * from loan_standing(?)
            where overdue_fen > 0 and village between ? and ? and (?::text is null or product = ?::text)
              and (?::text is null or bank = ?::text) and (?::uuid is null or loan_id > ?::uuid)
            order by loan_id limit ?
            """;
    private static final String RATES = """
             as key, count(*) as loans, count(*) filter (where overdue_fen > 0) as overdue_loans,
                   sum(outstanding_fen)::bigint as outstanding, sum(overdue_fen)::bigint as overdue,
                   coalesce(sum(outstanding_fen) filter (where overdue_fen > 0), 0)::bigint as overdue_outstanding
            from loan_standing(?) where village between ? and ? and outstanding_fen > 0 group by 1 order by 1
            """;

    private final Database database;

    OverdueLoans(Database database) {
        this.database = database;
    }

    /** By what rates are grouped. */
    public enum By {
        COUNTY("county::text"),
        TOWNSHIP("(village / 1000 * 1000)::text"),
        VILLAGE("village::text"),
        PRODUCT("product"),
        BANK("bank");

        private final String expression;

        By(String expression) {
            this.expression = expression;
        }
    }

    /** In the order of their ids. */
    public List<OverdueLoan> list(
            LocalDate day,
            Area area,
            @Nullable Product product,
            @Nullable String bank,
            @Nullable UUID after,
            int limit) {
        var name = product == null ? null : product.name();
        return database.list(
                LIST,
                row -> {
                    var since = row.getObject("overdue_since", LocalDate.class);
                    return new OverdueLoan(
                            row.getObject("loan_id", UUID.class),
                            row.getLong("village"),
                            row.getObject("household_id", UUID.class),
                            Product.valueOf(row.getString("product")),
                            row.getString("bank"),
                            Money.ofFen(row.getLong("outstanding_fen")),
                            Money.ofFen(row.getLong("overdue_fen")),
                            since,
                            ChronoUnit.DAYS.between(since, day));
                },
                day,
                area.from(),
                area.to(),
                name,
                name,
                bank,
                bank,
                after,
                after,
                limit);
    }

    public List<OverdueRate> listRates(LocalDate day, Area area, By by) {
        return database.list(
                "select " + by.expression + RATES,
                row -> new OverdueRate(
                        row.getString("key"),
                        row.getLong("loans"),
                        row.getLong("overdue_loans"),
                        Money.ofFen(row.getLong("outstanding")),
                        Money.ofFen(row.getLong("overdue")),
                        Money.ofFen(row.getLong("overdue_outstanding"))),
                day,
                area.from(),
                area.to());
    }
}
