package org.jingzhun.funding.loan;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jingzhun.chassis.query.Database;
import org.jingzhun.funding.ledger.money.Money;
import org.jingzhun.funding.loan.schedule.DayCount;
import org.jingzhun.funding.loan.schedule.Due;
import org.jingzhun.funding.loan.schedule.Every;
import org.jingzhun.funding.loan.schedule.Paid;
import org.jingzhun.funding.loan.schedule.Repaid;
import org.jingzhun.funding.loan.schedule.Scheduling;
import org.jingzhun.funding.loan.schedule.Terms;

/** Computes what is to be claimed for all loans of a bank: four queries, whatever their number. */
@ApplicationScoped
class SubsidisedLoans {

    /** A loan that only the bank's file knows counts once its use was found proper. */
    private static final String CHOSEN = """
             from loan l where l.county = ? and l.bank = ? and l.product = ? and l.disbursed_on < ? and l.subsidy_ppm > 0
               and (l.use_finding = 'PROPER' or (l.use_finding is null and l.origin = 'PROCEDURE'))
            """;

    private static final String LOANS = "select l.*" + CHOSEN + " order by l.id";
    private static final String PLANS =
            "select i.* from loan_instalment i where i.loan_id in (select l.id" + CHOSEN + ") order by i.due_on";
    private static final String PAYMENTS =
            "select r.* from loan_repayment r where r.loan_id in (select l.id" + CHOSEN + ")";
    private static final String BEFORE =
            "select s.loan_id, (sum(s.amount_fen) - coalesce((select sum(r.amount_fen) from subsidy_refund r"
                    + " where r.loan_id = s.loan_id), 0))::bigint as fen"
                    + " from subsidy_line s join subsidy_claim c on c.id = s.claim_id"
                    + " where c.standing and s.loan_id in (select l.id" + CHOSEN + ") group by s.loan_id";

    private final Database database;

    SubsidisedLoans(Database database) {
        this.database = database;
    }

    private record Subsidised(UUID id, long village, Terms terms, int ppm, LocalDate lastDay) {}

    /** One line for each loan for which something is to be claimed, or given back. */
    List<SubsidyLine> compute(long county, String bank, Product product, LocalDate until) {
        Object[] chosen = {county, bank, product.name(), until};
        Map<UUID, List<Due>> plans = new HashMap<>();
        database.list(
                PLANS,
                row -> plans.computeIfAbsent(id(row), id -> new ArrayList<>()).add(due(row)),
                chosen);
        Map<UUID, List<Paid>> payments = new HashMap<>();
        database.list(
                PAYMENTS,
                row -> payments.computeIfAbsent(id(row), id -> new ArrayList<>())
                        .add(paid(row)),
                chosen);
        Map<UUID, Long> before = new HashMap<>();
        database.list(BEFORE, row -> before.put(id(row), row.getLong("fen")) == null, chosen);
        return database.list(LOANS, SubsidisedLoans::read, chosen).stream()
                .map(loan -> line(
                        loan,
                        plans.getOrDefault(loan.id(), List.of()),
                        payments.getOrDefault(loan.id(), List.of()),
                        Money.ofFen(before.getOrDefault(loan.id(), 0L)),
                        until))
                .filter(line -> !line.amount().isZero())
                .toList();
    }

    private static SubsidyLine line(Subsidised loan, List<Due> plan, List<Paid> paid, Money before, LocalDate until) {
        var accrued = Scheduling.subsidised(loan.terms(), plan, paid, loan.ppm(), until, loan.lastDay());
        return new SubsidyLine(loan.id(), loan.village(), accrued, before, accrued.minus(before));
    }

    private static UUID id(ResultSet row) throws SQLException {
        return row.getObject("loan_id", UUID.class);
    }

    private static Due due(ResultSet row) throws SQLException {
        return new Due(row.getObject("due_on", LocalDate.class), Money.ofFen(row.getLong("principal_fen")));
    }

    private static Paid paid(ResultSet row) throws SQLException {
        return new Paid(
                row.getObject("paid_on", LocalDate.class),
                Money.ofFen(row.getLong("principal_fen")),
                Money.ofFen(row.getLong("interest_fen")),
                Money.ofFen(row.getLong("penalty_fen")));
    }

    private static Subsidised read(ResultSet row) throws SQLException {
        var closed = row.getObject("closed_on", LocalDate.class);
        var subsidisedTo = row.getObject("subsidised_to", LocalDate.class);
        return new Subsidised(
                row.getObject("id", UUID.class),
                row.getLong("village"),
                new Terms(
                        Money.ofFen(row.getLong("amount_fen")),
                        row.getInt("rate_ppm"),
                        row.getInt("penalty_ppm"),
                        DayCount.valueOf(row.getString("day_count")),
                        row.getObject("disbursed_on", LocalDate.class),
                        row.getObject("matures_on", LocalDate.class),
                        Every.valueOf(row.getString("interest_every")),
                        Repaid.valueOf(row.getString("repaid")),
                        row.getObject("grace_to", LocalDate.class)),
                row.getInt("subsidy_ppm"),
                closed != null && closed.isBefore(subsidisedTo) ? closed : subsidisedTo);
    }
}
