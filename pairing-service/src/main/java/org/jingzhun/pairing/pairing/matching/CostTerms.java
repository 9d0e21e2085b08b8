package org.jingzhun.pairing.pairing.matching;

/**
 * What one pair costs, by term, in hundredths of a weight point; the explanation of a pair (结对理由).
 *
 * @param load what this household adds to the load of the helper
 */
public record CostTerms(
        long unitVillage, long homeVillage, long skill, long language, long standing, long load, long distance) {

    public long total() {
        return unitVillage + homeVillage + skill + language + standing + load + distance;
    }

    CostTerms withLoad(long other) {
        return new CostTerms(unitVillage, homeVillage, skill, language, standing, other, distance);
    }
}
