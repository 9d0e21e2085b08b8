package org.jingzhun.funding.fund;

import com.github.f4b6a3.uuid.UuidCreator;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jingzhun.chassis.query.Database;
import org.jingzhun.funding.fund.rule.Drawing.Portion;
import org.jingzhun.funding.ledger.money.Money;
import org.jspecify.annotations.Nullable;

/** Everything that went into funds and out of them, as far as the caller's area reaches. */
@ApplicationScoped
public class FundMovements {

    private static final String ADD = """
            insert into fund_movement (id, fund_id, division, kind, source_id, year, amount_fen, aid_id, entry_id, payment_id,
              moved_on, memo)
            values (?, ?, ?, ?, ?, ?, ?, ?::uuid, ?::uuid, ?::uuid, ?, ?)
            """;
    private static final String HELD = """
            select source_id, year, sum(amount_fen) as fen
            from (select source_id, year, amount_fen from fund_movement where fund_id = ?
                  union all
                  select source_id, year, -amount_fen from fund_payment where fund_id = ? and state = 'DUE') held
            group by source_id, year having sum(amount_fen) > 0
            """;
    private static final String OWED = """
            select source_id, year, -sum(amount_fen) as fen from fund_movement where aid_id = ? and kind in ('LOAN', 'REPAYMENT')
            group by source_id, year having sum(amount_fen) < 0
            """;
    private static final String LIST = """
            select * from fund_movement where fund_id = ? and (?::uuid is null or id > ?::uuid) order by id limit ?
            """;

    private final Database database;

    FundMovements(Database database) {
        this.database = database;
    }

    void add(
            Fund fund,
            FundMovement.Kind kind,
            Portion portion,
            Money amount,
            @Nullable UUID aid,
            UUID entry,
            LocalDate on,
            String memo) {
        add(fund, kind, portion, amount, aid, entry, null, on, memo);
    }

    /** What a payment moved; its batch has booked it. */
    void paid(Fund fund, FundMovement.Kind kind, FundPayment payment, Money amount, LocalDate on, String memo) {
        add(fund, kind, payment.portion(), amount, payment.aidId(), null, payment.id(), on, memo);
    }

    private void add(
            Fund fund,
            FundMovement.Kind kind,
            Portion portion,
            Money amount,
            @Nullable UUID aid,
            @Nullable UUID entry,
            @Nullable UUID payment,
            LocalDate on,
            String memo) {
        database.execute(
                ADD,
                UuidCreator.getTimeOrderedEpochPlus1(),
                fund.id(),
                fund.division(),
                kind.name(),
                portion.sourceId(),
                portion.year(),
                amount.fen(),
                aid,
                entry,
                payment,
                on,
                memo);
    }

    /** What a fund holds of each source and year, without what is on its way. */
    Map<Portion, Money> held(UUID fund) {
        return sums(HELD, fund, fund);
    }

    /** What is still owed of a loan, by the source and year it was lent from. */
    Map<Portion, Money> owed(UUID aid) {
        return sums(OWED, aid);
    }

    private Map<Portion, Money> sums(String sql, Object... ids) {
        var sums = new HashMap<Portion, Money>();
        database.list(
                        sql,
                        row -> Map.entry(
                                new Portion(row.getObject("source_id", UUID.class), row.getInt("year")),
                                Money.ofFen(row.getLong("fen"))),
                        ids)
                .forEach(sum -> sums.put(sum.getKey(), sum.getValue()));
        return sums;
    }

    /** In the order in which they went. */
    public List<FundMovement> list(UUID fund, @Nullable UUID after, int limit) {
        return database.list(LIST, FundMovements::read, fund, after, after, limit);
    }

    /** Those of one grant or loan, in the order in which they went. */
    public List<FundMovement> listOfAid(UUID aid) {
        return database.list("select * from fund_movement where aid_id = ? order by id", FundMovements::read, aid);
    }

    private static FundMovement read(ResultSet row) throws SQLException {
        return new FundMovement(
                row.getObject("id", UUID.class),
                FundMovement.Kind.valueOf(row.getString("kind")),
                row.getObject("source_id", UUID.class),
                row.getInt("year"),
                Money.ofFen(row.getLong("amount_fen")),
                row.getObject("aid_id", UUID.class),
                row.getObject("entry_id", UUID.class),
                row.getObject("moved_on", LocalDate.class),
                row.getString("memo"));
    }
}
