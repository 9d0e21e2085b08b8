package org.jingzhun.pairing.pairing.matching;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.jingzhun.pairing.cause.Cause.DISABILITY;
import static org.jingzhun.pairing.cause.Cause.ILLNESS;
import static org.jingzhun.pairing.cause.Cause.SCHOOLING;

import java.util.Map;
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

    private final Costs costs = new Costs(new Weights(7, 5, 4, 3, 2, 8, 6, 4));

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
    void theLoadRisesWithEachHouseholdUpToTheEighthWhateverTheRank() {
        assertThat(costs.load(1)).isEqualTo(100);
        assertThat(costs.load(4)).isEqualTo(400);
        assertThat(costs.load(8)).isEqualTo(800);
        assertThat(costs.load(12)).isEqualTo(800);
    }

    @Test
    void theQuotaOfTheRankFillsInProportionSoThatASectionHeadTakesMoreThanAClerk() {
        assertThat(costs.rankQuota(1, 4)).isEqualTo(100);
        assertThat(costs.rankQuota(2, 8)).isEqualTo(100);
        assertThat(costs.rankQuota(4, 4)).isEqualTo(400);
        assertThat(costs.rankQuota(8, 8)).isEqualTo(400);
        assertThat(costs.rankQuota(4, 6)).isLessThan(costs.rankQuota(4, 4));
    }

    @Test
    void aPlaceIsNeverCheaperThanTheOneBeforeIt() {
        for (int place = 2; place <= 20; place++) {
            assertThat(costs.place(place, 20)).isGreaterThanOrEqualTo(costs.place(place - 1, 20));
        }
    }

    @Test
    void eachWholeKilometreOfTheWayCostsItsFractionOfFifty() {
        assertThat(costs.distanceByKilometres(0)).isZero();
        assertThat(costs.distanceByKilometres(1)).isEqualTo(12);
        assertThat(costs.distanceByKilometres(25)).isEqualTo(300);
        assertThat(costs.distanceByKilometres(50)).isEqualTo(600);
        assertThat(costs.distanceByKilometres(400)).isEqualTo(600);
    }

    @Test
    void aWayIsMeasuredWhereBothEndsAreKnownAndElseGoesByLevels() {
        GeoPoint village = new GeoPoint(24.77, 105.34);
        HelperToPair there = at(new GeoPoint(24.77, 105.34));
        HelperToPair far = at(new GeoPoint(24.77, 105.84));
        Costs measured = new Costs(new Weights(7, 5, 4, 3, 2, 8, 6, 4), Map.of(VILLAGE, village));
        assertThat(measured.distance(VILLAGE, there)).isZero();
        assertThat(measured.distance(VILLAGE, far)).isEqualTo(600);
        assertThat(measured.distance(NEIGHBOUR, far)).isEqualTo(300);
        assertThat(measured.distance(VILLAGE, helper(4))).isEqualTo(600);
        assertThat(costs.distance(VILLAGE, far)).isEqualTo(300);
    }

    @Test
    void theWayIsThatOfTheGreatCircle() {
        GeoPoint longlin = new GeoPoint(24.770, 105.344);
        GeoPoint nanning = new GeoPoint(22.817, 108.366);
        assertThat(longlin.kilometresTo(nanning)).isBetween(376, 380);
        assertThat(longlin.metresTo(new GeoPoint(24.771, 105.344))).isEqualTo(111);
        assertThat(longlin.kilometresTo(new GeoPoint(24.771, 105.344))).isZero();
        assertThatThrownBy(() -> new GeoPoint(105.344, 24.770)).hasMessageContaining("105.344");
    }

    @Test
    void workInTheTownshipIsFreeInTheCountyHalfAndElsewhereTheFullWeight() {
        long township = 451031100000L;
        assertThat(costs.distanceByLevel(VILLAGE, township)).isZero();
        assertThat(costs.distanceByLevel(OTHER_TOWNSHIP, township)).isEqualTo(300);
        assertThat(costs.distanceByLevel(VILLAGE, 451031000000L)).isEqualTo(300);
        assertThat(costs.distanceByLevel(VILLAGE, 451030000000L)).isEqualTo(600);
        assertThat(costs.distanceByLevel(VILLAGE, null)).isEqualTo(600);
    }

    @Test
    void nobodyIsLeftUnpairedForTheSakeOfTheOtherTermsAndThePoorComeFirst() {
        long dearestPair = 3_900;
        HouseholdToPair exited = new HouseholdToPair(HOUSEHOLD, VILLAGE, "", ILLNESS, Set.of(), null, false, null);
        assertThat(costs.unpaired(exited)).isGreaterThan(dearestPair);
        assertThat(costs.unpaired(household(null)) - costs.unpaired(exited)).isGreaterThan(dearestPair);
        assertThat(costs.unpaired(household(HELPER))).isEqualTo(costs.unpaired(household(null)) + 200);
    }

    @Test
    void theTermsOfAPairAddUpToItsFitAndItsLoad() {
        CostTerms terms = costs.terms(household(null), helper(4), 2);
        assertThat(terms).isEqualTo(new CostTerms(350, 500, 400, 300, 0, 200, 600, 200));
        assertThat(terms.total()).isEqualTo(costs.fit(household(null), helper(4)) + 400);
    }

    private static HouseholdToPair household(@Nullable UUID standing) {
        return new HouseholdToPair(HOUSEHOLD, VILLAGE, "", ILLNESS, Set.of(), "06", true, standing);
    }

    /** Works in the county, at this point. */
    private static HelperToPair at(GeoPoint office) {
        return new HelperToPair(
                HELPER, Set.of(), null, Set.of(), 4, null, 451031000000L, Places.ANYWHERE, null, office);
    }

    private static HelperToPair helper(int quota) {
        return new HelperToPair(HELPER, Set.of(NEIGHBOUR), null, Set.of(), quota, null);
    }
}
