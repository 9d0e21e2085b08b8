package org.jingzhun.chassis.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Without a secret of the service no subscription has one. */
class SubscriptionSecretsTest {

    private static final UUID SUBSCRIPTION = new UUID(1, 1);

    private static SubscriptionSecrets secrets(Map<String, String> secret) {
        return new SubscriptionSecrets(new SmallRyeConfigBuilder()
                .withMapping(WebhookSettings.class)
                .withSources(
                        new PropertiesConfigSource(secret, "test", 100),
                        new PropertiesConfigSource(
                                Map.of(
                                        "jingzhun.webhooks.timeout", "PT10S",
                                        "jingzhun.webhooks.lease", "PT30S",
                                        "jingzhun.webhooks.beat", "PT1S",
                                        "jingzhun.webhooks.kept", "P14D",
                                        "jingzhun.webhooks.previous-secret", "PT24H"),
                                "durations",
                                90))
                .build()
                .getConfigMapping(WebhookSettings.class));
    }

    @Test
    void aServiceWithoutASecretSaysThatItSendsNothing() {
        assertThatThrownBy(() -> secrets(Map.of()).shown(SUBSCRIPTION, 1)).hasMessage("503 webhooks-not-configured");
    }

    @Test
    void eachGenerationHasASecretOfItsOwn() {
        SubscriptionSecrets secrets = secrets(
                Map.of("jingzhun.webhooks.secret", "VGhlc2UgYXJlIGJ5dGVzIGZvciB0ZXN0cyBvbmx5LCBub3Qgc2VjcmV0Lg=="));
        assertThat(secrets.shown(SUBSCRIPTION, 1))
                .isEqualTo(secrets.shown(SUBSCRIPTION, 1))
                .isNotEqualTo(secrets.shown(SUBSCRIPTION, 2))
                .isNotEqualTo(secrets.shown(new UUID(1, 2), 1));
    }
}
