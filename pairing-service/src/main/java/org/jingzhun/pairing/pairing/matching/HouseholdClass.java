package org.jingzhun.pairing.pairing.matching;

import java.util.Set;
import java.util.UUID;
import org.jingzhun.pairing.cause.Cause;
import org.jspecify.annotations.Nullable;

/**
 * Households that cost the same with every helper, so that one node stands for all of them.
 *
 * @param excluded helpers who must not have them
 * @param alone the household's own id if it is one that goes straight to its helpers, without meeting points
 */
record HouseholdClass(
        long village,
        Cause mainCause,
        Set<Cause> otherCauses,
        @Nullable String ethnicity,
        boolean poor,
        @Nullable UUID standingHelper,
        Set<UUID> excluded,
        @Nullable UUID alone) {

    static HouseholdClass of(HouseholdToPair household, Set<UUID> straight) {
        return new HouseholdClass(
                household.village(),
                household.mainCause(),
                household.otherCauses(),
                household.ethnicity(),
                household.poor(),
                household.standingHelper(),
                household.excluded(),
                straight.contains(household.id()) ? household.id() : null);
    }

    /** The same for poor and exited: they differ only in what it costs to leave them alone. */
    HouseholdClass whetherPoorOrNot() {
        return new HouseholdClass(village, mainCause, otherCauses, ethnicity, false, standingHelper, excluded, alone);
    }
}
