package org.jingzhun.funding.allocation;

import com.github.f4b6a3.uuid.UuidCreator;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jingzhun.chassis.audit.Audit;
import org.jingzhun.chassis.audit.AuditEntry;
import org.jingzhun.chassis.caller.Caller;
import org.jingzhun.chassis.caller.CurrentCaller;
import org.jingzhun.chassis.http.Revisions;
import org.jingzhun.chassis.job.Jobs;
import org.jingzhun.chassis.outbox.Outbox;
import org.jingzhun.chassis.outbox.OutboxEvent;
import org.jingzhun.chassis.time.Clocks;
import org.jingzhun.funding.allocation.formula.Factor;
import org.jingzhun.funding.allocation.formula.FactorAllocation.Indivisible;
import org.jingzhun.funding.allocation.formula.FactorAllocation.Reason;
import org.jingzhun.funding.ledger.AccountKey;
import org.jingzhun.funding.ledger.Bookkeeping;
import org.jingzhun.funding.ledger.JournalEntry;
import org.jingzhun.funding.ledger.money.Money;
import org.jingzhun.funding.published.AllocationApproved;
import org.jingzhun.funding.published.AllocationWithdrawn;
import org.jingzhun.funding.published.FundingEvent;
import org.jingzhun.funding.source.Source;
import org.jingzhun.funding.source.Sources;
import org.jspecify.annotations.Nullable;

/** Draws up, computes, decides and takes back allocation plans (资金分配). */
@ApplicationScoped
public class Allocating {

    private final AllocationPlans plans;
    private final StoredShares shares;
    private final Computing computing;
    private final Sources sources;
    private final Bookkeeping bookkeeping;
    private final PlanAnnouncing announcing;
    private final Outbox outbox;
    private final Jobs jobs;
    private final Audit audit;
    private final CurrentCaller caller;
    private final Clock clock;

    Allocating(
            AllocationPlans plans,
            StoredShares shares,
            Computing computing,
            Sources sources,
            Bookkeeping bookkeeping,
            PlanAnnouncing announcing,
            Outbox outbox,
            Jobs jobs,
            Audit audit,
            CurrentCaller caller,
            Clock clock) {
        this.plans = plans;
        this.shares = shares;
        this.computing = computing;
        this.sources = sources;
        this.bookkeeping = bookkeeping;
        this.announcing = announcing;
        this.outbox = outbox;
        this.jobs = jobs;
        this.audit = audit;
        this.caller = caller;
        this.clock = clock;
    }

    /** A plan and whether it was new. */
    public record Drafted(AllocationPlan plan, boolean created) {}

    /**
     * Draws up a plan, or writes a draft anew.
     *
     * @param ifMatch the revision seen by the client; needed to write a known draft anew
     * @throws AllocationRefusal if the factors do not make a formula, the county is foreign, or the plan has left the
     *     draft
     * @throws org.jingzhun.funding.source.SourceRefusal.UnknownSource if there is no such source
     * @throws org.jingzhun.funding.ledger.LedgerRefusal.Overdrawn if the county's budget does not hold the amount
     */
    @Transactional
    public Drafted draft(UUID id, Draft draft, @Nullable String ifMatch) {
        requireFormula(draft.factors());
        if (!caller.get().area().covers(draft.county())) {
            throw new AllocationRefusal.OutsideArea(draft.county());
        }
        var source = sources.get(draft.sourceId());
        bookkeeping.requireAvailable(AccountKey.budget(draft.county(), source.id(), draft.year()), draft.amount());
        var known = plans.findById(id);
        if (known == null) {
            var plan = new AllocationPlan(id, draft, officer(caller.get()), clock.instant());
            plans.persistAndFlush(plan);
            record(plan, Step.DRAFT, "");
            return new Drafted(plan, true);
        }
        Revisions.require(ifMatch, known.revision());
        known.rewrite(draft, officer(caller.get()), clock.instant());
        plans.flush();
        record(known, Step.DRAFT, "");
        return new Drafted(known, false);
    }

    private static void requireFormula(List<WeightedFactor> factors) {
        int weights = factors.stream().mapToInt(WeightedFactor::weight).sum();
        if (weights != Factor.WHOLE) {
            throw new AllocationRefusal.NotDivisible(new Indivisible(
                    Reason.WEIGHTS_DO_NOT_SUM,
                    "Weights (" + new WeightedFactor(FactorCode.POOR_PERSONS, weights, false).fraction()
                            + " in all) must sum to 1; correct one of "
                            + factors.stream()
                                    .map(f -> f.factor() + " " + f.fraction())
                                    .toList()));
        }
        long distinct = factors.stream().map(WeightedFactor::factor).distinct().count();
        if (distinct != factors.size()) {
            throw new AllocationRefusal.NotDivisible(new Indivisible(
                    Reason.FACTOR_TWICE, "Each factor must be listed once; add up the weights of the same factor"));
        }
    }

