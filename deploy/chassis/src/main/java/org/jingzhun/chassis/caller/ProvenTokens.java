package org.jingzhun.chassis.caller;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.quarkus.oidc.AccessTokenCredential;
import io.quarkus.security.identity.AuthenticationRequestContext;
import io.quarkus.security.identity.IdentityProviderManager;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.SecurityIdentityAugmentor;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.quarkus.vertx.http.runtime.security.ChallengeData;
import io.quarkus.vertx.http.runtime.security.HttpAuthenticationMechanism;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jspecify.annotations.Nullable;

/**
 * Remembers for five seconds whom a token has proved to be: a phone that synchronises and a system that reads household by
 * household send the same token many times a second, and each proof is a computation with keys of 2,048 bits. A token that
 * expires meanwhile is proved anew, and so refused; one that did not prove anything is never remembered. It stands before
 * the mechanism that proves tokens, which is asked only for what is not remembered.
 */
@ApplicationScoped
class ProvenTokens implements HttpAuthenticationMechanism, SecurityIdentityAugmentor {

    /** Together with what the issuer's word is believed for (quarkus.oidc.token-cache) at most 30 s. */
    private static final Duration REMEMBERED = Duration.ofSeconds(5);

    private static final int MOST = 10_000;
    private static final String BEARER = "Bearer ";
    private static final String EXCHANGE = RoutingContext.class.getName();

    private final Cache<String, Proven> proven =
            Caffeine.newBuilder().maximumSize(MOST).expireAfterWrite(REMEMBERED).build();

    /**
     * Whom a token has proved to be.
     *
     * @param end of the token, in seconds since 1970
     */
    private record Proven(SecurityIdentity identity, long end) {}

    @Override
    public int getPriority() {
        return DEFAULT_PRIORITY + 100;
    }

    /** @return nothing when the token has still to be proved, which is then asked of the next mechanism */
    @Override
    public Uni<SecurityIdentity> authenticate(RoutingContext exchange, IdentityProviderManager providers) {
        String sent = exchange.request().getHeader(HttpHeaders.AUTHORIZATION);
        return sent != null && sent.regionMatches(true, 0, BEARER, 0, BEARER.length())
                ? Uni.createFrom().item(remembered(sent.substring(BEARER.length())))
                : Uni.createFrom().nullItem();
    }

    /** @return nobody when the token has still to be proved */
    @Nullable
    SecurityIdentity remembered(String token) {
        Proven known = proven.getIfPresent(token);
        return known == null || hasExpired(known) ? null : known.identity();
    }

    /** Who has no valid token is told so by the mechanism that proves them. */
    @Override
    public Uni<ChallengeData> getChallenge(RoutingContext exchange) {
        return Uni.createFrom().nullItem();
    }

    /** Only who was proved anew comes by here. */
    @Override
    public Uni<SecurityIdentity> augment(SecurityIdentity identity, AuthenticationRequestContext context) {
        AccessTokenCredential token = identity.getCredential(AccessTokenCredential.class);
        if (token == null || !(identity.getPrincipal() instanceof JsonWebToken claims)) {
            return Uni.createFrom().item(identity);
        }
        SecurityIdentity known = withCaller(identity, claims);
        proven.put(token.getToken(), new Proven(known, claims.getExpirationTime()));
        return Uni.createFrom().item(known);
    }

    /** Without the request that proved it, which must not be held as long. */
    private static SecurityIdentity withCaller(SecurityIdentity identity, JsonWebToken claims) {
        var kept = QuarkusSecurityIdentity.builder()
                .setPrincipal(identity.getPrincipal())
                .addRoles(identity.getRoles())
                .addCredentials(identity.getCredentials())
                .addAttribute(Callers.ATTRIBUTE, Callers.of(claims, identity.getRoles()));
        Granted.keep(claims, kept);
        identity.getAttributes().forEach((name, value) -> {
            if (!name.equals(EXCHANGE)) {
                kept.addAttribute(name, value);
            }
        });
        return kept.build();
    }

    /** By the clock by which tokens are verified. */
    private static boolean hasExpired(Proven known) {
        return known.end() * Duration.ofSeconds(1).toMillis() <= System.currentTimeMillis();
    }
}
