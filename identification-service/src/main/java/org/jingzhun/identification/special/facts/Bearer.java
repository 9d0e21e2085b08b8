package org.jingzhun.identification.special.facts;

import java.time.LocalDate;
import java.time.Period;
import org.jingzhun.identification.household.identity.Sex;
import org.jspecify.annotations.Nullable;

/**
 * Whom facts are about.
 *
 * @param sex null when it is not known
 */
public record Bearer(LocalDate birthDate, @Nullable Sex sex) {

    /** In whole years; negative before the birth. */
    public int ageOn(LocalDate day) {
        return Period.between(birthDate, day).getYears();
    }
}
