package org.jingzhun.chassis.caller;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.quarkus.oidc.AccessTokenCredential;
import io.quarkus.oidc.TenantIdentityProvider;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.security.AuthenticationFailedException;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Has a key that the issuer has withdrawn (吊销密钥) believed no longer. Keys are fetched anew when a token names one that is
 * not known; after a mere withdrawal no such token comes, so every few minutes this shows one itself, which proves nothing.
 * While the issuer does not answer the keys stay as they were.
 */
@ApplicationScoped
class WithdrawnKeys {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final TenantIdentityProvider tokens;
    private final Optional<String> issuer;

    WithdrawnKeys(
            TenantIdentityProvider tokens,
            @ConfigProperty(name = "quarkus.oidc.auth-server-url") Optional<String> issuer) {
        this.tokens = tokens;
        this.issuer = issuer;
    }

    @Scheduled(
            every = "{jingzhun.tokens.keys-anew:5m}",
            delayed = "10s",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void forget() {
        if (issuer.isEmpty()) {
            return;
        }
        tokens.authenticate(new AccessTokenCredential(ofUnknownKey()))
                .onFailure(AuthenticationFailedException.class)
                .recoverWithNull()
                .await()
                .atMost(PATIENCE);
    }

    private static String ofUnknownKey() {
        String header = "{\"alg\":\"RS256\",\"typ\":\"JWT\",\"kid\":\"" + UUID.randomUUID() + "\"}";
        return part(header) + "." + part("{}") + "." + part("unsigned");
    }

    private static String part(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(UTF_8));
    }
}
