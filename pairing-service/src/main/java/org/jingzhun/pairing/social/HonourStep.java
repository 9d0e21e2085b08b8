package org.jingzhun.pairing.social;

import java.util.List;
import java.util.Set;
import org.jingzhun.chassis.procedure.Move;
import org.jingzhun.pairing.access.Role;

/** The steps of an honour (授予扶贫荣誉程序). */
@SuppressWarnings("ImmutableEnumChecker") // sets and lists made by of() are immutable
public enum HonourStep implements Move<HonourState> {

    /** (推荐) */
    PROPOSE(Set.of(), HonourState.PROPOSED, List.of()),

    /** By another person (授予). */
    CONFER(Set.of(HonourState.PROPOSED), HonourState.CONFERRED, List.of(PROPOSE)),

    /** (不授予) */
    DECLINE(Set.of(HonourState.PROPOSED), HonourState.DECLINED, List.of());

    private final Set<HonourState> from;
    private final HonourState to;
    private final List<HonourStep> mustDifferFrom;

    HonourStep(Set<HonourState> from, HonourState to, List<HonourStep> mustDifferFrom) {
        this.from = from;
        this.to = to;
        this.mustDifferFrom = mustDifferFrom;
    }

    @Override
    public Set<HonourState> from() {
        return from;
    }

    @Override
    public HonourState to() {
        return to;
    }

    @Override
    public Set<String> takenBy() {
        return Set.of(Role.COUNTY_OFFICER, Role.CITY_OFFICER, Role.REGION_OFFICER);
    }

    @Override
    public List<HonourStep> mustDifferFrom() {
        return mustDifferFrom;
    }
}
