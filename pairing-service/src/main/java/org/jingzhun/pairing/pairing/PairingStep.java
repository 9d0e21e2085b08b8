package org.jingzhun.pairing.pairing;

import java.util.List;
import java.util.Set;
import org.jingzhun.chassis.procedure.Move;
import org.jingzhun.pairing.access.Role;

/**
 * The steps that end a pairing: from where to where, and who may take each (结对调整与解除). The exit of the household is
 * none of them: help goes on after it (脱贫不脱帮扶).
 */
@SuppressWarnings("ImmutableEnumChecker") // the sets are made by Set.of
public enum PairingStep implements Move<PairingState> {

    /** Another helper takes over; a pairing of its own begins, this one stays in the history (更换帮扶人). */
    TRANSFER(Set.of(PairingState.ACTIVE), PairingState.CLOSED, Set.of(Role.COUNTY_OFFICER), true, "更换帮扶人", "Transfer"),

    /** Ends without another helper; refused while the household is poor (不脱贫不脱钩). */
    CLOSE(Set.of(PairingState.ACTIVE), PairingState.CLOSED, Set.of(Role.COUNTY_OFFICER), false, "解除结对", "Close");

    private final Set<PairingState> from;
    private final PairingState to;
    private final Set<String> takenBy;
    private final boolean whilePoor;
    private final String chinese;
    private final String english;

    PairingStep(
            Set<PairingState> from,
            PairingState to,
            Set<String> takenBy,
            boolean whilePoor,
            String chinese,
            String english) {
        this.from = from;
        this.to = to;
        this.takenBy = takenBy;
        this.whilePoor = whilePoor;
        this.chinese = chinese;
        this.english = english;
    }

    @Override
    public Set<PairingState> from() {
        return from;
    }

    @Override
    public PairingState to() {
        return to;
    }

    /** Roles that may take it, one of them. */
    @Override
    public Set<String> takenBy() {
        return takenBy;
    }

    @Override
    public List<PairingStep> mustDifferFrom() {
        return List.of();
    }

    /** Whether it may be taken while the household is poor. */
    public boolean whilePoor() {
        return whilePoor;
    }

    public String chinese() {
        return chinese;
    }

    public String english() {
        return english;
    }
}
