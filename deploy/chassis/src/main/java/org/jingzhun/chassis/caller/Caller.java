package org.jingzhun.chassis.caller;

import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Who asks.
 *
 * @param subject the token's subject: a person or a system, stable
 * @param name to be shown beside what was done
 * @param roles the token's groups
 * @param area the divisions whose rows this caller can see and change
 * @param helperId the cadre's own id, when the caller is a helper (帮扶干部)
 */
public record Caller(
        String subject,
        String name,
        Set<String> roles,
        Area area,
        @Nullable UUID helperId) {

    /** Nobody: sees no row. */
    public static final Caller NOBODY = new Caller("", "", Set.of(), Area.NOWHERE, null);

    public Caller {
        roles = Set.copyOf(roles);
    }

    /** The service itself, at work for nobody in particular: projections, schedules. Sees every row. */
    public static Caller system(String activity) {
        return new Caller("system:" + activity, activity, Set.of("internal"), Area.EVERYWHERE, null);
    }

    public boolean has(String role) {
        return roles.contains(role);
    }

    public boolean hasAny(Set<String> some) {
        return some.stream().anyMatch(roles::contains);
    }
}
