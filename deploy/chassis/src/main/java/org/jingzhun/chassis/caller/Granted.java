package org.jingzhun.chassis.caller;

import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import jakarta.json.JsonString;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jspecify.annotations.Nullable;

/**
 * What another system was granted by name: the claim {@value #CLAIM} of its token, a list like {@code GET /v1/register}. It
 * is read once for each proof of a token, since to look for a claim that a token does not have costs an exception.
 */
public final class Granted {

    private static final String CLAIM = "grants";
    private static final String ATTRIBUTE = "jingzhun.grants";

    private Granted() {}

    /** @return null when the token has no such claim, and may do whatever its roles may */
    public static @Nullable List<String> to(SecurityIdentity identity) {
        return identity.getAttribute(ATTRIBUTE);
    }

    /** A claim that is no list grants nothing. */
    static void keep(JsonWebToken token, QuarkusSecurityIdentity.Builder kept) {
        Object claim = token.getClaim(CLAIM);
        if (claim == null) {
            return;
        }
        List<String> grants = new ArrayList<>();
        if (claim instanceof Iterable<?> each) {
            for (Object grant : each) {
                grants.add(grant instanceof JsonString string ? string.getString() : String.valueOf(grant));
            }
        }
        kept.addAttribute(ATTRIBUTE, List.copyOf(grants));
    }
}
