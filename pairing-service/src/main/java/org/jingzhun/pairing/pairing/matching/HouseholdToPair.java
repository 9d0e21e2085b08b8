package org.jingzhun.pairing.pairing.matching;

import java.util.Set;
import java.util.UUID;
import org.jingzhun.pairing.cause.Cause;
import org.jspecify.annotations.Nullable;

/**
 * A household that needs a helper (帮扶对象), as far as the choice of the helper depends on it.
 *
 * @param village 12-digit division code of its village
 * @param hamlet its hamlet (屯) or villagers' group; keeps the households of one helper close together
 * @param mainCause why it is poor
 * @param otherCauses at most two more causes, without the main cause
 * @param ethnicity two-digit code of GB/T 3304 of the householder, {@code null} if unknown
 * @param poor whether it is still poor; when helpers are short, the poor come before those that have exited
 * @param standingHelper the helper it has now, {@code null} if none
 * @param excluded helpers who must not have it: kin, or members of the household themselves (亲属回避)
 */
public record HouseholdToPair(
        UUID id,
        long village,
        String hamlet,
        Cause mainCause,
        Set<Cause> otherCauses,
        @Nullable String ethnicity,
        boolean poor,
        @Nullable UUID standingHelper,
        Set<UUID> excluded) {

    /** A household to which nobody is kin. */
    public HouseholdToPair(
            UUID id,
            long village,
            String hamlet,
            Cause mainCause,
            Set<Cause> otherCauses,
            @Nullable String ethnicity,
            boolean poor,
            @Nullable UUID standingHelper) {
        this(id, village, hamlet, mainCause, otherCauses, ethnicity, poor, standingHelper, Set.of());
    }

    /** Where it lives, as the rule of hamlets sees it. */
    public Hamlet home() {
        return new Hamlet(village, hamlet);
    }

    public HouseholdToPair {
        excluded = Set.copyOf(excluded);
        Places.requireVillage(village);
        otherCauses = Set.copyOf(otherCauses);
        if (otherCauses.size() > 2 || otherCauses.contains(mainCause)) {
            throw new IllegalArgumentException("Other causes " + otherCauses + " of household " + id
                    + " must be at most two and differ from the main cause " + mainCause);
        }
    }
}
