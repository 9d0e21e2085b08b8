package org.jingzhun.funding.asset;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.UUID;
import org.jingzhun.chassis.outbox.Outbox;
import org.jingzhun.chassis.outbox.OutboxEvent;
import org.jingzhun.funding.ledger.AccountKey;
import org.jingzhun.funding.ledger.AccountKind;
import org.jingzhun.funding.ledger.Bookkeeping;
import org.jingzhun.funding.ledger.JournalEntry;
import org.jingzhun.funding.ledger.money.Money;
import org.jingzhun.funding.published.DividendPaid;

/**
 * Books dividends: what the operator paid in waits in an account of its own, whose subject is the asset, and goes from
 * there to the villages and, village by village, to the households.
 */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
class DividendPayments {

    private final DividendPlans dividends;
    private final Bookkeeping bookkeeping;
    private final Outbox outbox;

    DividendPayments(DividendPlans dividends, Bookkeeping bookkeeping, Outbox outbox) {
        this.dividends = dividends;
        this.bookkeeping = bookkeeping;
        this.outbox = outbox;
    }

    /** @return the entry that books what the operator paid in */
    UUID receive(DividendPlan plan, Asset asset) {
        var movements = new LinkedHashMap<AccountKey, Money>();
        movements.put(account(AccountKind.OPERATOR, plan, asset), plan.amount().negated());
        movements.put(account(AccountKind.FUND, plan, asset), plan.amount());
        return bookkeeping
                .post(
                        JournalEntry.Kind.DIVIDEND,
                        plan.county(),
                        "dividend:" + plan.id(),
                        "Dividend of " + asset.data().name() + " " + plan.year(),
                        movements)
                .id();
    }

    /** Gives back to the operator what he paid in, if he did. */
    void giveBack(DividendPlan plan, String reason) {
        var entry = plan.entryId();
        if (entry != null) {
            bookkeeping.undo(entry, JournalEntry.Kind.DIVIDEND, reason);
        }
    }

    /** @return the entry that books what the holders got; identification is told of each household's */
    UUID pay(DividendPlan plan, Asset asset, LocalDate today) {
        var lines = dividends.listLines(plan.id(), null, null, Integer.MAX_VALUE);
        var movements = new LinkedHashMap<AccountKey, Money>();
        movements.put(account(AccountKind.FUND, plan, asset), plan.amount().negated());
        for (var line : lines) {
            var holder = line.line().holder();
            var source = asset.data().sourceId();
            movements.merge(
                    holder.isCollective()
                            ? AccountKey.village(plan.county(), holder.village(), source, plan.year())
                            : AccountKey.paid(plan.county(), holder.village(), source, plan.year()),
                    line.line().amount(),
                    Money::plus);
        }
        var entry = bookkeeping.post(
                JournalEntry.Kind.DIVIDEND,
                plan.county(),
                "dividend-payment:" + plan.id(),
                "Dividend of " + asset.data().name() + " " + plan.year() + " to its holders",
                movements);
        publish(plan, lines, today, entry.number());
        return entry.id();
    }

    private void publish(DividendPlan plan, List<DividendLine> lines, LocalDate today, long revision) {
        List<OutboxEvent> events = new ArrayList<>();
        for (var line : lines) {
            var household = line.line().holder().householdId();
            if (household != null && !line.line().amount().isZero()) {
                var paid = new DividendPaid(
                        line.id(),
                        household,
                        Long.toString(line.line().holder().village()),
                        plan.assetId(),
                        plan.year(),
                        line.line().floor().toString(),
                        line.line().dividend().toString(),
                        line.line().amount().toString(),
                        today,
                        revision);
                events.add(new OutboxEvent(paid.topic(), paid.key(), paid.type(), paid));
            }
        }
        outbox.publish(events);
    }

    private static AccountKey account(AccountKind kind, DividendPlan plan, Asset asset) {
        return new AccountKey(kind, plan.county(), plan.county(), asset.data().sourceId(), plan.year(), asset.id());
    }
}
