package org.jingzhun.funding.riskpool;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jingzhun.funding.ledger.money.Money;
import org.jingzhun.funding.riskpool.rule.LendingRule;

/** What a risk pool says no to. */
public sealed interface PoolRefusal {

    default PoolException asException() {
        return new PoolException(this);
    }

    /** There is no such pool, or not in the caller's area. */
    record UnknownPool(UUID id) implements PoolRefusal {}

    /** The pool that a loan names does not exist in its county. */
    record NotThisCounty(UUID id) implements PoolRefusal {}

    record NotCovered(String bank, String product) implements PoolRefusal {}

    record NameTaken(String name) implements PoolRefusal {}

    /** The county lies outside the caller's area. */
    record OutsideArea(long county) implements PoolRefusal {}

    record NoRules(LocalDate day) implements PoolRefusal {}

    /** The agreement says something that the rules do not allow. */
    record OutsideRules(String field, String least, String most) implements PoolRefusal {}

    record Stopped(LendingRule.Stopped figures) implements PoolRefusal {}

    record Exhausted(Money asked, LendingRule.Exhausted figures) implements PoolRefusal {}

    /** Lenders pay in under a source of the kind LENDER, the treasury under any other. */
    record WrongSource(String kind) implements PoolRefusal {}

    /** The treasury names the fund that it pays from, a lender has none. */
    record FundMismatch(Contribution.Payer payer) implements PoolRefusal {}

    record DocumentKnown(String documentNumber) implements PoolRefusal {}

    /** The loan is not one of the pool's, or does not run. */
    record NotItsLoan(UUID loan) implements PoolRefusal {}

    record NotTriggered(long days, int triggerDays) implements PoolRefusal {}

    record LossClaimed(UUID loan) implements PoolRefusal {}

    /** The pool does not hold what it should bear. */
    record NotEnough(Money balance, Money asked) implements PoolRefusal {}

    record NotPaid(UUID claim) implements PoolRefusal {}

    record AboveLoss(Money left, Money asked) implements PoolRefusal {}

    record RecoveryKnown(String reference) implements PoolRefusal {}

    record DayOutOfOrder(LocalDate from, LocalDate to) implements PoolRefusal {}

    record CodesUnknown(List<String> known) implements PoolRefusal {}
}
