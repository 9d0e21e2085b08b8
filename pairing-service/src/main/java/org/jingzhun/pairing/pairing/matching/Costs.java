package org.jingzhun.pairing.pairing.matching;

import java.util.Map;
import java.util.Set;
import org.jingzhun.pairing.cause.Cause;
import org.jspecify.annotations.Nullable;

/**
 * The price of pairing one household with one helper: one method a term. Each term misses its criterion fully (100 of
 * 100), half or not at all, times its weight.
 */
public final class Costs {

    static final int NOTHING = 0;
    static final int HALF = 50;
    static final int FULL = 100;

    /** Pairs that may have to change so that one more household finds a place. */
    private static final int LONGEST_CHAIN = 16;

    /** GB/T 3304 code of the Han, whose language every cadre speaks. */
    static final String HAN = "01";

    /** As the crow flies, from which on a way costs the full weight. No source sets it; set by this project. */
    public static final int FAR_KILOMETRES = 50;

    /** Households of a full-division head, the highest of the quotas "87654" (Fengshan 2016). */
    private static final int FULL_LOAD = 8;

    private final Weights weights;
    private final Map<Long, GeoPoint> villages;

    /** Without coordinates. */
    public Costs(Weights weights) {
        this(weights, Map.of());
    }

    /** @param villages where the villages lie of which it is known; all villages of a county, or none */
    public Costs(Weights weights, Map<Long, GeoPoint> villages) {
        this.weights = weights;
        this.villages = villages;
    }

    /** All terms of a pair in which the household is the {@code place}-th of the helper, counted from 1. */
    public CostTerms terms(HouseholdToPair household, HelperToPair helper, int place) {
        return new CostTerms(
                unitVillage(household.village(), helper.unitVillages()),
                homeVillage(household.village(), helper.homeVillage()),
                skill(household.mainCause(), household.otherCauses(), helper.skills()),
                language(household.ethnicity(), helper.ethnicity()),
                standing(household, helper),
                load(place),
                distance(household.village(), helper),
                rankQuota(place, helper.quota()));
    }

    /** The part of the price that depends on who is paired with whom, not on how many households the helper has. */
    long fit(HouseholdToPair household, HelperToPair helper) {
        return unitVillage(household.village(), helper.unitVillages())
                + homeVillage(household.village(), helper.homeVillage())
                + skill(household.mainCause(), household.otherCauses(), helper.skills())
                + language(household.ethnicity(), helper.ethnicity())
                + standing(household, helper)
                + distance(household.village(), helper);
    }

    /** What the place alone costs: the terms that look at villages. */
    long whereabouts(long place, HelperToPair helper) {
        return unitVillage(place, helper.unitVillages())
                + homeVillage(place, helper.homeVillage())
                + distance(place, helper);
    }

    /** What a helper costs who is near in no respect. */
    long farAway() {
        return (long) (weights.unitVillage() + weights.homeVillage() + weights.distance()) * FULL;
    }

    /** What a helper costs beside the way who comes from nowhere near, and whose unit is linked to nowhere near. */
    long strange() {
        return farAway() - (long) weights.distance() * FULL;
    }

    /** What a helper costs who works in the county, and is near in no other respect. */
    long sameCounty() {
        return farAway() - (long) weights.distance() * HALF;
    }

    /** A potential as a price between nothing and the highest that makes sense, nothing if there is none. */
    long price(@Nullable Long potential) {
        return potential == null ? 0 : Math.clamp(potential, 0, 3 * alone());
    }

    /** A unit helps the village it is linked to (单位定点帮扶); half the price within the same township. */
    long unitVillage(long village, Set<Long> unitVillages) {
        return (long) weights.unitVillage() * nearness(village, unitVillages);
    }

    /** Who comes from the village knows it (熟悉村情); half the price within the same township. */
    long homeVillage(long village, @Nullable Long homeVillage) {
        return (long) weights.homeVillage() * (homeVillage == null ? FULL : nearness(village, homeVillage));
    }

