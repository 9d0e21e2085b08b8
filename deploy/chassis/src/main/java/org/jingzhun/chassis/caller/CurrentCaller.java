package org.jingzhun.chassis.caller;

import io.quarkus.arc.Arc;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.ApplicationScoped;

/** Tells who asks at this moment: the caller of the surrounding {@link CallerScope}, else the bearer of the token. */
@ApplicationScoped
public class CurrentCaller {

    private final SecurityIdentity identity;

    CurrentCaller(SecurityIdentity identity) {
        this.identity = identity;
    }

    /** {@link Caller#NOBODY} when nobody is known, which sees no row. */
    public Caller get() {
        Caller bound = CallerScope.bound();
        if (bound != null) {
            return bound;
        }
        if (!Arc.container().requestContext().isActive()) {
            return Caller.NOBODY;
        }
        return of(identity);
    }

    /** Who an identity is; {@link Caller#NOBODY} without a token. */
    public static Caller of(SecurityIdentity identity) {
        Caller known = identity.getAttribute(Callers.ATTRIBUTE);
        return known == null ? Caller.NOBODY : known;
    }
}
