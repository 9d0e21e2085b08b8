package org.jingzhun.funding.fund;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jingzhun.chassis.query.Database;
import org.jingzhun.funding.fund.rule.Drawing.Portion;
import org.jingzhun.funding.ledger.money.Money;

/** All payments that were handed over for funds. */
@ApplicationScoped
class FundPayments {

    private final Database database;

    FundPayments(Database database) {
        this.database = database;
    }

    void add(Fund fund, FundPayment payment) {
        database.execute(
                """
                insert into fund_payment (id, aid_id, fund_id, division, source_id, year, amount_fen, state)
                values (?, ?, ?, ?, ?, ?, ?, 'DUE')
                """,
                payment.id(),
                payment.aidId(),
                fund.id(),
                fund.division(),
                payment.portion().sourceId(),
                payment.portion().year(),
                payment.amount().fen());
    }

    /** The payment as it stood before; empty if there is none, or it stood so already. */
    Optional<FundPayment> settle(UUID id, FundPayment.State to, LocalDate on) {
        var before = database.find(
                "select * from fund_payment where id = ? and state <> ? for update", FundPayments::read, id, to.name());
        before.ifPresent(found ->
                database.execute("update fund_payment set state = ?, settled_on = ? where id = ?", to.name(), on, id));
        return before;
    }

    List<FundPayment> listOfAid(UUID aid) {
        return database.list("select * from fund_payment where aid_id = ? order by id", FundPayments::read, aid);
    }

    private static FundPayment read(ResultSet row) throws SQLException {
        return new FundPayment(
                row.getObject("id", UUID.class),
                row.getObject("aid_id", UUID.class),
                new Portion(row.getObject("source_id", UUID.class), row.getInt("year")),
                Money.ofFen(row.getLong("amount_fen")),
                FundPayment.State.valueOf(row.getString("state")));
    }
}
