package org.jingzhun.funding.loan;

import java.util.List;
import java.util.Set;
import org.jingzhun.chassis.procedure.Move;

/**
 * The steps of a loan (贷款流程): from where to where, who may take each, and whose signature a step's taker must not have
 * given before. The bank acts as a system, or the finance office records what it says.
 */
@SuppressWarnings("ImmutableEnumChecker") // sets and lists made by of() are immutable
public enum LoanStep implements Move<LoanStage> {

    /** The village's office, or the bank, takes the application down (申请). */
    APPLY(
            Set.of(),
            LoanStage.APPLIED,
            Set.of(LoanStep.VILLAGE, LoanStep.TOWNSHIP, LoanStep.FINANCE, LoanStep.SYSTEM),
            List.of()),

    /** Village or township confirm household, age and use (村级评议). */
    VILLAGE_REVIEW(
            Set.of(LoanStage.APPLIED), LoanStage.REVIEWED, Set.of(LoanStep.VILLAGE, LoanStep.TOWNSHIP), List.of(APPLY)),

    /** The bank agrees and names the contract (银行审批). */
    BANK_APPROVE(
            Set.of(LoanStage.REVIEWED),
            LoanStage.APPROVED,
            Set.of(LoanStep.FINANCE, LoanStep.SYSTEM),
            List.of(APPLY, VILLAGE_REVIEW)),

    /** The bank pays out; who approved does not (放款, 审贷分离). */
    DISBURSE(
            Set.of(LoanStage.APPROVED),
            LoanStage.ACTIVE,
            Set.of(LoanStep.FINANCE, LoanStep.SYSTEM),
            List.of(BANK_APPROVE)),

    /** Somebody who had no part in it looks what the money was used for (使用检查). */
    USE_CHECK(
            Set.of(LoanStage.ACTIVE),
            LoanStage.ACTIVE,
            Set.of(LoanStep.VILLAGE, LoanStep.TOWNSHIP, LoanStep.COUNTY),
            List.of(APPLY, BANK_APPROVE, DISBURSE)),

    /** Maturity is put off, or the loan renewed without paying back first (展期、无还本续贷). */
    EXTEND(
            Set.of(LoanStage.ACTIVE),
            LoanStage.ACTIVE,
            Set.of(LoanStep.FINANCE, LoanStep.SYSTEM),
            List.of(APPLY, VILLAGE_REVIEW)),

    /** Everything is paid (结清). */
    SETTLE(Set.of(LoanStage.ACTIVE), LoanStage.SETTLED, Set.of(LoanStep.FINANCE, LoanStep.SYSTEM), List.of()),

    /** The county takes note that the bank gives an overdue loan up (核销). */
    WRITE_OFF(
            Set.of(LoanStage.ACTIVE),
            LoanStage.WRITTEN_OFF,
            Set.of(LoanStep.COUNTY),
            List.of(APPLY, BANK_APPROVE, DISBURSE)),

    /** The village or the bank says no (不予通过). */
    REFUSE(
            Set.of(LoanStage.APPLIED, LoanStage.REVIEWED),
            LoanStage.REFUSED,
            Set.of(LoanStep.VILLAGE, LoanStep.TOWNSHIP, LoanStep.FINANCE, LoanStep.SYSTEM),
            List.of(APPLY)),

    /** The household takes its application back (撤回). */
    WITHDRAW(
            Set.of(LoanStage.APPLIED, LoanStage.REVIEWED, LoanStage.APPROVED),
            LoanStage.WITHDRAWN,
            Set.of(LoanStep.VILLAGE, LoanStep.TOWNSHIP, LoanStep.FINANCE, LoanStep.SYSTEM),
            List.of());

    private static final String VILLAGE = "village-officer";
    private static final String TOWNSHIP = "township-officer";
    private static final String COUNTY = "county-officer";
    private static final String FINANCE = "finance-officer";
    private static final String SYSTEM = "system";

    private final Set<LoanStage> from;
    private final LoanStage to;
    private final Set<String> takenBy;
    private final List<LoanStep> mustDifferFrom;

    LoanStep(Set<LoanStage> from, LoanStage to, Set<String> takenBy, List<LoanStep> mustDifferFrom) {
        this.from = from;
        this.to = to;
        this.takenBy = takenBy;
        this.mustDifferFrom = mustDifferFrom;
    }

    @Override
    public Set<LoanStage> from() {
        return from;
    }

    @Override
    public LoanStage to() {
        return to;
    }

    @Override
    public Set<String> takenBy() {
        return takenBy;
    }

    @Override
    public List<LoanStep> mustDifferFrom() {
        return mustDifferFrom;
    }
}
