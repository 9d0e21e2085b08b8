package org.jingzhun.funding.loan;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jingzhun.chassis.query.Database;
import org.jingzhun.funding.ledger.money.Money;
import org.jingzhun.funding.loan.schedule.Due;
import org.jspecify.annotations.Nullable;

/** Plans and repayments of all loans within the caller's area. */
@ApplicationScoped
public class LoanBooks {

    private static final String RUNNING = """
            select coalesce(sum(case when stage = 'ACTIVE' then amount_fen - paid_principal_fen else amount_fen end), 0) as fen
            from loan
            where household_id = ? and product = ? and stage in ('APPLIED', 'REVIEWED', 'APPROVED', 'ACTIVE') and id <> ?
            """;
    private static final String OF_SCHOOL_YEAR = """
            select coalesce(sum(amount_fen), 0) as fen from loan
            where person_id = ? and product = 'STUDENT' and school_year = ? and stage not in ('REFUSED', 'WITHDRAWN') and id <> ?
            """;
    private static final String INSERT = """
            insert into loan_repayment (id, loan_id, village, paid_on, principal_fen, interest_fen, penalty_fen, reference,
              recorded_by, recorded_at)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            on conflict (loan_id, reference) do nothing
            """;

    private final Database database;

    LoanBooks(Database database) {
        this.database = database;
    }

    /** Two applications of a household do not look at the limit at the same time. */
    void lockHousehold(UUID household) {
        database.list("select pg_advisory_xact_lock(hashtextextended(?, 7))", row -> true, "loan:" + household);
    }

    /** What a household has running of a product, or has asked for, beside one loan. */
    Money running(UUID household, Product product, UUID beside) {
        return sum(RUNNING, household, product.name(), beside);
    }

    /** What a student has had for a school year, beside one loan. */
    Money ofSchoolYear(UUID person, int year, UUID beside) {
        return sum(OF_SCHOOL_YEAR, person, year, beside);
    }

    private Money sum(String sql, Object... parameters) {
        return database.find(sql, row -> Money.ofFen(row.getLong("fen")), parameters)
                .orElseThrow();
    }

    /** By day. */
    List<Due> listPlan(UUID loan) {
        return database.list(
                "select due_on, principal_fen from loan_instalment where loan_id = ? order by due_on",
                row -> new Due(row.getObject("due_on", LocalDate.class), Money.ofFen(row.getLong("principal_fen"))),
                loan);
    }

    void writePlan(UUID loan, List<Due> plan) {
        database.execute("delete from loan_instalment where loan_id = ?", loan);
        database.executeAll(
                "insert into loan_instalment (loan_id, due_on, principal_fen) values (?, ?, ?)",
                plan.stream()
                        .map(due -> new @Nullable Object[] {
                            loan, due.on(), due.principal().fen()
                        })
                        .toList());
    }

    /** By day. */
    public List<Repayment> listRepayments(UUID loan) {
        return database.list(
                "select * from loan_repayment where loan_id = ? order by paid_on, id", LoanBooks::read, loan);
    }

    /** Whether it was new; false if the loan has a repayment of this reference. */
    boolean insert(Repayment repayment, long village, String by) {
        return database.execute(
                        INSERT,
                        repayment.id(),
                        repayment.loanId(),
                        village,
                        repayment.paidOn(),
                        repayment.principal().fen(),
                        repayment.interest().fen(),
                        repayment.penalty().fen(),
                        repayment.reference(),
                        by,
                        repayment.recordedAt())
                == 1;
    }

    private static Repayment read(ResultSet row) throws SQLException {
        return new Repayment(
                row.getObject("id", UUID.class),
                row.getObject("loan_id", UUID.class),
                row.getObject("paid_on", LocalDate.class),
                Money.ofFen(row.getLong("principal_fen")),
                Money.ofFen(row.getLong("interest_fen")),
                Money.ofFen(row.getLong("penalty_fen")),
                row.getString("reference"),
                instant(row, "recorded_at"));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}