    /**
     * Orders the computation of a draft.
     *
     * @return id of the job
     * @throws AllocationRefusal if the plan is unknown or the step not open to the caller
     */
    @Transactional
    public UUID orderComputation(UUID id) {
        plans.get(id).requireMayTake(Step.COMPUTE, officer(caller.get()));
        return jobs.submit(UuidCreator.getTimeOrderedEpoch(), ComputationJob.KIND, new ComputationJob.Order(id), 1L);
    }

    /** How many villages share the amount. */
    public record Computed(UUID planId, int shares, Money amount) {}

    /**
     * Freezes inputs and divides, in the transaction of the job.
     *
     * @throws AllocationRefusal if the step is not open or the formula refuses
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public Computed compute(UUID id) {
        var plan = plans.lock(id);
        plan.take(Step.COMPUTE, officer(caller.get()), "", clock.instant());
        var divided = computing.compute(plan, LocalDate.now(clock));
        shares.delete(id);
        shares.insert(id, divided);
        plans.flush();
        record(plan, Step.COMPUTE, "");
        return new Computed(id, divided.size(), plan.amount());
    }

    /**
     * Takes a step other than drafting and computing.
     *
     * @param ifMatch the revision seen by the client, null if it does not matter
     * @throws AllocationRefusal if the step is not open to the caller
     * @throws org.jingzhun.funding.ledger.LedgerRefusal.Overdrawn if the budget, or a village that must give back, does
     *     not hold the amount any more
     */
    @Transactional
    public AllocationPlan take(UUID id, Step step, String remark, @Nullable String ifMatch) {
        var plan = plans.lock(id);
        if (ifMatch != null) {
            Revisions.require(ifMatch, plan.revision());
        }
        if (step == Step.DRAFT || step == Step.COMPUTE) {
            throw new AllocationRefusal.TakenElsewhere(step);
        }
        plan.take(step, officer(caller.get()), remark, clock.instant());
        switch (step) {
            case APPROVE -> approve(plan);
            case PUBLISH -> announcing.published(plan);
            case WITHDRAW -> {
                withdraw(plan, remark);
                announcing.withdrawn(plan, remark);
            }
            case RETURN -> shares.delete(id);
            case DRAFT, COMPUTE, REVIEW -> {}
        }
        plans.flush();
        record(plan, step, remark);
        return plan;
    }

    private void approve(AllocationPlan plan) {
        var all = shares.listAll(plan.id());
        var movements = new LinkedHashMap<AccountKey, Money>();
        movements.put(
                AccountKey.budget(plan.county(), plan.sourceId(), plan.year()),
                plan.amount().negated());
        for (var share : all) {
            movements.put(
                    AccountKey.village(plan.county(), share.division(), plan.sourceId(), plan.year()), share.amount());
        }
        var source = sources.get(plan.sourceId());
        var entry = bookkeeping.post(
                JournalEntry.Kind.ALLOCATION,
                plan.county(),
                "allocation:" + plan.id(),
                "Allocation of " + source.name() + " " + plan.year(),
                movements);
        plan.bookedBy(entry.id());
        publish(all.stream()
                .map(share -> approved(plan, source, share, entry.number()))
                .toList());
    }

    private void withdraw(AllocationPlan plan, String reason) {
        var booked = plan.entryId();
        if (booked == null) {
            throw new IllegalStateException("Approved plan " + plan.id() + " must have a journal entry");
        }
        var undone = bookkeeping.undo(booked, JournalEntry.Kind.ALLOCATION, reason);
        var source = sources.get(plan.sourceId());
        publish(shares.listAll(plan.id()).stream()
                .map(share -> withdrawn(approved(plan, source, share, undone.number())))
                .toList());
    }

    private AllocationApproved approved(AllocationPlan plan, Source source, StoredShare share, long revision) {
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

    /**
     * Divides again from the frozen inputs.
     *
     * @return whether the very same shares come of it
     * @throws AllocationRefusal.UnknownPlan if there is no such plan
     */
    @Transactional
    public boolean proves(UUID id) {
        var plan = plans.get(id);
        var stored = shares.listAll(id);
        return !stored.isEmpty() && computing.holds(plan, stored);
    }

    private void record(AllocationPlan plan, Step step, String remark) {
        audit.record(AuditEntry.of("allocation-" + step.name().toLowerCase(Locale.ROOT), "allocation-plan", plan.id())
                .in(plan.county())
                .because(remark.isEmpty() ? null : remark)
                .with("amount", plan.amount().toString()));
    }

    private static Officer officer(Caller caller) {
        return new Officer(caller.subject(), caller.name(), caller.roles());
    }
}
