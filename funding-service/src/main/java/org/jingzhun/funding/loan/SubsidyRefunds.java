package org.jingzhun.funding.loan;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jingzhun.chassis.caller.Area;
import org.jingzhun.chassis.query.Database;
import org.jingzhun.funding.ledger.AccountKey;
import org.jingzhun.funding.ledger.money.Money;
import org.jspecify.annotations.Nullable;

/** What banks owe of subsidies for misused loans, and what they gave back, within the caller's area. */
@ApplicationScoped
public class SubsidyRefunds {

    private static final String OWED = """
            select l.id, l.county, l.village, l.household_id, l.bank, l.product, l.use_finding, o.fen
            from loan l
            cross join lateral (
              select (coalesce((select sum(s.amount_fen) from subsidy_line s join bank_claim b on b.id = s.claim_id
                                where s.loan_id = l.id and b.stage = 'PAID'), 0)
                      - coalesce((select sum(r.amount_fen) from subsidy_refund r where r.loan_id = l.id), 0))::bigint as fen) o
            where l.use_finding in ('ENTERPRISE_USE', 'OTHER_MISUSE') and o.fen > 0
            """;

    /** By which claims a loan's subsidy was paid, from which budgets, and what has not come back of each; oldest first. */
    private static final String OPEN = """
            select s.claim_id, p.county, p.source_id, p.year,
                   (s.amount_fen - coalesce((select sum(r.amount_fen) from subsidy_refund_part r
                                             where r.claim_id = s.claim_id and r.loan_id = s.loan_id), 0))::bigint as fen
            from subsidy_line s join bank_claim b on b.id = s.claim_id join payable p on p.id = b.payable_id
            where s.loan_id = ? and b.stage = 'PAID' order by b.id
            """;

    private static final String INSERT = """
            insert into subsidy_refund (id, loan_id, county, village, amount_fen, received_on, reference, entry_id, recorded_by,
              recorded_at)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """;
    private static final String LIST = """
            select * from subsidy_refund
            where village between ? and ? and (?::uuid is null or loan_id = ?::uuid) and (?::uuid is null or id > ?::uuid)
            order by id limit ?
            """;

    private final Database database;

    SubsidyRefunds(Database database) {
        this.database = database;
    }

    /** In the order of the loans' ids. */
    public List<OwedRefund> listOwed(Area area, @Nullable UUID after, int limit) {
        return database.list(
                OWED + " and l.village between ? and ? and (?::uuid is null or l.id > ?::uuid) order by l.id limit ?",
                SubsidyRefunds::owed,
                area.from(),
                area.to(),
                after,
                after,
                limit);
    }

    /** What a loan's bank owes; empty if nothing. The loan is kept from others until the transaction ends. */
    Optional<OwedRefund> lockOwed(UUID loan) {
        return database.find(OWED + " and l.id = ? for update of l", SubsidyRefunds::owed, loan);
    }

    private static OwedRefund owed(ResultSet row) throws SQLException {
        return new OwedRefund(
                row.getObject("id", UUID.class),
                row.getLong("county"),
                row.getLong("village"),
                row.getObject("household_id", UUID.class),
                row.getString("bank"),
                Product.valueOf(row.getString("product")),
                UseFinding.valueOf(row.getString("use_finding")),
                Money.ofFen(row.getLong("fen")));
    }

    /** In the order of their ids. */
    public List<SubsidyRefund> list(Area area, @Nullable UUID loan, @Nullable UUID after, int limit) {
        return database.list(
                LIST,
                row -> new SubsidyRefund(
                        row.getObject("id", UUID.class),
                        row.getObject("loan_id", UUID.class),
                        row.getLong("village"),
                        Money.ofFen(row.getLong("amount_fen")),
                        row.getObject("received_on", LocalDate.class),
                        row.getString("reference"),
                        row.getObject("entry_id", UUID.class)),
                area.from(),
                area.to(),
                loan,
                loan,
                after,
                after,
                limit);
    }

    /** A claim that paid for a loan. */
    record PaidBy(UUID claim, AccountKey budget, Money left) {}

    List<PaidBy> listOpen(UUID loan) {
        return database.list(
                OPEN,
                row -> new PaidBy(
                        row.getObject("claim_id", UUID.class),
                        AccountKey.budget(
                                row.getLong("county"), row.getObject("source_id", UUID.class), row.getInt("year")),
                        Money.ofFen(row.getLong("fen"))),
                loan);
    }

    boolean has(UUID loan, String reference) {
        return database.find(
                        "select 1 from subsidy_refund where loan_id = ? and reference = ?",
                        row -> true,
                        loan,
                        reference)
                .isPresent();
    }

    void insert(SubsidyRefund refund, long county, Map<UUID, Money> byClaim, String by, Instant at) {
        database.execute(
                INSERT,
                refund.id(),
                refund.loanId(),
                county,
                refund.village(),
                refund.amount().fen(),
                refund.receivedOn(),
                refund.reference(),
                refund.entryId(),
                by,
                at);
        database.executeAll(
                "insert into subsidy_refund_part (refund_id, claim_id, loan_id, village, amount_fen) values (?, ?, ?, ?, ?)",
                byClaim.entrySet().stream()
                        .map(part -> new @Nullable Object[] {
                            refund.id(),
                            part.getKey(),
                            refund.loanId(),
                            refund.village(),
                            part.getValue().fen()
                        })
                        .toList());
    }
}
