package org.jingzhun.identification.access;

import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Set;

/**
 * How much of the personal data a caller needs to see (最小必要).
 *
 * @param showsNumbers whether id numbers and phones are shown whole; else they are masked
 * @param showsHealth whether health and disability are shown at all
 */
public record Discretion(boolean showsNumbers, boolean showsHealth) {

    /** Everything. */
    public static final Discretion WHOLE = new Discretion(true, true);

    /** Numbers masked, and no health. */
    private static final Discretion NOTHING = new Discretion(false, false);

    /** All that occur: whoever sees id numbers sees health as well. */
    public static final List<Discretion> MEASURES = List.of(WHOLE, new Discretion(false, true), NOTHING);

    /** Those who write households need to see what they write. */
    private static final Set<String> NUMBERS = Set.of(Role.SURVEYOR, Role.COUNTY_OFFICER);

    /** Those who appraise and review need to know why a household is poor. */
    private static final Set<String> HEALTH =
            Set.of(Role.SURVEYOR, Role.VILLAGE_OFFICER, Role.TOWNSHIP_OFFICER, Role.COUNTY_OFFICER);

    /** What a role needs for a purpose; without one nobody needs either. */
    public static Discretion of(Collection<String> roles, boolean forPurpose) {
        return forPurpose ? of(roles) : NOTHING;
    }

    /**
     * What a role needs: of files, which are read for a purpose only, and of what a caller has just changed.
     *
     * @param roles of the caller
     */
    public static Discretion of(Collection<String> roles) {
        return new Discretion(!Collections.disjoint(roles, NUMBERS), !Collections.disjoint(roles, HEALTH));
    }

    /** Whether whoever may see this much may see the other as well. */
    public boolean covers(Discretion other) {
        return (showsNumbers || !other.showsNumbers) && (showsHealth || !other.showsHealth);
    }
}
