package org.jingzhun.pairing.pairing.matching;

import java.util.Set;
import java.util.UUID;
import org.jingzhun.pairing.cause.Cause;
import org.jspecify.annotations.Nullable;

/**
 * A cadre who may be given households (帮扶干部), as far as the choice depends on it.
 *
 * @param unitVillages 12-digit codes of the villages that the cadre's unit is linked to (单位定点帮扶村); may be empty
 * @param homeVillage 12-digit code of the village the cadre comes from, {@code null} if unknown
 * @param skills the causes of poverty the cadre can do something about
 * @param quota how many households the cadre may have at most, 0 to {@value #LARGEST_QUOTA}; it follows from the rank
 * @param ethnicity two-digit code of GB/T 3304, {@code null} if unknown
 */
public record HelperToPair(
        UUID id,
        Set<Long> unitVillages,
        @Nullable Long homeVillage,
        Set<Cause> skills,
        int quota,
        @Nullable String ethnicity) {

    public static final int LARGEST_QUOTA = 100;

    public HelperToPair {
        unitVillages = Set.copyOf(unitVillages);
        unitVillages.forEach(Places::requireVillage);
        if (homeVillage != null) {
            Places.requireVillage(homeVillage);
        }
        skills = Set.copyOf(skills);
        if (quota < 0 || quota > LARGEST_QUOTA) {
            throw new IllegalArgumentException(
                    "Quota " + quota + " of helper " + id + " must be from 0 to " + LARGEST_QUOTA + " households");
        }
    }
}
