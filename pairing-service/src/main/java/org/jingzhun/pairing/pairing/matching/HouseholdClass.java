package org.jingzhun.pairing.pairing.matching;

import java.util.Set;
import java.util.UUID;
import org.jingzhun.pairing.cause.Cause;
import org.jspecify.annotations.Nullable;

/** Households that cost the same with every helper, so that one node stands for all of them. */
record HouseholdClass(
        long village,
        Cause mainCause,
        Set<Cause> otherCauses,
        @Nullable String ethnicity,
        boolean poor,
        @Nullable UUID standingHelper) {

    static HouseholdClass of(HouseholdToPair household) {
        return new HouseholdClass(
                household.village(),
                household.mainCause(),
                household.otherCauses(),
                household.ethnicity(),
                household.poor(),
                household.standingHelper());
    }
}
