package org.jingzhun.chassis.caller;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.quarkus.oidc.AccessTokenCredential;
import io.quarkus.security.identity.AuthenticationRequestContext;
import io.quarkus.security.identity.IdentityProvider;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.SecurityIdentityAugmentor;
import io.quarkus.security.identity.request.TokenAuthenticationRequest;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.quarkus.vertx.http.runtime.security.HttpSecurityUtils;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import org.eclipse.microprofile.jwt.JsonWebToken;

/**
 * Remembers for five seconds whom a token has proved to be: a phone that synchronises and a system that reads household by
 * household send the same token many times a second, and each proof is a computation with keys of 2,048 bits. A token that
 * expires meanwhile is proved anew, and so refused; one that did not prove anything is never remembered.
 */
@ApplicationScoped
class ProvenTokens implements IdentityProvider<TokenAuthenticationRequest>, SecurityIdentityAugmentor {

    /** Together with what the issuer's word is believed for (quarkus.oidc.token-cache) at most 30 s. */
    private static final Duration REMEMBERED = Duration.ofSeconds(5);

    private static final int MOST = 10_000;
    private static final int BEFORE_THE_ISSUER = 100;
    private static final String EXCHANGE = RoutingContext.class.getName();
    private static final String IS_REMEMBERED = "jingzhun.is-remembered";

    private final Cache<String, SecurityIdentity> proven =
            Caffeine.newBuilder().maximumSize(MOST).expireAfterWrite(REMEMBERED).build();

    @Override
    public int priority() {
        return BEFORE_THE_ISSUER;
    }

    @Override
    public Class<TokenAuthenticationRequest> getRequestType() {
        return TokenAuthenticationRequest.class;
    }

    /** @return nothing when the token has still to be proved, which is then asked of the next provider */
    @Override
    public Uni<SecurityIdentity> authenticate(
            TokenAuthenticationRequest request, AuthenticationRequestContext context) {
        SecurityIdentity known = proven.getIfPresent(request.getToken().getToken());
        if (known == null || hasExpired(known)) {
            return Uni.createFrom().nullItem();
        }
        RoutingContext exchange = HttpSecurityUtils.getRoutingContextAttribute(request);
        return Uni.createFrom()
                .item(
                        exchange == null
                                ? known
                                : QuarkusSecurityIdentity.builder(known)
                                        .addAttribute(EXCHANGE, exchange)
                                        .build());
    }

    @Override
    public Uni<SecurityIdentity> augment(SecurityIdentity identity, AuthenticationRequestContext context) {
        AccessTokenCredential token = identity.getCredential(AccessTokenCredential.class);
        // what was remembered comes by here, too, and must not be remembered for longer than its proof
        boolean isProof = identity.getAttribute(IS_REMEMBERED) == null;
        if (isProof && token != null && identity.getPrincipal() instanceof JsonWebToken) {
            proven.put(token.getToken(), withoutExchange(identity));
        }
        return Uni.createFrom().item(identity);
    }

    /** What is remembered does not hold the request that proved it. */
    private static SecurityIdentity withoutExchange(SecurityIdentity identity) {
        var kept = QuarkusSecurityIdentity.builder()
                .setPrincipal(identity.getPrincipal())
                .addRoles(identity.getRoles())
                .addCredentials(identity.getCredentials())
                .addAttribute(IS_REMEMBERED, true);
        identity.getAttributes().forEach((name, value) -> {
            if (!name.equals(EXCHANGE)) {
                kept.addAttribute(name, value);
            }
        });
        return kept.build();
    }

    /** By the clock by which tokens are verified. */
    private static boolean hasExpired(SecurityIdentity known) {
        return !(known.getPrincipal() instanceof JsonWebToken token)
                || token.getExpirationTime() * Duration.ofSeconds(1).toMillis() <= System.currentTimeMillis();
    }
}
