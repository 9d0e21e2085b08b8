package org.jingzhun.pairing.helper;

import org.jingzhun.pairing.policy.PolicyVersion;

/**
 * How many households a cadre has at most (按职级结对户数): by rank in units of county and township and for first secretaries
 * (“87654”), fewer in units of the city and above (“54321”). Fengshan county (凤山县), Guangxi, 2016.
 */
public final class RankQuota {

    private RankQuota() {}

    /**
     * Versions that were loaded before there were rows of levels have one quota for the rank, whatever the unit.
     *
     * @param version of the policy {@code rank-quotas}; its keys are ranks, after the level of the unit from the city on
     * @param firstSecretary whether the cadre is first secretary of a village (第一书记), who has the quota of the county
     * @return households, not negative
     */
    public static int of(PolicyVersion version, Rank rank, UnitLevel level, boolean firstSecretary) {
        if (firstSecretary || level == UnitLevel.COUNTY || level == UnitLevel.TOWNSHIP) {
            return version.get(rank);
        }
        return version.find(key(level, rank)).orElseGet(() -> version.get(rank));
    }

    /** Of the row that holds for units of this level, from the city on. */
    public static String key(UnitLevel level, Rank rank) {
        return level + "_" + rank;
    }
}
