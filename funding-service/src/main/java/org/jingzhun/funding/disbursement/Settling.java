package org.jingzhun.funding.disbursement;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.UUID;
import org.jingzhun.chassis.outbox.Outbox;
import org.jingzhun.chassis.outbox.OutboxEvent;
import org.jingzhun.chassis.query.Database;
import org.jingzhun.funding.disbursement.SettledPayments.Settled;
import org.jingzhun.funding.ledger.AccountKey;
import org.jingzhun.funding.ledger.Bookkeeping;
import org.jingzhun.funding.ledger.JournalEntry;
import org.jingzhun.funding.ledger.money.Money;
import org.jingzhun.funding.published.BenefitPaid;
import org.jspecify.annotations.Nullable;

/** Books what the bank says of payments and tells it: households' benefits to the other services, the rest to its owners. */
@ApplicationScoped
class Settling {

    private static final String ARRIVED = """
            from staged_payment_result s join payment t on t.id = s.payment_id join payable p on p.id = t.payable_id
            where s.import_id = ? and s.line between ? and ? and t.import_id = s.import_id and t.import_line = s.line
              and t.stage = 'PAID'
            """;
    private static final String SUMS = """
            select p.county, t.village_code, p.source_id, p.year, sum(t.amount_fen) as fen
            """ + ARRIVED + "group by 1, 2, 3, 4 order by 1, 2, 3, 4";
    private static final String TOLD = """
            select t.id, t.payable_id, p.kind, t.household_id, t.village_code, p.benefit, p.year, t.amount_fen, t.settled_on,
                   (select name from source where id = p.source_id) as source_name, t.revision
            """;
    private static final String TOLD_OF_LINES = TOLD + ARRIVED + "and p.kind <> 'PROJECT'";
    private static final String TOLD_OF_ONE =
            TOLD + "from payment t join payable p on p.id = t.payable_id where t.id = ?";

    private final Database database;
    private final Bookkeeping bookkeeping;
    private final Outbox outbox;
    private final Event<SettledPayments> settled;

    Settling(Database database, Bookkeeping bookkeeping, Outbox outbox, Event<SettledPayments> settled) {
        this.database = database;
        this.bookkeeping = bookkeeping;
        this.outbox = outbox;
        this.settled = settled;
    }

    private record Told(
            UUID payableId, PayableKind kind, @Nullable BenefitPaid event, LocalDate on) {}

    private record Sum(long county, long village, UUID source, int year, Money amount) {}

    /** Books and tells what arrived by some lines of the bank's results. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void settle(UUID importId, long from, long to) {
        var sums = database.list(SUMS, Settling::sum, importId, from, to);
        if (sums.isEmpty()) {
            return;
        }
        var movements = new LinkedHashMap<AccountKey, Money>();
        for (var sum : sums) {
            movements.merge(
                    AccountKey.inTransit(sum.county(), sum.source(), sum.year()),
                    sum.amount().negated(),
                    Money::plus);
            movements.merge(
                    AccountKey.paid(sum.county(), sum.village(), sum.source(), sum.year()), sum.amount(), Money::plus);
        }
        var unused = bookkeeping.post(
                JournalEntry.Kind.SETTLEMENT,
                sums.getFirst().county(),
                "settlement:" + importId + ":" + from + "-" + to,
                "Results of the bank, import " + importId,
                movements);
        tell(database.list(TOLD_OF_LINES, row -> told(row, "PAID"), importId, from, to), true);
    }

    private static Sum sum(ResultSet row) throws SQLException {
        return new Sum(
                row.getLong("county"),
                row.getLong("village_code"),
                row.getObject("source_id", UUID.class),
                row.getInt("year"),
                Money.ofFen(row.getLong("fen")));
    }

    /** Books and tells that a payment's money is back in the account that was to pay. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void giveBack(Payment payment, String reason) {
        boolean hadArrived = payment.stage() == PaymentStage.PAID;
        var movements = new LinkedHashMap<AccountKey, Money>();
        movements.put(
                hadArrived ? payment.paidAccount() : payment.transitAccount(),
                payment.amount().negated());
        movements.put(payment.from(), payment.amount());
        var unused = bookkeeping.post(
                JournalEntry.Kind.PAYMENT_RETURN,
                payment.from().county(),
                "payment-return:" + payment.id(),
                reason,
                movements);
        if (payment.kind() != PayableKind.PROJECT) {
            var told = database.list(TOLD_OF_ONE, row -> told(row, "RETURNED"), payment.id());
            tell(hadArrived ? told : told.stream().map(Settling::silently).toList(), false);
        }
    }

    /** What never arrived is nobody's business but its owner's. */
    private static Told silently(Told told) {
        return new Told(told.payableId(), told.kind(), null, told.on());
    }

    private void tell(List<Told> all, boolean paid) {
        List<OutboxEvent> events = new ArrayList<>();
        List<Settled> owned = new ArrayList<>();
        for (var told : all) {
            var event = told.event();
            if (event != null && told.kind() != PayableKind.DIVIDEND) {
                events.add(new OutboxEvent(event.topic(), event.key(), event.type(), event));
            }
            if (told.kind() != PayableKind.BENEFIT && told.kind() != PayableKind.PROJECT) {
                owned.add(new Settled(told.payableId(), told.kind(), paid, told.on()));
            }
        }
        outbox.publish(events);
        if (!owned.isEmpty()) {
            settled.fire(new SettledPayments(owned));
        }
    }

    private static Told told(ResultSet row, String state) throws SQLException {
        var on = row.getObject("settled_on", LocalDate.class);
        return new Told(
                row.getObject("payable_id", UUID.class),
                PayableKind.valueOf(row.getString("kind")),
                paid(row, state, on),
                on);
    }

    /** Null of what no household gets. */
    private static @Nullable BenefitPaid paid(ResultSet row, String state, LocalDate on) throws SQLException {
        var household = row.getObject("household_id", UUID.class);
        return household == null
                ? null
                : new BenefitPaid(
                        row.getObject("id", UUID.class),
                        household,
                        Long.toString(row.getLong("village_code")),
                        row.getString("benefit"),
                        row.getInt("year"),
                        Money.ofFen(row.getLong("amount_fen")).toString(),
                        state,
                        on,
                        row.getString("source_name"),
                        row.getLong("revision"));
    }
}
