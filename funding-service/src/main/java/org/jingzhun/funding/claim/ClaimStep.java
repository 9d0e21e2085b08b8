package org.jingzhun.funding.claim;

import java.util.List;
import java.util.Set;

/**
 * The steps of a bank's claim (申领程序): from where to where, who may take each, and whose signature a step's taker must
 * not have given before.
 */
@SuppressWarnings("ImmutableEnumChecker") // sets and lists made by of() are immutable
public enum ClaimStep {

    /** The bank, or the finance office for it, hands the claim in (申报). */
    CLAIM(Set.of(), ClaimStage.CLAIMED, Set.of(ClaimStep.FINANCE, ClaimStep.SYSTEM), List.of()),

    /** The finance office checks it (审核). */
    CHECK(Set.of(ClaimStage.CLAIMED), ClaimStage.CHECKED, Set.of(ClaimStep.FINANCE), List.of(CLAIM)),

    /** The county decides (审批). */
    APPROVE(Set.of(ClaimStage.CHECKED), ClaimStage.APPROVED, Set.of(ClaimStep.COUNTY), List.of(CLAIM, CHECK)),

    /** The finance office hands a subsidy over to be paid, or draws a compensation from the pool (拨付). */
    PAY(Set.of(ClaimStage.APPROVED), ClaimStage.PAYING, Set.of(ClaimStep.FINANCE), List.of(CLAIM, APPROVE)),

    /** Taken by the bank's word that it arrived; of a compensation at once (到账). */
    ARRIVE(Set.of(ClaimStage.PAYING), ClaimStage.PAID, Set.of(ClaimStep.FINANCE, ClaimStep.SYSTEM), List.of()),

    /** Taken by the bank's word that it could not be paid, or when it is given back (退回). */
    BOUNCE(
            Set.of(ClaimStage.PAYING, ClaimStage.PAID),
            ClaimStage.APPROVED,
            Set.of(ClaimStep.FINANCE, ClaimStep.SYSTEM),
            List.of()),

    /** Whoever checks or decides refuses it (驳回). */
    REJECT(
            Set.of(ClaimStage.CLAIMED, ClaimStage.CHECKED, ClaimStage.APPROVED),
            ClaimStage.REJECTED,
            Set.of(ClaimStep.FINANCE, ClaimStep.COUNTY),
            List.of());

    private static final String FINANCE = "finance-officer";
    private static final String COUNTY = "county-officer";
    private static final String SYSTEM = "system";

    private final Set<ClaimStage> from;
    private final ClaimStage to;
    private final Set<String> takenBy;
    private final List<ClaimStep> mustDifferFrom;

    ClaimStep(Set<ClaimStage> from, ClaimStage to, Set<String> takenBy, List<ClaimStep> mustDifferFrom) {
        this.from = from;
        this.to = to;
        this.takenBy = takenBy;
        this.mustDifferFrom = mustDifferFrom;
    }

    /** Stages in which it may be taken. */
    public Set<ClaimStage> from() {
        return from;
    }

    public ClaimStage to() {
        return to;
    }

    /** Roles that may take it, one of them. */
    public Set<String> takenBy() {
        return takenBy;
    }

    /** Steps that another person must have taken. */
    public List<ClaimStep> mustDifferFrom() {
        return mustDifferFrom;
    }
}
