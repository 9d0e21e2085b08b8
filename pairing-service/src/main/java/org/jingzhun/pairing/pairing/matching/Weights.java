package org.jingzhun.pairing.pairing.matching;

/**
 * How much each cost term counts against the others (权重): the full price of missing that criterion, in points from 0 to
 * {@value #LARGEST}.
 *
 * @param unitVillage for a household outside the villages of the helper's unit
 * @param homeVillage for a household outside the helper's home village
 * @param skill for a cause of poverty the helper has no skill for
 * @param language for a household of a minority whose language the helper does not share
 * @param standing for taking a household from the helper it has now
 * @param load for the eighth household of a helper and those after it, whatever the rank; the first cost their fraction
 * @param distance for a household {@value Costs#FAR_KILOMETRES} km or more from where the helper works, nearer ones their
 *     fraction; where coordinates are unknown, outside the county, and half of it outside the township
 * @param rankQuota for the last place of the quota of the helper's rank; the first places cost their fraction of it
 */
public record Weights(
        int unitVillage,
        int homeVillage,
        int skill,
        int language,
        int standing,
        int load,
        int distance,
        int rankQuota) {

    public static final int LARGEST = 10_000;

    public Weights {
        requireInRange("unitVillage", unitVillage);
        requireInRange("homeVillage", homeVillage);
        requireInRange("skill", skill);
        requireInRange("language", language);
        requireInRange("standing", standing);
        requireInRange("load", load);
        requireInRange("distance", distance);
        requireInRange("rankQuota", rankQuota);
    }

    private static void requireInRange(String name, int weight) {
        if (weight < 0 || weight > LARGEST) {
            throw new IllegalArgumentException("Weight " + name + " (" + weight + ") must be from 0 to " + LARGEST);
        }
    }

    Weights withStanding(int other) {
        return new Weights(unitVillage, homeVillage, skill, language, other, load, distance, rankQuota);
    }

    int sum() {
        return unitVillage + homeVillage + skill + language + standing + load + distance + rankQuota;
    }
}
