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

    /** What is asked of visits, and what of the phones that tell of them. */
    public final Policy visits = Policy.read("visit-rules");

    public List<Policy> list() {
        return List.of(rankQuotas, weights, villagesPerUnit, visits);
    }
}
