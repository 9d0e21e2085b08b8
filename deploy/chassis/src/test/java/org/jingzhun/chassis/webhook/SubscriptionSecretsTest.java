package org.jingzhun.chassis.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusMock;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Without a secret of the service no subscription has one. */
@QuarkusTest
class SubscriptionSecretsTest {

    private static final UUID SUBSCRIPTION = new UUID(1, 1);

    @Inject
    SubscriptionSecrets own;

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
        var subscriber = new Subscriber("450882", "early");
        String subscription = subscriber.subscribe("http://127.0.0.1:9/").path();
        QuarkusMock.installMockForInstance(secrets(Map.of()), own);
        Map<String, Object> body = Subscriber.body("http://127.0.0.1:9/", Subscriber.CHANGED);
        assertNotConfigured(subscriber.call().body(body).post("/v1/subscriptions"));
        assertNotConfigured(subscriber.call().post(subscription + "/secrets"));
        assertNotConfigured(subscriber.call().post(subscription + "/tests"));
    }

    private static void assertNotConfigured(Response answer) {
        answer.then().statusCode(503).body("code", equalTo("webhooks-not-configured"));
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
