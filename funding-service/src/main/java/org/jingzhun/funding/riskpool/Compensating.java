package org.jingzhun.funding.riskpool;

import com.github.f4b6a3.uuid.UuidCreator;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SequencedMap;
import java.util.UUID;
import org.jingzhun.chassis.audit.Audit;
import org.jingzhun.chassis.audit.AuditEntry;
import org.jingzhun.chassis.caller.CurrentCaller;
import org.jingzhun.chassis.http.Revisions;
import org.jingzhun.chassis.time.Clocks;
import org.jingzhun.funding.claim.BankClaim;
import org.jingzhun.funding.claim.BankClaims;
import org.jingzhun.funding.claim.ClaimKind;
import org.jingzhun.funding.claim.ClaimRefusal;
import org.jingzhun.funding.claim.ClaimStage;
import org.jingzhun.funding.claim.ClaimStep;
import org.jingzhun.funding.ledger.AccountKey;
import org.jingzhun.funding.ledger.AccountKind;
import org.jingzhun.funding.ledger.Bookkeeping;
import org.jingzhun.funding.ledger.JournalEntry;
import org.jingzhun.funding.ledger.money.Money;
import org.jingzhun.funding.riskpool.rule.LossSharing;
import org.jingzhun.funding.riskpool.rule.Proportions;
import org.jspecify.annotations.Nullable;

/** Takes banks' claims in, pays them from the pool and takes recoveries back (代偿与追偿). */
@ApplicationScoped
public class Compensating {

    private final RiskPools pools;
    private final PoolClaims compensations;
    private final BankClaims claims;
    private final Bookkeeping bookkeeping;
    private final Audit audit;
    private final CurrentCaller caller;
    private final Clock clock;

    Compensating(
            RiskPools pools,
            PoolClaims compensations,
            BankClaims claims,
            Bookkeeping bookkeeping,
            Audit audit,
            CurrentCaller caller,
            Clock clock) {
        this.pools = pools;
        this.compensations = compensations;
        this.claims = claims;
        this.bookkeeping = bookkeeping;
        this.audit = audit;
        this.caller = caller;
        this.clock = clock;
    }

    /** What a bank says of a loss. */
    public record Losing(UUID loan, PoolClaim.Reason reason, String evidence, LocalDate on, Money interest) {}

    /**
     * Takes a claim in. The loss is what is overdue of the principal (all that is owed if the borrower is struck by fate)
     * and the interest that the bank names.
     *
     * @throws PoolException if it is no loan of the pool's, not overdue for long enough, claimed already, or bears
     *     less interest
     */
    @Transactional
    public PoolClaim claim(UUID poolId, Losing losing) {
        var pool = pools.lock(poolId);
        var today = LocalDate.ofInstant(clock.instant(), Clocks.SHANGHAI);
        if (losing.on().isAfter(today)) {
            throw new PoolRefusal.DayOutOfOrder(pool.agreedOn(), today).asException();
        }
        var loss = compensations
                .findLoss(poolId, losing.loan(), losing.on())
                .orElseThrow(() -> new PoolRefusal.NotItsLoan(losing.loan()).asException());
        if (compensations.stands(losing.loan())) {
            throw new PoolRefusal.LossClaimed(losing.loan()).asException();
        }
        if (losing.interest().compareTo(loss.mostInterest()) > 0) {
            throw new PoolRefusal.AboveLoss(loss.mostInterest(), losing.interest()).asException();
        }
        var since = loss.since();
        long days = since == null ? 0 : ChronoUnit.DAYS.between(since, losing.on());
        var principal = principal(pool, losing.reason(), loss, days);
        var shared = LossSharing.share(principal.plus(losing.interest()), pool.poolShare());
        var claim = new PoolClaim(
                new BankClaim(
                        UuidCreator.getTimeOrderedEpoch(),
                        ClaimKind.COMPENSATION,
                        pool.county(),
                        loss.bank(),
                        shared.pool(),
                        caller.get(),
                        clock.instant()),
                poolId,
                losing.loan(),
                losing.reason(),
                losing.evidence(),
                losing.on(),
                Math.toIntExact(days),
                principal,
                losing.interest(),
                shared.pool(),
                shared.lender(),
                Money.ZERO);
        compensations.insert(claim);
        record(claim, ClaimStep.CLAIM, losing.reason().name());
        return claim;
    }

    private static Money principal(RiskPool pool, PoolClaim.Reason reason, PoolClaims.Loss loss, long days) {
        return switch (reason) {
            case OVERDUE -> {
                if (days < pool.triggerDays()) {
                    throw new PoolRefusal.NotTriggered(days, pool.triggerDays()).asException();
                }
                yield loss.overdue();
            }
            case DEATH, DISASTER, FAMILY_CATASTROPHE -> loss.outstanding();
        };
    }

    /**
     * Takes a step; PAY draws the pool's part from its accounts in proportion to what they hold.
     *
     * @throws org.jingzhun.funding.claim.ClaimRefusal if the step is not open to the caller
     * @throws PoolException if the pool does not hold enough
     */
    @Transactional
    public PoolClaim take(UUID id, ClaimStep step, String remark, @Nullable String ifMatch) {
        var compensation = compensations.lock(id);
        var claim = compensation.claim();
        if (ifMatch != null) {
            Revisions.require(ifMatch, claim.revision());
        }
        claim.requireMayTake(step, caller.get());
        switch (step) {
            case PAY -> pay(compensation, remark);
            case REJECT -> {
                claim.take(step, caller.get(), remark, clock.instant());
                compensations.drop(id);
            }
            case ARRIVE, BOUNCE -> throw new ClaimRefusal.TakenByTheBank(step);
            case CLAIM, CHECK, APPROVE -> claim.take(step, caller.get(), remark, clock.instant());
        }
        claims.flush();
        record(compensation, step, remark);
        return compensation;
    }

