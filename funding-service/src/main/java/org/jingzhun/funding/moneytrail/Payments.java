package org.jingzhun.funding.moneytrail;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jingzhun.chassis.audit.Audit;
import org.jingzhun.chassis.audit.AuditEntry;
import org.jingzhun.chassis.query.Database;
import org.jingzhun.funding.ledger.money.Money;

/** The last piece of the money's way: payments to households and builders. */
@ApplicationScoped
public class Payments {

    private static final int MOST = 1_000;

    /** A payable is what is owed; its payment that is alive, or else its last one, tells how far it has come. */
    private static final String PAID = """
             from payable d left join lateral (
               select y.* from payment y where y.payable_id = d.id order by y.live desc, y.id desc limit 1) y on true
            """;

    private static final String SUMS = """
            select d.kind, d.benefit, coalesce(y.stage, 'DUE') as stage, count(*) as counted, sum(d.amount_fen) as amount
            """ + PAID + """
            where d.stands and (?::uuid is null or d.source_id = ?::uuid) and (?::uuid is null or d.subject = ?::uuid)
              and (?::integer is null or d.year = ?::integer) and d.village_code between ? and ?
            group by 1, 2, 3 order by 1, 2, 3
            """;
    private static final String OF_HOUSEHOLD = """
            select d.*, s.name as source_name, coalesce(y.stage, 'DUE') as stage, y.settled_on, y.batch_id,
                   coalesce(b.entry_id, first.entry_id) as sent_by
            """ + PAID + """
            join source s on s.id = d.source_id
            left join payment_batch b on b.id = y.batch_id left join payment_batch first on first.id = b.retry_of
            where d.household_id = ? order by d.id desc limit ?
            """;
    private static final String ORIGINS = """
            select b.source_id, b.year, b.document_number, b.amount_fen, b.entry_id from budget b
            where (b.county, b.source_id, b.year) in (select county, source_id, year from payable where household_id = ?)
              and not entry_is_reversed(b.entry_id)
            order by b.source_id, b.year, b.id
            """;
    private static final String WRONG_BATCHES = """
            select count(*) from payment_batch b
            where b.id in (select y.batch_id from payment y join payable d on d.id = y.payable_id where d.household_id = ?)
              and (b.entry_id is not null and b.amount_fen <> (
                     select coalesce(sum(p.amount_fen) filter (where p.amount_fen > 0), 0) from posting p where p.entry_id = b.entry_id)
                   or b.amount_fen <> (select coalesce(sum(y.amount_fen), 0) from payment y where y.batch_id = b.id))
            """;

    private final Database database;
    private final Audit audit;

    Payments(Database database, Audit audit) {
        this.database = database;
        this.audit = audit;
    }

    /** By kind, benefit and stage. */
    @Transactional
    public List<PaymentSum> listSums(Selection selection) {
        return database.list(
                SUMS,
                row -> new PaymentSum(
                        row.getString("kind"),
                        row.getString("benefit"),
                        row.getString("stage"),
                        row.getLong("counted"),
                        Money.ofFen(row.getLong("amount"))),
                Trails.arguments(selection));
    }

    /** The newest 1,000 payments of a household and the documents behind them; the reading is recorded. */
    @Transactional
    public HouseholdTrail follow(UUID household) {
        var payments = database.list(OF_HOUSEHOLD, Payments::line, household, MOST);
        AuditEntry reading =
                AuditEntry.of("money-trail-read", "household", household).with("payments", payments.size());
        audit.record(
                payments.isEmpty() ? reading : reading.in(payments.getFirst().village()));
        return new HouseholdTrail(
                payments,
                database.list(
                        ORIGINS,
                        row -> new Origin(
                                row.getObject("source_id", UUID.class),
                                row.getInt("year"),
                                row.getString("document_number"),
                                Money.ofFen(row.getLong("amount_fen")),
                                row.getObject("entry_id", UUID.class)),
                        household),
                database.find(WRONG_BATCHES, row -> row.getLong(1), household).orElse(0L));
    }

    private static PaymentLine line(ResultSet row) throws SQLException {
        return new PaymentLine(
                row.getObject("id", UUID.class),
                row.getString("kind"),
                row.getString("benefit"),
                row.getLong("village_code"),
                row.getString("account_kind"),
                row.getObject("subject", UUID.class),
                row.getObject("source_id", UUID.class),
                row.getString("source_name"),
                row.getInt("year"),
                Money.ofFen(row.getLong("amount_fen")),
                row.getString("stage"),
                row.getObject("settled_on", LocalDate.class),
                row.getObject("batch_id", UUID.class),
                row.getObject("sent_by", UUID.class));
    }
}
