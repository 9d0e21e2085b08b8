package org.jingzhun.pairing.helpplan;

import java.util.List;
import java.util.Set;
import org.jingzhun.chassis.procedure.Move;
import org.jingzhun.pairing.access.Role;

/** The steps of a help plan: two rounds up and down (二上二下). */
@SuppressWarnings("ImmutableEnumChecker") // sets and lists made by of() are immutable
public enum PlanStep implements Move<PlanState> {

    /** Written by the village or the helper (拟定). */
    WRITE(Set.of(), PlanState.DRAFT, By.BELOW, List.of()),

    /** (一上) */
    PROPOSE(Set.of(PlanState.DRAFT), PlanState.PROPOSED, By.BELOW, List.of()),

    /** The township says what to change, or that nothing is (一下). */
    RETURN(Set.of(PlanState.PROPOSED), PlanState.RETURNED, By.TOWNSHIP, List.of(PROPOSE)),

    /** (二上) */
    REPROPOSE(Set.of(PlanState.RETURNED), PlanState.REPROPOSED, By.BELOW, List.of()),

    /** The township agrees (乡镇审核). */
    CHECK(Set.of(PlanState.REPROPOSED), PlanState.CHECKED, By.TOWNSHIP, List.of(PROPOSE, REPROPOSE)),

    /** It must be changed again (退回). */
    SEND_BACK(
            Set.of(PlanState.REPROPOSED, PlanState.CHECKED),
            PlanState.RETURNED,
            Set.of(Role.TOWNSHIP_OFFICER, Role.COUNTY_OFFICER),
            List.of()),

    /** The county decides (二下). */
    APPROVE(Set.of(PlanState.CHECKED), PlanState.APPROVED, By.COUNTY, List.of(CHECK)),

    /** An approved plan is opened again, for instance in September (微调). */
    ADJUST(
            Set.of(PlanState.APPROVED),
            PlanState.RETURNED,
            Set.of(Role.TOWNSHIP_OFFICER, Role.COUNTY_OFFICER),
            List.of()),

    /** It has done its work, or another takes its place (结束). */
    CLOSE(Set.of(PlanState.APPROVED), PlanState.CLOSED, Set.of(Role.TOWNSHIP_OFFICER, Role.COUNTY_OFFICER), List.of());

    /** Constants of the class itself would come after its steps. */
    private static final class By {
        private static final Set<String> BELOW = Set.of(Role.HELPER, Role.VILLAGE_OFFICER, Role.TOWNSHIP_OFFICER);
        private static final Set<String> TOWNSHIP = Set.of(Role.TOWNSHIP_OFFICER);
        private static final Set<String> COUNTY = Set.of(Role.COUNTY_OFFICER);
    }

    private final Set<PlanState> from;
    private final PlanState to;
    private final Set<String> takenBy;
    private final List<PlanStep> mustDifferFrom;

    PlanStep(Set<PlanState> from, PlanState to, Set<String> takenBy, List<PlanStep> mustDifferFrom) {
        this.from = from;
        this.to = to;
        this.takenBy = takenBy;
        this.mustDifferFrom = mustDifferFrom;
    }

    @Override
    public Set<PlanState> from() {
        return from;
    }

    @Override
    public PlanState to() {
        return to;
    }

    @Override
    public Set<String> takenBy() {
        return takenBy;
    }

    @Override
    public List<PlanStep> mustDifferFrom() {
        return mustDifferFrom;
    }
}
