package org.jingzhun.pairing.pairing.matching;

import java.util.Set;
import java.util.UUID;
import org.jingzhun.pairing.cause.Cause;
import org.jspecify.annotations.Nullable;

/**
 * Helpers that cost the same with every household, so that one node stands for all of them.
 *
 * @param standing the helper's own id if a household has it already, which makes it unlike all others
 */
record HelperClass(
        Set<Long> unitVillages,
        @Nullable Long homeVillage,
        Set<Cause> skills,
        int quota,
        @Nullable String ethnicity,
        @Nullable UUID standing) {

    static HelperClass of(HelperToPair helper, Set<UUID> standingHelpers) {
        return new HelperClass(
                helper.unitVillages(),
                helper.homeVillage(),
                helper.skills(),
                helper.quota(),
                helper.ethnicity(),
                standingHelpers.contains(helper.id()) ? helper.id() : null);
    }
}
