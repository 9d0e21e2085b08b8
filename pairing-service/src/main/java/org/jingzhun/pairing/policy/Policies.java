package org.jingzhun.pairing.policy;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** The rules of this service. */
@ApplicationScoped
public class Policies {

    /** Households that a helper of each rank has at most (按职级结对户数). */
    public final Policy rankQuotas = Policy.read("rank-quotas");

    /** What each cost term of a pairing plan counts. */
    public final Policy weights = Policy.read("weights");

    /** Villages that a unit of each level is linked to at most. */
    public final Policy villagesPerUnit = Policy.read("villages-per-unit");

    /** Links of each kind that a party and a place have at most, years of a term, least members of a team. */
    public final Policy linkLimits = Policy.read("link-limits");

    public List<Policy> list() {
        return List.of(rankQuotas, weights, villagesPerUnit, linkLimits);
    }
}
