package org.jingzhun.identification.screening.coverage;

import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a department has delivered for a county.
 *
 * @param ageDays of the youngest delivery, 0 or more; null when there is none
 * @param persons of the county
 * @param personsFresh covered by deliveries not older than the policy warns of
 * @param personsUsable covered by deliveries not older than it refuses
 */
public record Coverage(@Nullable Integer ageDays, long persons, long personsFresh, long personsUsable) {

    private static final long HUNDRED = 100;

    public Coverage {
        if (personsFresh < 0 || personsFresh > personsUsable || personsUsable > persons) {
            throw new IllegalArgumentException("persons covered (%d, %d) must be among the %d of the county"
                    .formatted(personsFresh, personsUsable, persons));
        }
    }

    /** What is to be warned of; empty when all is well. */
    public Set<Shortcoming> warnings(Limits limits) {
        return shortcomings(limits.warnAgeDays(), personsFresh, limits.warnCoveragePercent());
    }

    /** Why a screening with these data is refused; empty when it is not. */
    public Set<Shortcoming> refusals(Limits limits) {
        return shortcomings(limits.refuseAgeDays(), personsUsable, limits.refuseCoveragePercent());
    }

    private Set<Shortcoming> shortcomings(@Nullable Integer ageAtMost, long covered, @Nullable Integer percentAtLeast) {
        EnumSet<Shortcoming> found = EnumSet.noneOf(Shortcoming.class);
        if (ageDays == null) {
            if (ageAtMost != null || percentAtLeast != null) {
                found.add(Shortcoming.MISSING);
            }
            return found;
        }
        if (ageAtMost != null && ageDays > ageAtMost) {
            found.add(Shortcoming.STALE);
        }
        if (percentAtLeast != null && covered * HUNDRED < persons * percentAtLeast) {
            found.add(Shortcoming.NOT_COVERING);
        }
        return found;
    }
}
