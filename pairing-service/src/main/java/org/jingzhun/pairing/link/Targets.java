package org.jingzhun.pairing.link;

import jakarta.enterprise.context.ApplicationScoped;
import org.jingzhun.chassis.caller.Area;
import org.jingzhun.chassis.caller.CurrentCaller;
import org.jingzhun.pairing.helper.Unit;
import org.jingzhun.pairing.observed.identification.ObservedDivisions;
import org.jingzhun.pairing.observed.identification.ObservedMembers;
import org.jspecify.annotations.Nullable;

/** What a link may lead to (帮扶对象): places and persons that are known and the caller's, where the unit helps. */
@ApplicationScoped
class Targets {

    private final ObservedDivisions divisions;
    private final ObservedMembers members;
    private final CurrentCaller caller;

    Targets(ObservedDivisions divisions, ObservedMembers members, CurrentCaller caller) {
        this.divisions = divisions;
        this.members = members;
        this.caller = caller;
    }

    /**
     * @param unit the party, if it is a unit
     * @throws TargetRefusal if the place is unknown or not the caller's, or a person is missing, or the unit helps elsewhere
     */
    void requirePlace(NewLink wanted, @Nullable Unit unit) {
        LinkKind.Target target = wanted.kind().target();
        if ((target == LinkKind.Target.PERSON) != (wanted.personId() != null)) {
            throw new TargetRefusal.PersonExpected(wanted.kind(), target == LinkKind.Target.PERSON);
        }
        if (!caller.get().area().covers(wanted.division()) || !isKnown(target, wanted.division())) {
            throw new TargetRefusal.UnknownPlace(target, wanted.division());
        }
        if (unit != null && !area(unit.division()).covers(area(wanted.division()))) {
            throw new TargetRefusal.UnitHelpsElsewhere(unit, wanted.division());
        }
    }

    /**
     * A poor student is a member of a household on the register, and of those identification tells the members. Left-behind
     * persons (三留守人员) live in other households, too.
     *
     * @throws TargetRefusal.UnknownPerson if no household of the village has this student
     */
    void requireStudent(NewLink wanted) {
        if (wanted.kind() == LinkKind.STUDENT_CONTACT
                && wanted.personId() != null
                && !members.isMember(wanted.personId(), wanted.division())) {
            throw new TargetRefusal.UnknownPerson(wanted.personId(), wanted.division());
        }
    }

    private static Area area(long division) {
        return Area.ofPrefix(String.valueOf(division));
    }

    private boolean isKnown(LinkKind.Target target, long division) {
        return switch (target) {
            case VILLAGE, PERSON -> divisions.isVillage(division);
            case COUNTY -> divisions.isCounty(division);
            case ANY -> divisions.isKnown(division);
        };
    }
}