    /** The way (路程): by kilometres where the points of village and workplace are known, else by levels. */
    long distance(long place, HelperToPair helper) {
        GeoPoint office = helper.office();
        GeoPoint village = office == null ? null : villages.get(place);
        return office == null || village == null
                ? distanceByLevel(place, helper.workplace())
                : distanceByKilometres(office.kilometresTo(village));
    }

    /** Each whole kilometre as the crow flies costs its fraction of {@value #FAR_KILOMETRES}. */
    long distanceByKilometres(int kilometres) {
        return (long) weights.distance() * FULL * Math.min(kilometres, FAR_KILOMETRES) / FAR_KILOMETRES;
    }

    /** Nothing within the township of the workplace, half within its county. */
    long distanceByLevel(long place, @Nullable Long workplace) {
        int far = FULL;
        if (workplace != null && workplace != Places.county(workplace)) {
            far = Places.township(place) == Places.township(workplace) ? NOTHING : far;
        }
        if (far == FULL && workplace != null && Places.county(place) == Places.county(workplace)) {
            far = HALF;
        }
        return (long) weights.distance() * far;
    }

    /** The helper's skills answer the main cause, or at half the price one of the other causes (因户施策). */
    long skill(Cause mainCause, Set<Cause> otherCauses, Set<Cause> skills) {
        if (skills.contains(mainCause)) {
            return NOTHING;
        }
        for (Cause cause : otherCauses) {
            if (skills.contains(cause)) {
                return (long) weights.skill() * HALF;
            }
        }
        return (long) weights.skill() * FULL;
    }

    /** A household of a minority is best understood in its own language (民族语言). */
    long language(@Nullable String household, @Nullable String helper) {
        boolean understood = household == null || household.equals(HAN) || household.equals(helper);
        return (long) weights.language() * (understood ? NOTHING : FULL);
    }

    /** Whoever has a helper keeps it, unless a change is worth its price (结对关系保持稳定). */
    long standing(HouseholdToPair household, HelperToPair helper) {
        boolean kept =
                household.standingHelper() == null || household.standingHelper().equals(helper.id());
        return kept ? NOTHING : change();
    }

    /** The price of taking a household from the helper it has. */
    long change() {
        return (long) weights.standing() * FULL;
    }

    /** One more household is more work for whoever has some already (工作量), whatever the rank. */
    long load(int place) {
        return (long) weights.load() * FULL * Math.min(place, FULL_LOAD) / FULL_LOAD;
    }

    /**
     * The {@code place}-th household of a helper costs its fraction of the quota of the rank (按职级分担): of two with as many
     * households the next goes to the one whose rank asks more, and all fill up in proportion.
     */
    long rankQuota(int place, int quota) {
        return (long) weights.rankQuota() * FULL * place / quota;
    }

    /** What the {@code place}-th place of a helper costs, whoever gets it; never less than the place before. */
    public long place(int place, int quota) {
        return load(place) + rankQuota(place, quota);
    }

    /**
     * The price of leaving a household without a helper: more than any chain of changes that could make room for it, and
     * for the poor so much that no exited household takes a place from a poor one. Who loses its helper this way pays
     * for the change as well.
     */
    public long unpaired(HouseholdToPair household) {
        long change = household.standingHelper() == null ? NOTHING : change();
        return change + (household.poor() ? 2 : 1) * alone();
    }

    private long alone() {
        return LONGEST_CHAIN * (dearestPair() + 1);
    }

    /** No pair costs more. */
    long dearestPair() {
        return (long) weights.sum() * FULL;
    }

    private static int nearness(long village, Set<Long> villages) {
        int nearest = FULL;
        for (long other : villages) {
            nearest = Math.min(nearest, nearness(village, other));
        }
        return nearest;
    }

    private static int nearness(long village, long other) {
        if (other == village) {
            return NOTHING;
        }
        return Places.township(other) == Places.township(village) ? HALF : FULL;
    }
}
