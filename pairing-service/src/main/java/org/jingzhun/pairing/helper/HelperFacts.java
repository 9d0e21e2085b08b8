package org.jingzhun.pairing.helper;

import java.util.Set;
import java.util.UUID;
import org.jingzhun.pairing.cause.Cause;
import org.jspecify.annotations.Nullable;

/**
 * What is told of a helper.
 *
 * @param homeVillage 12-digit code
 * @param ethnicity two digits of GB/T 3304
 * @param homeHamlet its hamlet (屯) in the home village
 * @param decidesIn 12-digit code of where it holds an office that decides on households
 * @param callings what it is beside its post
 */
public record HelperFacts(
        String name,
        UUID unitId,
        String post,
        Rank rank,
        Set<Cause> skills,
        @Nullable Long homeVillage,
        @Nullable String ethnicity,
        @Nullable String homeHamlet,
        @Nullable Long decidesIn,
        Set<Calling> callings) {

    public HelperFacts {
        skills = Set.copyOf(skills);
        callings = Set.copyOf(callings);
    }
}
