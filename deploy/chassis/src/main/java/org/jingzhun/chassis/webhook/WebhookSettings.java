package org.jingzhun.chassis.webhook;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** How events are sent to systems without Kafka. */
@ConfigMapping(prefix = "jingzhun.webhooks")
public interface WebhookSettings {

    /** 32 random bytes or more in base64, of which each subscription's secret is computed; absent: no webhooks. */
    Optional<String> secret();

    /** Type of event, and the field of its payload that holds the 12-digit division to which it belongs. */
    Map<String, String> places();

    /** Whether receivers may be called without TLS. */
    @WithDefault("false")
    boolean plainHttp();

    /** Networks that are not public and yet allowed, as {@code 10.20.0.0/16}. */
    Optional<List<String>> networks();

    /** How long an answer may take, from the connection to its last byte. */
    @WithDefault("10s")
    Duration timeout();

    /** How long a process may be silent before another one takes its subscriptions over; more than two timeouts. */
    @WithDefault("30s")
    Duration lease();

    /** How often a process tells that it lives, keeps its marks, and looks for changed subscriptions. */
    @WithDefault("1s")
    Duration beat();

    /** How long events can be replayed. */
    @WithDefault("14d")
    Duration kept();

    /** Requests at a time to one receiver. */
    @WithDefault("8")
    int parallel();

    /** Deliveries of one subscription that may wait to be tried again; with more, its mark stays where it is. */
    @WithDefault("10000")
    int waitingAtMost();

    /** Subscriptions of one system. */
    @WithDefault("100")
    int subscriptionsAtMost();

    /** How long the secret before a rotation still signs, too. */
    @WithDefault("24h")
    Duration previousSecret();
}
