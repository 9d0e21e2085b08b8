package org.jingzhun.funding.allocation;

import com.github.f4b6a3.uuid.UuidCreator;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Locale;
import java.util.UUID;
import org.jingzhun.chassis.audit.Audit;
import org.jingzhun.chassis.audit.AuditEntry;
import org.jingzhun.chassis.caller.CurrentCaller;
import org.jingzhun.chassis.http.Revisions;
import org.jingzhun.chassis.job.Jobs;
import org.jingzhun.chassis.procedure.Officer;
import org.jingzhun.funding.ledger.AccountKey;
import org.jingzhun.funding.ledger.Bookkeeping;
import org.jingzhun.funding.ledger.money.Money;
import org.jingzhun.funding.source.Sources;
import org.jspecify.annotations.Nullable;

/** Draws up, computes, decides and takes back allocation plans (资金分配). */
@ApplicationScoped
public class Allocating {

    private final AllocationPlans plans;
    private final StoredShares shares;
    private final Computing computing;
    private final Selecting selecting;
    private final Proposals proposals;
    private final DraftChecks checks;
    private final Sources sources;
    private final Bookkeeping bookkeeping;
    private final PlanBooking booking;
    private final PlanAnnouncing publicly;
    private final Jobs jobs;
    private final Audit audit;
    private final CurrentCaller caller;
    private final Clock clock;

    Allocating(
            AllocationPlans plans,
            StoredShares shares,
            Computing computing,
            Selecting selecting,
            Proposals proposals,
            DraftChecks checks,
            Sources sources,
            Bookkeeping bookkeeping,
            PlanBooking booking,
            PlanAnnouncing publicly,
            Jobs jobs,
            Audit audit,
            CurrentCaller caller,
            Clock clock) {
        this.plans = plans;
        this.shares = shares;
        this.computing = computing;
        this.selecting = selecting;
        this.proposals = proposals;
        this.checks = checks;
        this.sources = sources;
        this.bookkeeping = bookkeeping;
        this.booking = booking;
        this.publicly = publicly;
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
     * @throws AllocationRefusal if the terms do not fit, the county is foreign, or the plan has left the
     *     draft
     * @throws org.jingzhun.funding.source.SourceRefusal.UnknownSource if there is no such source
     * @throws org.jingzhun.funding.ledger.LedgerRefusal.Overdrawn if the county's budget does not hold the amount
     */
    @Transactional
    public Drafted draft(UUID id, Draft draft, @Nullable String ifMatch) {
        checks.require(draft);
        if (!caller.get().area().covers(draft.county())) {
            throw new AllocationRefusal.OutsideArea(draft.county());
        }
        var source = sources.get(draft.sourceId());
        bookkeeping.requireAvailable(AccountKey.budget(draft.county(), source.id(), draft.year()), draft.amount());
        var known = plans.findById(id);
        if (known == null) {
            var plan = new AllocationPlan(id, draft, Officer.of(caller.get()), clock.instant());
            plans.persistAndFlush(plan);
            record(plan, Step.DRAFT, "");
            return new Drafted(plan, true);
        }
        Revisions.require(ifMatch, known.revision());
        known.rewrite(draft, Officer.of(caller.get()), clock.instant());
        plans.flush();
        record(known, Step.DRAFT, "");
        return new Drafted(known, false);
    }

    /**
     * Orders the computation of a draft.
     *
     * @return id of the job
     * @throws AllocationRefusal if the plan is unknown or the step not open to the caller
     */
    @Transactional
    public UUID orderComputation(UUID id) {
        plans.get(id).requireMayTake(Step.COMPUTE, Officer.of(caller.get()));
        return jobs.submit(UuidCreator.getTimeOrderedEpoch(), ComputationJob.KIND, new ComputationJob.Order(id), 1L);
    }

    /**
     * The other parameters beside the plan's own, by the receivers as they stand now; nothing is written.
     *
     * @param other the plan as it could be
     * @throws AllocationRefusal if one of both cannot be divided, or the plan is a competition
     */
    @Transactional
    public Comparison compare(UUID id, Draft other) {
        var plan = plans.get(id);
        checks.require(other);
        if (plan.terms().mode() == Mode.COMPETITIVE || other.terms().mode() == Mode.COMPETITIVE) {
            throw new AllocationRefusal.UnfitTerms(TermsFlaw.COMPETITION_NOT_COMPARED, "COMPETITIVE");
        }
        var today = LocalDate.now(clock);
        return Comparison.of(
                computing.compute(Computing.Basis.of(plan), today),
                computing.compute(Computing.Basis.of(other), today));
    }

    /** How many receivers share the amount. */
    public record Computed(UUID planId, int shares, Money amount) {}

    /**
     * Freezes inputs and divides, in the transaction of the job.
     *
     * @throws AllocationRefusal if the step is not open or the formula refuses
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public Computed compute(UUID id) {
        var plan = plans.lock(id);
        plan.take(Step.COMPUTE, Officer.of(caller.get()), "", clock.instant());
        var divided = plan.terms().mode() == Mode.COMPETITIVE
                ? selecting.compute(plan, LocalDate.now(clock))
                : computing.compute(Computing.Basis.of(plan), LocalDate.now(clock));
        shares.delete(id);
        shares.insert(id, divided);
        plans.flush();
        record(plan, Step.COMPUTE, "");
        return new Computed(id, divided.size(), shares.total(id));
    }

    /**
     * Takes a step other than drafting and computing.
     *
     * @param ifMatch the revision seen by the client, null if it does not matter
     * @throws AllocationRefusal if the step is not open to the caller
     * @throws AllocationRefusal.Spent if who must give back does not hold the amount any more
     * @throws org.jingzhun.funding.ledger.LedgerRefusal.Overdrawn if the budget does not
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
        boolean wasPlanned = plan.stage() == Stage.REVIEWED;
        plan.take(step, Officer.of(caller.get()), remark, clock.instant());
        switch (step) {
            case REVIEW -> publicly.planned(plan);
            case APPROVE -> booking.approve(plan);
            case PUBLISH -> publicly.published(plan);
            case WITHDRAW -> {
                booking.withdraw(plan, remark);
                publicly.withdrawn(plan, remark);
            }
            case RETURN -> {
                if (wasPlanned) {
                    publicly.returned(plan);
                }
                drop(plan);
            }
            case DRAFT, COMPUTE -> {}
        }
        plans.flush();
        record(plan, step, remark);
        return plan;
    }

    private void drop(AllocationPlan plan) {
        shares.delete(plan.id());
        proposals.undecide(plan.id());
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
        if (stored.isEmpty()) {
            return false;
        }
        return plan.terms().mode() == Mode.COMPETITIVE ? selecting.holds(plan, stored) : computing.holds(plan, stored);
    }

    private void record(AllocationPlan plan, Step step, String remark) {
        audit.record(AuditEntry.of("allocation-" + step.name().toLowerCase(Locale.ROOT), "allocation-plan", plan.id())
                .in(plan.county())
                .because(remark.isEmpty() ? null : remark)
                .with("amount", plan.amount().toString()));
    }
}
