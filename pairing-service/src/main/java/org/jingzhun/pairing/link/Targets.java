package org.jingzhun.pairing.link;

import jakarta.enterprise.context.ApplicationScoped;
import org.jingzhun.chassis.caller.CurrentCaller;
import org.jingzhun.pairing.observed.identification.ObservedDivisions;
import org.jingzhun.pairing.observed.identification.ObservedMembers;

/** What a link may lead to (帮扶对象): places and persons that are known and the caller's. */
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

    /** @throws TargetRefusal if the place is unknown or not the caller's, or a person is missing or not expected */
    void requirePlace(NewLink wanted) {
        LinkKind.Target target = wanted.kind().target();
        if ((target == LinkKind.Target.PERSON) != (wanted.personId() != null)) {
            throw new TargetRefusal.PersonExpected(wanted.kind(), target == LinkKind.Target.PERSON);
        }
        if (!caller.get().area().covers(wanted.division()) || !isKnown(target, wanted.division())) {
            throw new TargetRefusal.UnknownPlace(target, wanted.division());
        }
    }

    /** @throws TargetRefusal.UnknownPerson if it is a person's link, and no household of the village has this member */
    void requireMember(NewLink wanted) {
        if (wanted.personId() != null && !members.isMember(wanted.personId(), wanted.division())) {
            throw new TargetRefusal.UnknownPerson(wanted.personId(), wanted.division());
        }
    }

    private boolean isKnown(LinkKind.Target target, long division) {
        return switch (target) {
            case VILLAGE, PERSON -> divisions.isVillage(division);
            case COUNTY -> divisions.isCounty(division);
            case ANY -> divisions.isKnown(division);
        };
    }
}
