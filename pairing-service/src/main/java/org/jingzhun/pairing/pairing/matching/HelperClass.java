package org.jingzhun.pairing.pairing.matching;

import java.util.Set;
import java.util.UUID;
import org.jingzhun.pairing.cause.Cause;
import org.jspecify.annotations.Nullable;

/**
 * Helpers that cost the same with every household, so that one node stands for all of them.
 *
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
                helper.unitVillages(),
                helper.homeVillage(),
                helper.skills(),
                helper.quota(),
                helper.ethnicity(),
                helper.workplace(),
                helper.area(),
                helper.decidesIn(),
                helper.office(),
                singles.contains(helper.id()) ? helper.id() : null);
    }
}
