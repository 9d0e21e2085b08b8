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
 * @param workplace 12-digit code of the township or county where the cadre works (工作单位所在地), {@code null} if unknown
 *     or wider
 * @param area the only place in which the cadre may help: a division, or 0 for everywhere
 * @param decidesIn where the cadre holds an office that decides on households (回避), which it may not help there
 * @param office the point at which the cadre works, {@code null} if unknown
 */
public record HelperToPair(
        UUID id,
        Set<Long> unitVillages,
        @Nullable Long homeVillage,
        Set<Cause> skills,
        int quota,
        @Nullable String ethnicity,
        @Nullable Long workplace,
        long area,
        @Nullable Long decidesIn,
        @Nullable GeoPoint office) {

    public static final int LARGEST_QUOTA = 100;

    /** A cadre of whose workplace the point is unknown. */
    public HelperToPair(
            UUID id,
            Set<Long> unitVillages,
            @Nullable Long homeVillage,
            Set<Cause> skills,
            int quota,
            @Nullable String ethnicity,
            @Nullable Long workplace,
            long area,
            @Nullable Long decidesIn) {
        this(id, unitVillages, homeVillage, skills, quota, ethnicity, workplace, area, decidesIn, null);
    }

    /** A cadre without a known workplace who may help anywhere. */
    public HelperToPair(
            UUID id,
            Set<Long> unitVillages,
            @Nullable Long homeVillage,
            Set<Cause> skills,
            int quota,
            @Nullable String ethnicity) {
        this(id, unitVillages, homeVillage, skills, quota, ethnicity, null, Places.ANYWHERE, null);
    }

    public HelperToPair {
        Places.requirePlace(area);
        workplace = workplace == null || Places.isWiderThanCounty(workplace) ? null : workplace;
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

    /** Whether the cadre may help in a village at all: it is of the area, and no office of the cadre decides on it. */
    boolean mayHelpIn(long village) {
        return Places.covers(area, village) && (decidesIn == null || !Places.covers(decidesIn, village));
    }

    /** Whether the cadre may help a household: no rule of the area, of office or of kinship forbids it. */
    public boolean mayHelp(HouseholdToPair household) {
        return mayHelpIn(household.village()) && !household.excluded().contains(id);
    }
}
