package org.jingzhun.identification.household.web;

import java.util.Set;
import org.jingzhun.chassis.caller.Caller;
import org.jingzhun.identification.access.Role;

/**
 * How much of the personal data a caller needs to see (最小必要).
 *
 * @param showsNumbers whether id numbers and phones are shown whole; else they are masked
 * @param showsHealth whether health and disability are shown at all
 */
record Discretion(boolean showsNumbers, boolean showsHealth) {

    /** Those who write households need to see what they write. */
    private static final Set<String> NUMBERS = Set.of(Role.SURVEYOR, Role.COUNTY_OFFICER);

    /** Those who appraise and review need to know why a household is poor. */
    private static final Set<String> HEALTH =
            Set.of(Role.SURVEYOR, Role.VILLAGE_OFFICER, Role.TOWNSHIP_OFFICER, Role.COUNTY_OFFICER);

    static Discretion of(Caller caller) {
        return new Discretion(caller.hasAny(NUMBERS), caller.hasAny(HEALTH));
    }
}
