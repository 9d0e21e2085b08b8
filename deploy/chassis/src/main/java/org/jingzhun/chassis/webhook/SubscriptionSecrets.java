package org.jingzhun.chassis.webhook;

import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Base64;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jingzhun.chassis.http.Problem;
import org.jspecify.annotations.Nullable;

/**
 * The secrets of subscriptions, and signatures with them (Standard Webhooks, HMAC-SHA256). A secret is computed from the
 * service's own, the subscription and its generation, so that none lies in the database.
 */
@ApplicationScoped
class SubscriptionSecrets {

    private static final String ALGORITHM = "HmacSHA256";
    private static final int BYTES_AT_LEAST = 32;

    private final byte @Nullable [] secret;

    SubscriptionSecrets(WebhookSettings settings) {
        this.secret = settings.secret().map(SubscriptionSecrets::decoded).orElse(null);
    }

    private static byte[] decoded(String base64) {
        byte[] secret = Base64.getDecoder().decode(base64);
        if (secret.length < BYTES_AT_LEAST) {
            throw new IllegalStateException(
                    "jingzhun.webhooks.secret has %d bytes but must have %d or more; make one with: openssl rand -base64 32"
                            .formatted(secret.length, BYTES_AT_LEAST));
        }
        return secret;
    }

    boolean areConfigured() {
        return secret != null;
    }

    /** As the owner is shown it, once. */
    String shown(UUID subscription, int generation) {
        return "whsec_" + Base64.getEncoder().encodeToString(of(subscription, generation));
    }

    /** @throws org.jingzhun.chassis.http.ProblemException 503 when the service has no secret to compute it from */
    private byte[] of(UUID subscription, int generation) {
        if (secret == null) {
            throw Problem.of(503, "webhooks-not-configured").asException();
        }
        return hmac(secret, ("webhook " + subscription + " " + generation).getBytes(StandardCharsets.UTF_8));
    }

    /** The value of {@code webhook-signature}: of the present secret, and of the one before while it still holds. */
    String signature(Subscription subscription, String messageId, long seconds, byte[] body, Instant now) {
        byte[] head = (messageId + "." + seconds + ".").getBytes(StandardCharsets.UTF_8);
        byte[] signed = new byte[head.length + body.length];
        System.arraycopy(head, 0, signed, 0, head.length);
        System.arraycopy(body, 0, signed, head.length, body.length);
        String present = signature(subscription, subscription.generation(), signed);
        Instant until = subscription.previousUntil();
        return until != null && now.isBefore(until)
                ? present + " " + signature(subscription, subscription.generation() - 1, signed)
                : present;
    }

    private String signature(Subscription subscription, int generation, byte[] signed) {
        return "v1," + Base64.getEncoder().encodeToString(hmac(of(subscription.id(), generation), signed));
    }

    private static byte[] hmac(byte[] key, byte[] text) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(key, ALGORITHM));
            return mac.doFinal(text);
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException(missing);
        }
    }
}
