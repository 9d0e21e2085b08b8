package org.jingzhun.funding.fund;

import java.util.List;
import java.util.Set;
import org.jingzhun.chassis.procedure.Move;

/** The steps of grants and loans out of funds (基金使用程序). */
@SuppressWarnings("ImmutableEnumChecker") // sets and lists made by of() are immutable
public enum AidStep implements Move<AidStage> {

    /** The village, or whoever helps the applicant, files the application (申请). */
    APPLY(Set.of(), AidStage.APPLIED, Set.of("village-officer", AidStep.TOWNSHIP, AidStep.FINANCE), List.of()),

    /** The township sees the papers and the need (核实). */
    VERIFY(Set.of(AidStage.APPLIED), AidStage.VERIFIED, Set.of(AidStep.TOWNSHIP), List.of(AidStep.APPLY)),

    /** The finance office checks the rule and the fund (审核). */
    REVIEW(
            Set.of(AidStage.VERIFIED),
            AidStage.REVIEWED,
            Set.of(AidStep.FINANCE),
            List.of(AidStep.APPLY, AidStep.VERIFY)),

    /** The county decides (审批). */
    APPROVE(
            Set.of(AidStage.REVIEWED),
            AidStage.APPROVED,
            Set.of(AidStep.COUNTY),
            List.of(AidStep.APPLY, AidStep.VERIFY, AidStep.REVIEW)),

    /** The finance office pays a village, or orders the payment of a household (拨付). */
    PAY(Set.of(AidStage.APPROVED), AidStage.PAYING, Set.of(AidStep.FINANCE), List.of(AidStep.REVIEW, AidStep.APPROVE)),

    /** Taken by the bank's word that it arrived; of a village at once (到账). */
    ARRIVE(Set.of(AidStage.PAYING), AidStage.PAID, Set.of(AidStep.FINANCE, "system"), List.of()),

    /** Taken by the bank's word that it could not be paid (退回). */
    BOUNCE(Set.of(AidStage.PAYING), AidStage.APPROVED, Set.of(AidStep.FINANCE, "system"), List.of()),

    /** Taken by the last repayment of a loan (结清). */
    SETTLE(Set.of(AidStage.PAID), AidStage.SETTLED, Set.of(AidStep.FINANCE, "system"), List.of()),

    /** The county gives a loan up (核销). */
    WRITE_OFF(
            Set.of(AidStage.PAID), AidStage.WRITTEN_OFF, Set.of(AidStep.COUNTY), List.of(AidStep.APPROVE, AidStep.PAY)),

    /** Refused (不予批准). */
    REJECT(
            Set.of(AidStage.APPLIED, AidStage.VERIFIED, AidStage.REVIEWED),
            AidStage.REJECTED,
            Set.of(AidStep.TOWNSHIP, AidStep.FINANCE, AidStep.COUNTY),
            List.of());

    private static final String TOWNSHIP = "township-officer";
    private static final String FINANCE = "finance-officer";
    private static final String COUNTY = "county-officer";

    private final Set<AidStage> from;
    private final AidStage to;
    private final Set<String> takenBy;
    private final List<AidStep> mustDifferFrom;

    AidStep(Set<AidStage> from, AidStage to, Set<String> takenBy, List<AidStep> mustDifferFrom) {
        this.from = from;
        this.to = to;
        this.takenBy = takenBy;
        this.mustDifferFrom = mustDifferFrom;
    }

    @Override
    public Set<AidStage> from() {
        return from;
    }

    @Override
    public AidStage to() {
        return to;
    }

    @Override
    public Set<String> takenBy() {
        return takenBy;
    }

    @Override
    public List<AidStep> mustDifferFrom() {
        return mustDifferFrom;
    }
}
