package org.jingzhun.pairing.social;

import java.util.List;
import java.util.Set;
import org.jingzhun.chassis.procedure.Move;
import org.jingzhun.pairing.access.Role;

/** The steps of a campaign (社会扶贫活动程序). */
@SuppressWarnings("ImmutableEnumChecker") // sets and lists made by of() are immutable
public enum CampaignStep implements Move<CampaignState> {

    /** (策划) */
    PLAN(Set.of(), CampaignState.PLANNED, List.of()),

    /** Published, from when on needs and offers may name it; by another person (启动). */
    OPEN(Set.of(CampaignState.PLANNED), CampaignState.OPEN, List.of(PLAN)),

    /** With its report, which then stays as it is (总结). */
    CLOSE(Set.of(CampaignState.OPEN), CampaignState.CLOSED, List.of()),

    /** (取消) */
    CANCEL(Set.of(CampaignState.PLANNED), CampaignState.CANCELLED, List.of());

    private final Set<CampaignState> from;
    private final CampaignState to;
    private final List<CampaignStep> mustDifferFrom;

    CampaignStep(Set<CampaignState> from, CampaignState to, List<CampaignStep> mustDifferFrom) {
        this.from = from;
        this.to = to;
        this.mustDifferFrom = mustDifferFrom;
    }

    @Override
    public Set<CampaignState> from() {
        return from;
    }

    @Override
    public CampaignState to() {
        return to;
    }

    @Override
    public Set<String> takenBy() {
        return Set.of(Role.COUNTY_OFFICER, Role.CITY_OFFICER, Role.REGION_OFFICER);
    }

    @Override
    public List<CampaignStep> mustDifferFrom() {
        return mustDifferFrom;
    }
}
