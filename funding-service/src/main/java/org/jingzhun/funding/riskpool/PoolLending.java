package org.jingzhun.funding.riskpool;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.UUID;
import org.jingzhun.chassis.time.Clocks;
import org.jingzhun.funding.ledger.money.Money;
import org.jingzhun.funding.riskpool.rule.LendingRule;

/** Tells whether a pool stands for another loan (准入、停贷). */
@ApplicationScoped
public class PoolLending {

    private final RiskPools pools;
    private final Clock clock;

    PoolLending(RiskPools pools, Clock clock) {
        this.pools = pools;
        this.clock = clock;
    }

    /**
     * Locks the pool and judges it by its figures of today.
     *
     * @param more principal beside what is promised already
     * @throws PoolException if it is no pool of the county, does not cover the loan, has stopped, or stands for enough
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public void requireLending(UUID id, long county, String bank, String product, Money more) {
        var pool = pools.lock(id);
        if (pool.county() != county) {
            throw new PoolRefusal.NotThisCounty(id).asException();
        }
        if (!pool.covers(bank, product)) {
            throw new PoolRefusal.NotCovered(bank, product).asException();
        }
        var today = LocalDate.ofInstant(clock.instant(), Clocks.SHANGHAI);
        switch (pool.lending().judge(pools.figures(id, today), more)) {
            case LendingRule.Stopped stopped -> throw new PoolRefusal.Stopped(stopped).asException();
            case LendingRule.Exhausted exhausted -> throw new PoolRefusal.Exhausted(more, exhausted).asException();
            case LendingRule.Open open -> {}
        }
    }
}
