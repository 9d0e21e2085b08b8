package org.jingzhun.pairing.pairing.matching;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jingzhun.pairing.cause.Cause.DISABILITY;
import static org.jingzhun.pairing.cause.Cause.ILLNESS;
import static org.jingzhun.pairing.cause.Cause.SCHOOLING;

import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

final class CostsTest {

    private static final long VILLAGE = 451031100201L;
    private static final long NEIGHBOUR = 451031100202L;
    private static final long OTHER_TOWNSHIP = 451031101201L;
    private static final UUID HOUSEHOLD = new UUID(0, 1);
    private static final UUID HELPER = new UUID(0, 2);

    private final Costs costs = new Costs(new Weights(7, 5, 4, 3, 2, 8, 6));

    @Test
    void aVillageOfTheUnitIsFreeItsTownshipHalfAndElsewhereTheFullWeight() {
        assertThat(costs.unitVillage(VILLAGE, Set.of(OTHER_TOWNSHIP, VILLAGE))).isZero();
        assertThat(costs.unitVillage(VILLAGE, Set.of(OTHER_TOWNSHIP, NEIGHBOUR)))
                .isEqualTo(350);
        assertThat(costs.unitVillage(VILLAGE, Set.of(OTHER_TOWNSHIP))).isEqualTo(700);
        assertThat(costs.unitVillage(VILLAGE, Set.of())).isEqualTo(700);
    }

    @Test
    void theHomeVillageIsFreeItsTownshipHalfAndElsewhereTheFullWeight() {
        assertThat(costs.homeVillage(VILLAGE, VILLAGE)).isZero();
        assertThat(costs.homeVillage(VILLAGE, NEIGHBOUR)).isEqualTo(250);
        assertThat(costs.homeVillage(VILLAGE, OTHER_TOWNSHIP)).isEqualTo(500);
        assertThat(costs.homeVillage(VILLAGE, null)).isEqualTo(500);
    }

    @Test
    void aSkillForTheMainCauseIsFreeForAnotherCauseHalfAndNoneTheFullWeight() {
        assertThat(costs.skill(ILLNESS, Set.of(SCHOOLING), Set.of(ILLNESS))).isZero();
        assertThat(costs.skill(ILLNESS, Set.of(SCHOOLING), Set.of(SCHOOLING))).isEqualTo(200);
        assertThat(costs.skill(ILLNESS, Set.of(SCHOOLING), Set.of(DISABILITY))).isEqualTo(400);
        assertThat(costs.skill(ILLNESS, Set.of(), Set.of())).isEqualTo(400);
    }

    @Test
    void aMinorityHouseholdPrefersAHelperOfItsOwnLanguage() {
        assertThat(costs.language("06", "06")).isZero();
        assertThat(costs.language("06", "08")).isEqualTo(300);
        assertThat(costs.language("06", null)).isEqualTo(300);
    }

    @Test
    void everyHelperSpeaksTheLanguageOfTheHanAndOfAHouseholdOfUnknownEthnicity() {
        assertThat(costs.language("01", "06")).isZero();
        assertThat(costs.language(null, "06")).isZero();
    }

    @Test
    void leavingTheStandingHelperCostsTheFullWeightAndKeepingItNothing() {
        assertThat(costs.standing(household(null), helper(4))).isZero();
        assertThat(costs.standing(household(HELPER), helper(4))).isZero();
        assertThat(costs.standing(household(HOUSEHOLD), helper(4))).isEqualTo(200);
    }

    @Test
    void theLoadRisesWithEachPlaceInProportionToTheQuota() {
        assertThat(costs.load(1, 4)).isEqualTo(200);
        assertThat(costs.load(2, 8)).isEqualTo(200);
        assertThat(costs.load(4, 4)).isEqualTo(800);
        assertThat(costs.load(8, 8)).isEqualTo(800);
    }

    @Test
    void workInTheTownshipIsFreeInTheCountyHalfAndElsewhereTheFullWeight() {
        long township = 451031100000L;
        assertThat(costs.distance(VILLAGE, township)).isZero();
        assertThat(costs.distance(OTHER_TOWNSHIP, township)).isEqualTo(300);
        assertThat(costs.distance(VILLAGE, 451031000000L)).isEqualTo(300);
        assertThat(costs.distance(VILLAGE, 451030000000L)).isEqualTo(600);
        assertThat(costs.distance(VILLAGE, null)).isEqualTo(600);
    }

    @Test
    void nobodyIsLeftUnpairedForTheSakeOfTheOtherTermsAndThePoorComeFirst() {
        long dearestPair = 3_500;
        HouseholdToPair exited = new HouseholdToPair(HOUSEHOLD, VILLAGE, "", ILLNESS, Set.of(), null, false, null);
        assertThat(costs.unpaired(exited)).isGreaterThan(dearestPair);
        assertThat(costs.unpaired(household(null)) - costs.unpaired(exited)).isGreaterThan(dearestPair);
        assertThat(costs.unpaired(household(HELPER))).isEqualTo(costs.unpaired(household(null)) + 200);
    }

    @Test
    void theTermsOfAPairAddUpToItsFitAndItsLoad() {
        CostTerms terms = costs.terms(household(null), helper(4), 2);
        assertThat(terms).isEqualTo(new CostTerms(350, 500, 400, 300, 0, 400, 600));
        assertThat(terms.total()).isEqualTo(costs.fit(household(null), helper(4)) + 400);
    }

    private static HouseholdToPair household(@Nullable UUID standing) {
        return new HouseholdToPair(HOUSEHOLD, VILLAGE, "", ILLNESS, Set.of(), "06", true, standing);
    }

    private static HelperToPair helper(int quota) {
        return new HelperToPair(HELPER, Set.of(NEIGHBOUR), null, Set.of(), quota, null);
    }
}