    private void pay(PoolClaim compensation, String remark) {
        var pool = pools.lock(compensation.poolId());
        var balances = compensations.listBalances(pool.id());
        var held = balances.stream().map(Proportions.Weight::weight).reduce(Money.ZERO, Money::plus);
        if (held.compareTo(compensation.poolPart()) < 0) {
            throw new PoolRefusal.NotEnough(held, compensation.poolPart()).asException();
        }
        var drawn = Proportions.split(compensation.poolPart(), balances);
        var entry = bookkeeping.post(
                JournalEntry.Kind.RISK_POOL,
                pool.county(),
                "pool-claim:" + compensation.claim().id(),
                pool.name() + " compensation",
                movements(pool, drawn, true));
        compensation
                .claim()
                .pay(
                        entry.id(),
                        LocalDate.ofInstant(clock.instant(), Clocks.SHANGHAI),
                        caller.get(),
                        remark,
                        clock.instant());
        compensations.insertDraws(compensation, drawn);
    }

    private static SequencedMap<AccountKey, Money> movements(
            RiskPool pool, Map<PoolAccount, Money> parts, boolean out) {
        var movements = new LinkedHashMap<AccountKey, Money>();
        parts.forEach((account, amount) -> {
            if (amount.isPositive()) {
                movements.put(
                        Pooling.account(AccountKind.RISK_POOL, pool, account.source(), account.year()),
                        out ? amount.negated() : amount);
                movements.put(
                        AccountKey.paid(pool.county(), pool.county(), account.source(), account.year()),
                        out ? amount : amount.negated());
            }
        });
        return movements;
    }

    /** What a bank says of a recovery. */
    public record Recovering(Money amount, LocalDate receivedOn, String reference) {}

    /**
     * Takes a recovery back: to pool and lender in proportion to what each still misses, within the pool to the accounts
     * from which it was paid.
     *
     * @throws PoolException if the claim was not paid, the reference is known, or more came back than was lost
     */
    @Transactional
    public Recovery recover(UUID id, Recovering recovering) {
        var compensation = compensations.lock(id);
        var claim = compensation.claim();
        var today = LocalDate.ofInstant(clock.instant(), Clocks.SHANGHAI);
        if (claim.stage() != ClaimStage.PAID) {
            throw new PoolRefusal.NotPaid(id).asException();
        }
        if (recovering.receivedOn().isAfter(today) || recovering.receivedOn().isBefore(compensation.claimedOn())) {
            throw new PoolRefusal.DayOutOfOrder(compensation.claimedOn(), today).asException();
        }
        if (compensations.hasRecovery(id, recovering.reference())) {
            throw new PoolRefusal.RecoveryKnown(recovering.reference()).asException();
        }
        var left = compensation.loss().minus(compensation.recovered());
        if (recovering.amount().compareTo(left) > 0) {
            throw new PoolRefusal.AboveLoss(left, recovering.amount()).asException();
        }
        return record(pools.lock(compensation.poolId()), claim, recovering, left);
    }

    private Recovery record(RiskPool pool, BankClaim claim, Recovering recovering, Money left) {
        var open = compensations.listOpenDraws(claim.id());
        var poolOpen = open.stream().map(Proportions.Weight::weight).reduce(Money.ZERO, Money::plus);
        var parts = Proportions.split(
                recovering.amount(),
                List.of(
                        new Proportions.Weight<>("1-pool", poolOpen),
                        new Proportions.Weight<>("2-lender", left.minus(poolOpen))));
        var poolPart = parts.firstEntry().getValue();
        var returned = Proportions.split(poolPart, open);
        var id = UuidCreator.getTimeOrderedEpoch();
        var entry = poolPart.isZero()
                ? null
                : bookkeeping.post(
                        JournalEntry.Kind.RISK_POOL,
                        pool.county(),
                        "pool-recovery:" + claim.id() + ":" + recovering.reference(),
                        pool.name() + " recovery",
                        movements(pool, returned, false));
        var recovery = new Recovery(
                id,
                claim.id(),
                recovering.amount(),
                poolPart,
                parts.lastEntry().getValue(),
                recovering.receivedOn(),
                recovering.reference(),
                entry == null ? null : entry.id());
        compensations.insert(recovery, pool.county(), returned, caller.get().subject(), clock.instant());
        audit.record(AuditEntry.of("risk-pool-recovery", "bank-claim", claim.id())
                .in(pool.county())
                .with("amount", recovering.amount().toString()));
        return recovery;
    }

    private void record(PoolClaim compensation, ClaimStep step, String remark) {
        var claim = compensation.claim();
        audit.record(AuditEntry.of("compensation-" + step.name().toLowerCase(Locale.ROOT), "bank-claim", claim.id())
                .in(claim.county())
                .because(remark.isEmpty() ? null : remark)
                .with("amount", claim.amount().toString()));
    }
}
