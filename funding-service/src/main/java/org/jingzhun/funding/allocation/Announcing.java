package org.jingzhun.funding.allocation;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import org.jingzhun.chassis.outbox.Outbox;
import org.jingzhun.chassis.outbox.OutboxEvent;
import org.jingzhun.chassis.time.Clocks;
import org.jingzhun.funding.ledger.money.Money;
import org.jingzhun.funding.published.AllocationApproved;
import org.jingzhun.funding.published.AllocationWithdrawn;
import org.jingzhun.funding.published.FundingEvent;
import org.jingzhun.funding.source.Source;

/**
 * Tells the other services what villages were given. Only villages: what a county or township receives comes to the
 * villages by a plan of its own.
 */
@ApplicationScoped
class Announcing {

    private final Outbox outbox;

    Announcing(Outbox outbox) {
        this.outbox = outbox;
    }

    /** @param revision grows with every booking of the division that divides */
    void approved(AllocationPlan plan, Source source, List<StoredShare> shares, long revision) {
        publish(told(plan, shares).stream()
                .map(share -> approved(plan, source, share, revision))
                .toList());
    }

    void withdrawn(AllocationPlan plan, Source source, List<StoredShare> shares, long revision) {
        publish(told(plan, shares).stream()
                .map(share -> withdrawn(approved(plan, source, share, revision)))
                .toList());
    }

    private static List<StoredShare> told(AllocationPlan plan, List<StoredShare> shares) {
        return plan.terms().level() == Level.VILLAGE ? shares : List.of();
    }

    private static AllocationApproved approved(AllocationPlan plan, Source source, StoredShare share, long revision) {
        var approval = plan.steps().stream()
                .filter(taken -> taken.step() == Step.APPROVE)
                .reduce((first, last) -> last)
                .orElseThrow();
        var document = plan.documentNumber();
        return new AllocationApproved(
                plan.id(),
                Long.toString(share.division()),
                source.id(),
                source.name(),
                source.level(),
                plan.year(),
                share.amount().toString(),
                LocalDate.ofInstant(approval.takenAt(), Clocks.SHANGHAI),
                document == null ? "" : document,
                revision);
    }

    private static FundingEvent withdrawn(AllocationApproved was) {
        return new AllocationWithdrawn(
                was.planId(),
                was.villageCode(),
                was.sourceId(),
                was.sourceName(),
                was.sourceLevel(),
                was.year(),
                Money.ZERO.toString(),
                was.approvedOn(),
                was.documentNumber(),
                was.revision());
    }

    private void publish(List<? extends FundingEvent> events) {
        outbox.publish(events.stream()
                .map(event -> new OutboxEvent(event.topic(), event.key(), event.type(), event))
                .toList());
    }
}
