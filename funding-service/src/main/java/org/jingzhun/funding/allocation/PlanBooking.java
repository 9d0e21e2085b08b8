package org.jingzhun.funding.allocation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Collectors;
import org.jingzhun.chassis.time.Clocks;
import org.jingzhun.funding.ledger.AccountKey;
import org.jingzhun.funding.ledger.Bookkeeping;
import org.jingzhun.funding.ledger.JournalEntry;
import org.jingzhun.funding.ledger.money.Money;
import org.jingzhun.funding.source.Budgeting;
import org.jingzhun.funding.source.Sources;

/** Books what a plan gives, and takes it back; what cities and counties receive is a line of their budget. */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
class PlanBooking {

    private final StoredShares shares;
    private final Sources sources;
    private final Budgeting budgeting;
    private final Bookkeeping bookkeeping;
    private final Announcing announcing;
    private final Clock clock;

    PlanBooking(
            StoredShares shares,
            Sources sources,
            Budgeting budgeting,
            Bookkeeping bookkeeping,
            Announcing announcing,
            Clock clock) {
        this.shares = shares;
        this.sources = sources;
        this.budgeting = budgeting;
        this.bookkeeping = bookkeeping;
        this.announcing = announcing;
        this.clock = clock;
    }

    /** Of a competition and a fixed standard, what is not given stays in the budget. */
    void approve(AllocationPlan plan) {
        var all = shares.listAll(plan.id());
        var total = all.stream().map(StoredShare::amount).reduce(Money.ZERO, Money::plus);
        var movements = new LinkedHashMap<AccountKey, Money>();
        movements.put(AccountKey.budget(plan.county(), plan.sourceId(), plan.year()), total.negated());
        for (var share : all) {
            movements.put(receiving(plan, share.division()), share.amount());
        }
        var source = sources.get(plan.sourceId());
        var entry = bookkeeping.post(
                JournalEntry.Kind.ALLOCATION,
                plan.county(),
                "allocation:" + plan.id(),
                "Allocation of " + source.name() + " " + plan.year(),
                movements);
        plan.bookedBy(entry.id());
        if (intoBudgets(plan)) {
            var document = plan.documentNumber();
            budgeting.handDown(
                    new Budgeting.HandedDown(
                            plan.id(),
                            plan.year(),
                            plan.sourceId(),
                            document == null ? plan.id().toString() : document,
                            LocalDate.ofInstant(clock.instant(), Clocks.SHANGHAI),
                            entry.id()),
                    all.stream().collect(Collectors.toMap(StoredShare::division, StoredShare::amount)));
        }
        announcing.approved(plan, source, all, entry.number());
    }

    private static boolean intoBudgets(AllocationPlan plan) {
        return switch (plan.terms().level()) {
            case REGION, CITY, COUNTY -> true;
            case TOWNSHIP, VILLAGE -> false;
        };
    }

    /** Cities and counties receive into their budgets, townships and villages into accounts of their county's books. */
    private static AccountKey receiving(AllocationPlan plan, long division) {
        return intoBudgets(plan)
                ? AccountKey.budget(division, plan.sourceId(), plan.year())
                : AccountKey.village(Level.COUNTY.above(division), division, plan.sourceId(), plan.year());
    }

    /** @throws AllocationRefusal.Spent if who must give back does not hold its share any more */
    void withdraw(AllocationPlan plan, String reason) {
        var booked = plan.entryId();
        if (booked == null) {
            throw new IllegalStateException("Approved plan " + plan.id() + " must have a journal entry");
        }
        var all = shares.listAll(plan.id());
        requireUnspent(plan, all);
        var undone = bookkeeping.undo(booked, JournalEntry.Kind.ALLOCATION, reason);
        announcing.withdrawn(plan, sources.get(plan.sourceId()), all, undone.number());
    }

    private void requireUnspent(AllocationPlan plan, List<StoredShare> all) {
        var held = bookkeeping.holdStill(
                all.stream()
                        .map(share -> receiving(plan, share.division()))
                        .distinct()
                        .toList(),
                plan.county());
        List<SpentShare> spent = new ArrayList<>();
        for (var share : all) {
            var left = held.getOrDefault(receiving(plan, share.division()), Money.ZERO);
            if (left.compareTo(share.amount()) < 0) {
                spent.add(new SpentShare(share.division(), share.name(), share.amount(), left));
            }
        }
        if (!spent.isEmpty()) {
            throw new AllocationRefusal.Spent(spent);
        }
    }
}
