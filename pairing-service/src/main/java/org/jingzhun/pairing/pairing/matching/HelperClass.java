package org.jingzhun.pairing.pairing.matching;

import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jingzhun.pairing.cause.Cause;
import org.jspecify.annotations.Nullable;

/**
 * Helpers that cost the same with every household, so that one node stands for all of them.
 *
 * @param unitVillages those that are near some household of the area
 * @param homeVillage if it is near some household of the area
 * @param single the helper's own id if a household has it already or must not have it, which makes it unlike all others
 */
record HelperClass(
        Set<Long> unitVillages,
        @Nullable Long homeVillage,
        Set<Cause> skills,
        int quota,
        @Nullable String ethnicity,
        @Nullable Long workplace,
        long area,
        @Nullable Long decidesIn,
        @Nullable GeoPoint office,
        @Nullable UUID single) {

    static HelperClass of(HelperToPair helper, Set<UUID> singles) {
        return new HelperClass(
                helper.unitVillages().stream()
                        .filter(village -> isNear(village, helper.area()))
                        .collect(Collectors.toUnmodifiableSet()),
                helper.homeVillage() != null && isNear(helper.homeVillage(), helper.area())
                        ? helper.homeVillage()
                        : null,
                helper.skills(),
                helper.quota(),
                helper.ethnicity(),
                helper.workplace(),
                helper.area(),
                helper.decidesIn(),
                helper.office(),
                singles.contains(helper.id()) ? helper.id() : null);
    }

    /** Whether a household of the area can live in the village or in its township: no other is nearer for it. */
    private static boolean isNear(long village, long area) {
        return Places.covers(area, village) || Places.covers(Places.township(village), area);
    }
}
