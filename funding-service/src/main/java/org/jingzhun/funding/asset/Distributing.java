package org.jingzhun.funding.asset;

import com.github.f4b6a3.uuid.UuidCreator;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jingzhun.chassis.audit.Audit;
import org.jingzhun.chassis.audit.AuditEntry;
import org.jingzhun.chassis.caller.CurrentCaller;
import org.jingzhun.chassis.http.Revisions;
import org.jingzhun.chassis.procedure.Officer;
import org.jingzhun.chassis.procedure.Signatures;
import org.jingzhun.chassis.procedure.Signing;
import org.jingzhun.funding.asset.AssetRefusal.Reason;
import org.jingzhun.funding.asset.share.Dividends;
import org.jingzhun.funding.asset.share.Period;
import org.jingzhun.funding.disbursement.PayableKind;
import org.jingzhun.funding.disbursement.SettledPayments;
import org.jingzhun.funding.ledger.money.Money;
import org.jspecify.annotations.Nullable;

/** Distributes the income of assets: plan, review, notice, approval, payment (收益分配). */
@ApplicationScoped
public class Distributing {

    private final Assets assets;
    private final AssetShares shares;
    private final AssetRules rules;
    private final DividendPlans dividends;
    private final DividendPayments payments;
    private final AssetAnnouncing announcing;
    private final Signatures signatures;
    private final Audit audit;
    private final CurrentCaller caller;
    private final Clock clock;

    Distributing(
            Assets assets,
            AssetShares shares,
            AssetRules rules,
            DividendPlans dividends,
            DividendPayments payments,
            AssetAnnouncing announcing,
            Signatures signatures,
            Audit audit,
            CurrentCaller caller,
            Clock clock) {
        this.assets = assets;
        this.shares = shares;
        this.rules = rules;
        this.dividends = dividends;
        this.payments = payments;
        this.announcing = announcing;
        this.signatures = signatures;
        this.audit = audit;
        this.caller = caller;
        this.clock = clock;
    }

    /**
     * Computes floor and dividend of a period by the shares as they were held in it.
     *
     * @param profit of the operator, below zero for a loss
     * @throws AssetRefusal if the period is no part of a calendar year within the contract, is not over, was divided
     *     before, or nothing came of it
     */
    @Transactional
    public DividendPlan plan(UUID assetId, LocalDate from, LocalDate to, Money profit, String documentNumber) {
        var asset = assets.lock(assetId);
        var today = LocalDate.now(clock);
        if (to.isBefore(from)
                || from.getYear() != to.getYear()
                || from.isBefore(asset.data().startsOn())
                || to.isAfter(asset.data().endsOn())
                || to.isAfter(today)) {
            throw new AssetRefusal.NotNow(Reason.PERIOD_INVALID, asset.data().startsOn());
        }
        var divided = dividends.findLastDay(assetId).orElse(LocalDate.MIN);
        if (!from.isAfter(divided)) {
            throw new AssetRefusal.NotNow(Reason.PERIOD_DIVIDED, divided);
        }
        var period = new Period(from, to);
        var declared = Dividends.declare(period, profit, asset.data().terms(), shares.listWithin(assetId, period));
        if (declared.amount().isZero()) {
            throw new AssetRefusal.NotNow(Reason.NOTHING_TO_DIVIDE, profit);
        }
        var notice = rules.get(AssetRule.Rule.NOTICE_DAYS, asset.data().division(), today);
        var plan = new DividendPlan(
                UuidCreator.getTimeOrderedEpoch(),
                assetId,
                asset.data().division(),
                period,
                profit,
                asset.data().terms(),
                declared.floor(),
                declared.dividend(),
                documentNumber,
                DividendStage.PLANNED,
                notice.value(),
                notice.version(),
                null,
                null,
                null,
                null,
                0);
        dividends.insert(plan, declared.lines());
        signatures.add(
                plan.id(),
                plan.division(),
                Signing.sign(DividendStep.PLAN, null, officer(), List.of(), "", clock.instant()));
        record(plan, DividendStep.PLAN, "");
        return plan;
    }

    /**
     * Takes a step other than planning and settling.
     *
     * @throws org.jingzhun.chassis.procedure.StepRefusal if the step is not open to the caller
     * @throws org.jingzhun.funding.ledger.LedgerRefusal.Overdrawn if what is to be released is on its way
     * @throws AssetRefusal.NotNow if the notice is still running
     */
    @Transactional
    public DividendPlan take(UUID id, DividendStep step, String remark, @Nullable String ifMatch) {
        if (step == DividendStep.PLAN || step == DividendStep.SETTLE) {
            throw new AssetRefusal.NotNow(Reason.STEP_TAKEN_ELSEWHERE, step);
        }
        var plan = dividends.lock(id);
        if (ifMatch != null) {
            Revisions.require(ifMatch, plan.revision());
        }
        var signature = Signing.sign(step, plan.stage(), officer(), signatures.list(id), remark, clock.instant());
        var today = LocalDate.now(clock);
        var moved = plan.at(step.to(), today);
        dividends.update(
                switch (step) {
                    case PLAN, REVIEW, NOTICE, SETTLE -> moved;
                    case APPROVE -> {
                        requireNoticeOver(plan, today);
                        yield moved.bookedBy(payments.receive(plan, assets.get(plan.assetId())));
                    }
                    case PAY ->
                        payments.pay(plan, assets.get(plan.assetId()), today)
                                .map(moved::bookedBy)
                                .orElse(moved);
                    case RELEASE -> {
                        payments.release(plan, assets.get(plan.assetId()), today);
                        yield moved;
                    }
                    case CANCEL -> {
                        payments.giveBack(plan, remark);
                        yield moved;
                    }
                });
        signatures.add(id, plan.division(), signature);
        record(plan, step, remark);
        if (step == DividendStep.PAY && dividends.isWhole(id)) {
            settle(id);
        }
        return dividends.get(id);
    }

    /** Hears what the bank says of payments; the last one settles its distribution. */
    void hear(@Observes SettledPayments settled) {
        var dividendsOnly = settled.items().stream()
                .filter(item -> item.kind() == PayableKind.DIVIDEND)
                .toList();
        if (!dividendsOnly.isEmpty()) {
            payments.heard(dividendsOnly).forEach(this::settle);
        }
    }

    private void settle(UUID id) {
        var plan = dividends.lock(id);
        var signature =
                Signing.sign(DividendStep.SETTLE, plan.stage(), officer(), signatures.list(id), "", clock.instant());
        dividends.update(plan.at(DividendStage.PAID, LocalDate.now(clock)));
        signatures.add(id, plan.division(), signature);
        record(plan, DividendStep.SETTLE, "");
    }

    private static void requireNoticeOver(DividendPlan plan, LocalDate today) {
        var noticed = plan.noticedOn();
        if (noticed == null) {
            throw new IllegalStateException("Dividend " + plan.id() + " must have been announced");
        }
        var over = noticed.plusDays(plan.noticeDays());
        if (today.isBefore(over)) {
            throw new AssetRefusal.NotNow(Reason.NOTICE_RUNNING, over);
        }
    }

    private Officer officer() {
        return Officer.of(caller.get());
    }

    private void record(DividendPlan plan, DividendStep step, String remark) {
        announcing.taken(plan, step);
        audit.record(AuditEntry.of("dividend-" + step.name().toLowerCase(Locale.ROOT), "dividend", plan.id())
                .in(plan.division())
                .because(remark.isEmpty() ? null : remark)
                .with("amount", plan.amount().toString()));
    }
}
