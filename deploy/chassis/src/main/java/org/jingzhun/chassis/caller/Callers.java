package org.jingzhun.chassis.caller;

import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jspecify.annotations.Nullable;

/** Who a token's bearer is, by its claims. */
final class Callers {

    /** Of an identity: the {@link Caller} it is, so that the claims are read once for each proof of a token. */
    static final String ATTRIBUTE = "jingzhun.caller";

    private Callers() {}

    /** An area or an id that is none gives the caller none. */
    static Caller of(JsonWebToken token, Set<String> roles) {
        String subject = token.getSubject() == null ? token.getName() : token.getSubject();
        String name = text(token, "name");
        return new Caller(subject, name == null ? subject : name, roles, area(token), helperId(token));
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
