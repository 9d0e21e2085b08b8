package org.jingzhun.pairing.pairing.matching;

/**
 * What one pair costs, by term, in hundredths of a weight point; the explanation of a pair (结对理由).
 *
 * @param load what one more household is to the helper, whatever its rank
 * @param rankQuota how far the household fills the quota of the helper's rank
 */
public record CostTerms(
        long unitVillage,
        long homeVillage,
        long skill,
        long language,
        long standing,
        long load,
        long distance,
        long rankQuota) {

    public long total() {
        return unitVillage + homeVillage + skill + language + standing + load + distance + rankQuota;
    }

    /** The load is the price of a place, in which the quota of the rank is contained. */
    CostTerms withPlacePrice(long price) {
        return new CostTerms(unitVillage, homeVillage, skill, language, standing, price, distance, 0);
    }
}
