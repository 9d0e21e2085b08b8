package org.jingzhun.funding.asset;

import java.util.List;
import java.util.Set;
import org.jingzhun.chassis.procedure.Move;

/** The steps of a distribution of income (收益分配程序). */
@SuppressWarnings("ImmutableEnumChecker") // sets and lists made by of() are immutable
public enum DividendStep implements Move<DividendStage> {

    /** The finance office computes floor and dividend of a period. */
    PLAN(Set.of(), DividendStage.PLANNED, Set.of(DividendStep.FINANCE), List.of()),

    /** A second person checks (审核). */
    REVIEW(
            Set.of(DividendStage.PLANNED),
            DividendStage.REVIEWED,
            Set.of(DividendStep.FINANCE),
            List.of(DividendStep.PLAN)),

    /** The plan is announced in the villages (公示). */
    NOTICE(
            Set.of(DividendStage.REVIEWED),
            DividendStage.NOTICED,
            Set.of(DividendStep.FINANCE, DividendStep.COUNTY),
            List.of()),

    /** The county decides when the notice has run (批准): what the operator paid in is booked. */
    APPROVE(
            Set.of(DividendStage.NOTICED),
            DividendStage.APPROVED,
            Set.of(DividendStep.COUNTY),
            List.of(DividendStep.PLAN, DividendStep.REVIEW)),

    /** The finance office books the collectives' parts and orders the payments of the households (发放). */
    PAY(
            Set.of(DividendStage.APPROVED),
            DividendStage.PAYING,
            Set.of(DividendStep.FINANCE),
            List.of(DividendStep.APPROVE)),

    /** Taken by the bank's word that the last payment has arrived (发放完毕). */
    SETTLE(Set.of(DividendStage.PAYING), DividendStage.PAID, Set.of(DividendStep.FINANCE, "system"), List.of()),

    /** What could not be paid, or came back, goes to the collectives of the villages (转村集体). */
    RELEASE(
            Set.of(DividendStage.PAYING, DividendStage.PAID),
            DividendStage.PAID,
            Set.of(DividendStep.COUNTY),
            List.of(DividendStep.PAY)),

    /** Given up or taken back (撤销). */
    CANCEL(
            Set.of(DividendStage.PLANNED, DividendStage.REVIEWED, DividendStage.NOTICED, DividendStage.APPROVED),
            DividendStage.CANCELLED,
            Set.of(DividendStep.COUNTY),
            List.of());

    private static final String FINANCE = "finance-officer";
    private static final String COUNTY = "county-officer";

    private final Set<DividendStage> from;
    private final DividendStage to;
    private final Set<String> takenBy;
    private final List<DividendStep> mustDifferFrom;

    DividendStep(Set<DividendStage> from, DividendStage to, Set<String> takenBy, List<DividendStep> mustDifferFrom) {
        this.from = from;
        this.to = to;
        this.takenBy = takenBy;
        this.mustDifferFrom = mustDifferFrom;
    }

    @Override
    public Set<DividendStage> from() {
        return from;
    }

    @Override
    public DividendStage to() {
        return to;
    }

    @Override
    public Set<String> takenBy() {
        return takenBy;
    }

    @Override
    public List<DividendStep> mustDifferFrom() {
        return mustDifferFrom;
    }
}
