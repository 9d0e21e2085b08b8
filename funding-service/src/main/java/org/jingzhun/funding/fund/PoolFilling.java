package org.jingzhun.funding.fund;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.UUID;
import org.jingzhun.chassis.audit.Audit;
import org.jingzhun.chassis.audit.AuditEntry;
import org.jingzhun.chassis.time.Clocks;
import org.jingzhun.funding.fund.rule.Drawing.Portion;
import org.jingzhun.funding.fund.rule.FundKind;
import org.jingzhun.funding.ledger.AccountKey;
import org.jingzhun.funding.ledger.Bookkeeping;
import org.jingzhun.funding.ledger.JournalEntry;
import org.jingzhun.funding.ledger.money.Money;

/** Lets the fund for the sharing of risks (扶贫小额信贷分险基金) fill the risk pools of its county. */
@ApplicationScoped
public class PoolFilling {

    private final Funds funds;
    private final FundMovements movements;
    private final Bookkeeping bookkeeping;
    private final Audit audit;
    private final Clock clock;

    PoolFilling(Funds funds, FundMovements movements, Bookkeeping bookkeeping, Audit audit, Clock clock) {
        this.funds = funds;
        this.movements = movements;
        this.bookkeeping = bookkeeping;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Puts money of a fund into a pool, in the transaction of the contribution.
     *
     * @param pool the pool's account of the source and year whose money it is
     * @return id of the entry that booked it
     * @throws FundRefusal if the fund is unknown, of another kind or county, or holds less of that source and year
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public UUID fill(UUID fundId, AccountKey pool, Money amount, String businessKey, String memo) {
        var fund = funds.lock(fundId);
        if (fund.kind() != FundKind.CREDIT_RISK_SHARING || fund.county() != pool.county()) {
            throw new FundRefusal.NotNow(FundRefusal.Reason.NO_POOLS_HERE, fund.name());
        }
        var portion = new Portion(pool.sourceId(), pool.year());
        var held = movements.held(fundId).getOrDefault(portion, Money.ZERO);
        if (held.compareTo(amount) < 0) {
            throw new FundRefusal.FundExhausted(held, amount);
        }
        var booked = new LinkedHashMap<AccountKey, Money>();
        booked.put(fund.account(pool.sourceId(), pool.year()), amount.negated());
        booked.put(pool, amount);
        var entry = bookkeeping.post(JournalEntry.Kind.RISK_POOL, fund.county(), businessKey, memo, booked);
        movements.add(
                fund,
                FundMovement.Kind.POOL,
                portion,
                amount.negated(),
                null,
                entry.id(),
                LocalDate.ofInstant(clock.instant(), Clocks.SHANGHAI),
                memo);
        audit.record(AuditEntry.of("fund-filled-pool", "fund", fundId)
                .in(fund.division())
                .with("amount", amount.toString()));
        return entry.id();
    }
}
