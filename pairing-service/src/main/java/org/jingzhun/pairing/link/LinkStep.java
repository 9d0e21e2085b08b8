package org.jingzhun.pairing.link;

import java.util.List;
import java.util.Set;
import org.jingzhun.chassis.procedure.Move;
import org.jingzhun.pairing.access.Role;

/** The steps of a link (挂钩联系程序): from where to where, and who may take each. */
@SuppressWarnings("ImmutableEnumChecker") // the sets are made by Set.of
public enum LinkStep implements Move<LinkState> {

    /** It comes into being (建立). */
    MAKE(Set.of(), LinkState.STANDING, "建立", "Make"),

    /** Another term (续任). */
    RENEW(Set.of(LinkState.STANDING), LinkState.STANDING, "续任", "Renew"),

    /** Another party takes over, by a link of its own (交接). */
    HAND_OVER(Set.of(LinkState.STANDING), LinkState.HANDED_OVER, "交接", "Hand over"),

    /** Nobody takes over (解除). */
    END(Set.of(LinkState.STANDING), LinkState.ENDED, "解除", "End");

    private static final Set<String> OFFICES = Set.of(Role.COUNTY_OFFICER, Role.CITY_OFFICER, Role.REGION_OFFICER);

    private final Set<LinkState> from;
    private final LinkState to;
    private final String chinese;
    private final String english;

    LinkStep(Set<LinkState> from, LinkState to, String chinese, String english) {
        this.from = from;
        this.to = to;
        this.chinese = chinese;
        this.english = english;
    }

    @Override
    public Set<LinkState> from() {
        return from;
    }

    @Override
    public LinkState to() {
        return to;
    }

    @Override
    public Set<String> takenBy() {
        return OFFICES;
    }

    @Override
    public List<LinkStep> mustDifferFrom() {
        return List.of();
    }

    public String chinese() {
        return chinese;
    }

    public String english() {
        return english;
    }
}
