package org.jingzhun.funding.asset;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jingzhun.chassis.outbox.Outbox;
import org.jingzhun.chassis.outbox.OutboxEvent;
import org.jingzhun.funding.disbursement.Payable;
import org.jingzhun.funding.disbursement.PayableKind;
import org.jingzhun.funding.disbursement.Payables;
import org.jingzhun.funding.disbursement.SettledPayments.Settled;
import org.jingzhun.funding.ledger.AccountKey;
import org.jingzhun.funding.ledger.AccountKind;
import org.jingzhun.funding.ledger.Bookkeeping;
import org.jingzhun.funding.ledger.JournalEntry;
import org.jingzhun.funding.ledger.money.Money;
import org.jingzhun.funding.published.DividendPaid;
import org.jspecify.annotations.Nullable;

/**
 * Books dividends: what the operator paid in waits in an account of its own, whose subject is the asset, and goes from
 * there to the collectives of villages and, through disbursements, to the households.
 */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
class DividendPayments {

    /** Revisions of the event about a line, which is paid once and may come back once. */
    private static final long PAID = 1;

    private static final long RETURNED = 2;

    private final DividendPlans dividends;
    private final Payables payables;
    private final Bookkeeping bookkeeping;
    private final Outbox outbox;

    DividendPayments(DividendPlans dividends, Payables payables, Bookkeeping bookkeeping, Outbox outbox) {
        this.dividends = dividends;
        this.payables = payables;
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

    /**
     * Books the collectives' parts and hands over what is due to households.
     *
     * @return the entry of the collectives, empty where they get nothing
     */
    Optional<UUID> pay(DividendPlan plan, Asset asset, LocalDate today) {
        var from = account(AccountKind.FUND, plan, asset);
        List<Payable> due = new ArrayList<>();
        List<DividendLine> collectives = new ArrayList<>();
        for (var line : dividends.listLines(plan.id(), null, null, Integer.MAX_VALUE)) {
            var holder = line.line().holder();
            var household = holder.householdId();
            if (household == null) {
                collectives.add(line);
            } else if (line.line().amount().isPositive()) {
                due.add(new Payable(
                        line.id(),
                        PayableKind.DIVIDEND,
                        household,
                        null,
                        holder.village(),
                        from,
                        line.line().amount(),
                        "资产收益分红 " + plan.year()));
            }
        }
        payables.add(due);
        dividends.collectivesPaid(plan.id(), today);
        return toCollectives("dividend-payment:", plan, asset, collectives);
    }

    /**
     * What could not be paid, or came back since, goes to the collectives, as often as something does; what is on its way is
     * not there, so that the ledger refuses.
     */
    void release(DividendPlan plan, Asset asset, LocalDate today) {
        var unused = toCollectives(
                "dividend-release:" + plan.revision() + ":", plan, asset, dividends.released(plan.id(), today));
    }

    private Optional<UUID> toCollectives(String key, DividendPlan plan, Asset asset, List<DividendLine> lines) {
        var movements = new LinkedHashMap<AccountKey, Money>();
        var total = Money.ZERO;
        for (var line : lines) {
            var village = AccountKey.village(
                    plan.county(), line.line().holder().village(), asset.data().sourceId(), plan.year());
            movements.merge(village, line.line().amount(), Money::plus);
            total = total.plus(line.line().amount());
        }
        if (total.isZero()) {
            return Optional.empty();
        }
        movements.put(account(AccountKind.FUND, plan, asset), total.negated());
        return Optional.of(bookkeeping
                .post(
                        JournalEntry.Kind.DIVIDEND,
                        plan.county(),
                        key + plan.id(),
                        "Dividend of " + asset.data().name() + " " + plan.year() + " to collectives",
                        movements)
                .id());
    }

    /**
     * Hears from the bank: what arrived, or came back after that, is noted and told.
     *
     * @return distributions of which something arrived and nothing is left to be paid
     */
    List<UUID> heard(List<Settled> settled) {
        var arrived = settled.stream().filter(Settled::paid).toList();
        var back = settled.stream().filter(item -> !item.paid()).toList();
        Map<UUID, DividendPlan> plans = new HashMap<>();
        List<DividendPaid> told = new ArrayList<>();
        for (var line :
                dividends.paid(ids(arrived), arrived.stream().map(Settled::on).toList())) {
            var plan = plans.computeIfAbsent(line.dividendId(), dividends::get);
            var part = line.line();
            told.add(told(plan, line, part.floor(), part.dividend(), line.paidOn(), PAID));
        }
        var whole = plans.keySet().stream().filter(dividends::isWhole).sorted().toList();
        for (var line : dividends.returned(ids(back))) {
            var plan = plans.computeIfAbsent(line.dividendId(), dividends::get);
            told.add(told(plan, line, Money.ZERO, Money.ZERO, back.getFirst().on(), RETURNED));
        }
        outbox.publish(told.stream()
                .map(event -> new OutboxEvent(event.topic(), event.key(), event.type(), event))
                .toList());
        return whole;
    }

    private static List<UUID> ids(List<Settled> settled) {
        return settled.stream().map(Settled::payableId).toList();
    }

    private static DividendPaid told(
            DividendPlan plan, DividendLine line, Money floor, Money dividend, @Nullable LocalDate on, long revision) {
        var holder = line.line().holder();
        return new DividendPaid(
                line.id(),
                Objects.requireNonNull(holder.householdId(), "household"),
                Long.toString(holder.village()),
                plan.assetId(),
                plan.year(),
                floor.toString(),
                dividend.toString(),
                floor.plus(dividend).toString(),
                Objects.requireNonNull(on, "day"),
                revision);
    }

    private static AccountKey account(AccountKind kind, DividendPlan plan, Asset asset) {
        return new AccountKey(kind, plan.county(), plan.county(), asset.data().sourceId(), plan.year(), asset.id());
    }
}
