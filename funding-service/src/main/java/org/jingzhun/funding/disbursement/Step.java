package org.jingzhun.funding.disbursement;

import java.util.List;
import java.util.Set;
import org.jingzhun.chassis.procedure.Move;

/**
 * The steps of a disbursement (拨付程序): from where to where, who may take each, and whose signature its taker must not have
 * given. The table is the whole procedure; there is no other way from stage to stage.
 */
@SuppressWarnings("ImmutableEnumChecker") // sets and lists made by of() are immutable
public enum Step implements Move<Stage> {

    /** The finance office writes what is to be paid (申请). */
    DRAFT(Set.of(), Stage.DRAFT, Set.of(Step.FINANCE), List.of()),

    /** A second person checks it, line by line (审核). */
    CHECK(Set.of(Stage.DRAFT), Stage.CHECKED, Set.of(Step.FINANCE), List.of(DRAFT)),

    /** The county decides (审批). */
    APPROVE(Set.of(Stage.CHECKED), Stage.APPROVED, Set.of(Step.COUNTY), List.of(DRAFT, CHECK)),

    /** The cashier sends it to the bank (支付); taken with a batch of payments. */
    PAY(Set.of(Stage.APPROVED), Stage.PAID, Set.of(Step.FINANCE), List.of(CHECK, APPROVE)),

    /** It is given up (退回): what it was to pay is due again. */
    RETURN(
            Set.of(Stage.DRAFT, Stage.CHECKED, Stage.APPROVED),
            Stage.RETURNED,
            Set.of(Step.FINANCE, Step.COUNTY),
            List.of());

    private static final String FINANCE = "finance-officer";
    private static final String COUNTY = "county-officer";

    private final Set<Stage> from;
    private final Stage to;
    private final Set<String> takenBy;
    private final List<Step> mustDifferFrom;

    Step(Set<Stage> from, Stage to, Set<String> takenBy, List<Step> mustDifferFrom) {
        this.from = from;
        this.to = to;
        this.takenBy = takenBy;
        this.mustDifferFrom = mustDifferFrom;
    }

    @Override
    public Set<Stage> from() {
        return from;
    }

    @Override
    public Stage to() {
        return to;
    }

    @Override
    public Set<String> takenBy() {
        return takenBy;
    }

    @Override
    public List<Step> mustDifferFrom() {
        return mustDifferFrom;
    }
}
