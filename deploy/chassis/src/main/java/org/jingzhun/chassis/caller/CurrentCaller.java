package org.jingzhun.chassis.caller;

import io.quarkus.arc.Arc;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jspecify.annotations.Nullable;

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
        if (!Arc.container().requestContext().isActive() || identity.isAnonymous()) {
            return Caller.NOBODY;
        }
        return identity.getPrincipal() instanceof JsonWebToken token ? ofToken(token) : Caller.NOBODY;
    }

    private Caller ofToken(JsonWebToken token) {
        String subject = token.getSubject() == null ? token.getName() : token.getSubject();
        String name = text(token, "name");
        return new Caller(subject, name == null ? subject : name, identity.getRoles(), area(token), helperId(token));
    }

    private static Area area(JsonWebToken token) {
        String prefix = text(token, "area");
        try {
            return prefix == null ? Area.NOWHERE : Area.ofPrefix(prefix);
        } catch (IllegalArgumentException unusable) {
            return Area.NOWHERE;
        }
    }

    private static @Nullable UUID helperId(JsonWebToken token) {
        String id = text(token, "helperId");
        try {
            return id == null ? null : UUID.fromString(id);
        } catch (IllegalArgumentException unusable) {
            return null;
        }
    }

    private static @Nullable String text(JsonWebToken token, String claim) {
        Object value = token.getClaim(claim);
        return value == null ? null : value.toString();
    }
}
