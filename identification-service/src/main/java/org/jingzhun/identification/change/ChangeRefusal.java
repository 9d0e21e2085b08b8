package org.jingzhun.identification.change;

import java.util.Set;
import org.jingzhun.identification.division.Level;

/** Why a change of a household says no. */
public sealed interface ChangeRefusal {

    /** Too many or too few come or go for the kind, or a second household is named where none is concerned. */
    record Unfitting(Kind kind, String pointer) implements ChangeRefusal {}

    /** Somebody who is to go, or to be corrected, is no member. */
    record NoMember(String pointer) implements ChangeRefusal {}

    /** Somebody who is to come is a member already. */
    record MemberAlready(String pointer) implements ChangeRefusal {}

    /** A birth on another day than the day of birth, or a death before it. */
    record DatesContradict(Kind kind) implements ChangeRefusal {}

    /** It has not happened yet. */
    record InTheFuture() implements ChangeRefusal {}

    /** Nobody would be left of a household; a merger does that. */
    record NobodyLeft() implements ChangeRefusal {}

    /** The second household is not known, or, of a split, known already, or is on the register as poor. */
    record OtherHousehold(Kind kind) implements ChangeRefusal {}

    /** Another change of the household is under way. */
    record UnderWay() implements ChangeRefusal {}

    /** The step does not lead on from where the change stands. */
    record StepNotOpen(Step step, Stage stage) implements ChangeRefusal {}

    /** The step is taken by an officer of another level. */
    record WrongLevel(Step step, Set<Level> takenBy) implements ChangeRefusal {}

    /** Requester, reviewer and whoever applies it are three people. */
    record SamePerson(Step step) implements ChangeRefusal {}

    default ChangeException asException() {
        return new ChangeException(this);
    }
}
