package org.jingzhun.chassis.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Where nothing may be sent. */
class TargetsTest {

    /** Without Quarkus, durations are written as ISO 8601 has them. */
    private static final Map<String, String> DURATIONS = Map.of(
            "jingzhun.webhooks.timeout", "PT10S",
            "jingzhun.webhooks.lease", "PT30S",
            "jingzhun.webhooks.beat", "PT1S",
            "jingzhun.webhooks.kept", "P14D",
            "jingzhun.webhooks.previous-secret", "PT24H");

    private static Targets targets(Map<String, String> settings) {
        return new Targets(new SmallRyeConfigBuilder()
                .withMapping(WebhookSettings.class)
                .withSources(
                        new PropertiesConfigSource(settings, "test", 100),
                        new PropertiesConfigSource(DURATIONS, "durations", 90))
                .build()
                .getConfigMapping(WebhookSettings.class));
    }

    @ParameterizedTest
    @CsvSource({
        "http://8.8.8.8/, webhook-url-not-https",
        "ftp://8.8.8.8/, webhook-url-not-https",
        "receiver.example.org, webhook-url-invalid",
        "https:///events, webhook-url-invalid",
        "https://user@8.8.8.8/, webhook-url-invalid",
        "https://8.8.8.8/#part, webhook-url-invalid",
        "https://8.8.8.8 /, webhook-url-invalid",
        "https://no-such-host.invalid/, webhook-url-unknown-host",
        "https://localhost/, webhook-url-not-public",
        "https://127.0.0.1:8081/, webhook-url-not-public",
        "https://127.1/, webhook-url-invalid",
        "https://10.1.2.3/, webhook-url-not-public",
        "https://172.20.0.1/, webhook-url-not-public",
        "https://192.168.0.1/, webhook-url-not-public",
        "https://169.254.169.254/latest/meta-data, webhook-url-not-public",
        "https://100.64.0.1/, webhook-url-not-public",
        "https://0.0.0.0/, webhook-url-not-public",
        "https://224.0.0.1/, webhook-url-not-public",
        "https://[::1]/, webhook-url-not-public",
        "https://[::ffff:127.0.0.1]/, webhook-url-not-public",
        "https://[fe80::1]/, webhook-url-not-public",
        "https://[fd00::1]/, webhook-url-not-public",
        "https://[64:ff9b::7f00:1]/, webhook-url-not-public",
    })
    void theAddressIsRefused(String url, String code) {
        assertThatThrownBy(() -> targets(Map.of()).target(url)).hasMessage(code);
    }

    @Test
    void aPublicAddressIsTaken() throws Targets.Refused {
        Targets.Target target = targets(Map.of()).target("https://8.8.8.8:8443/events?key=1");
        assertThat(target.address().getHostAddress()).isEqualTo("8.8.8.8");
        assertThat(target.port()).isEqualTo(8443);
        assertThat(target.path()).isEqualTo("/events?key=1");
        assertThat(target.tls()).isTrue();
    }

    @Test
    void aPrivateNetworkIsTakenWhenItIsConfigured_andNoOther() throws Targets.Refused {
        Targets targets = targets(Map.of("jingzhun.webhooks.networks", "10.20.0.0/16,fd12::/16"));
        assertThat(targets.target("https://10.20.3.4/").host()).isEqualTo("10.20.3.4");
        assertThat(targets.target("https://[fd12::3]/").port()).isEqualTo(443);
        assertThatThrownBy(() -> targets.target("https://10.21.3.4/")).hasMessage("webhook-url-not-public");
    }
}
