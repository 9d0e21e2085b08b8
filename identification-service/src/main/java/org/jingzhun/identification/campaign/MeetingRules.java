package org.jingzhun.identification.campaign;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

/** The rules of meetings by place and year: rows of the policies. */
@ApplicationScoped
public class MeetingRules {

    private static final long COUNTY_SPAN = 1_000_000;

    private final Policies policies;

    MeetingRules(Policies policies) {
        this.policies = policies;
    }

    /** @param place the code of a county or of a place in it */
    @Transactional(Transactional.TxType.MANDATORY)
    public MeetingRule inForce(long place, int year) {
        long county = place / COUNTY_SPAN * COUNTY_SPAN;
        return rule(
                policies.inForce(Policies.Name.QUORUM, county, year),
                policies.inForce(Policies.Name.MAJORITY, county, year));
    }

    /** Those with which a campaign began. */
    MeetingRule of(Campaign campaign) {
        return rule(policies.get(campaign.quorumPolicy()), policies.get(campaign.majorityPolicy()));
    }

    private static MeetingRule rule(Policies.Policy quorum, Policies.Policy majority) {
        return new MeetingRule(
                quorum.id(),
                new Quorum(quorum.value(), quorum.outOf()),
                majority.id(),
                new Majority(majority.value(), majority.outOf()));
    }
}
