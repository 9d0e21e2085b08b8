package org.jingzhun.pairing.responsibility;

import java.util.List;
import java.util.Set;
import org.jingzhun.chassis.procedure.Move;
import org.jingzhun.pairing.access.Role;

/** The steps of a letter of responsibility (责任书签订程序). Which of the officers takes a step depends on its two levels. */
@SuppressWarnings("ImmutableEnumChecker") // sets and lists made by of() are immutable
public enum LetterStep implements Move<LetterState> {

    /** The upper side writes it (拟定). */
    DRAFT(Set.of(), LetterState.DRAFT, true, List.of()),

    /** The lower side promises (立下军令状). */
    ACCEPT(Set.of(LetterState.DRAFT), LetterState.ACCEPTED, false, List.of()),

    /** The upper side signs; another person than its writer (签订). */
    SIGN(Set.of(LetterState.ACCEPTED), LetterState.IN_FORCE, true, List.of(DRAFT)),

    /** The upper side takes it back: another one is written (撤回). */
    WITHDRAW(
            Set.of(LetterState.DRAFT, LetterState.ACCEPTED, LetterState.IN_FORCE),
            LetterState.WITHDRAWN,
            true,
            List.of());

    private final Set<LetterState> from;
    private final LetterState to;
    private final boolean upperSide;
    private final List<LetterStep> mustDifferFrom;

    LetterStep(Set<LetterState> from, LetterState to, boolean upperSide, List<LetterStep> mustDifferFrom) {
        this.from = from;
        this.to = to;
        this.upperSide = upperSide;
        this.mustDifferFrom = mustDifferFrom;
    }

    /** Whether who demands takes it, not who promises. */
    public boolean upperSide() {
        return upperSide;
    }

    @Override
    public Set<LetterState> from() {
        return from;
    }

    @Override
    public LetterState to() {
        return to;
    }

    @Override
    public Set<String> takenBy() {
        return upperSide
                ? Set.of(Role.REGION_OFFICER, Role.CITY_OFFICER, Role.COUNTY_OFFICER, Role.TOWNSHIP_OFFICER)
                : Set.of(Role.CITY_OFFICER, Role.COUNTY_OFFICER, Role.TOWNSHIP_OFFICER, Role.VILLAGE_OFFICER);
    }

    @Override
    public List<LetterStep> mustDifferFrom() {
        return mustDifferFrom;
    }
}
