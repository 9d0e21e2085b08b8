package org.jingzhun.chassis.webhook;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A subscription as its owner sees it. */
@Schema(name = "WebhookSubscription")
public record SubscriptionView(
        UUID id,
        String url,
        List<String> types,

        @Schema(description = "12 digits; open levels are zeros.")
        String division,

        String description,

        @Schema(
                description =
                        "SUSPENDED by the service when the receiver took nothing for three days or answered 410; PUT with ACTIVE resumes it.")
        Subscription.State state,

        @Schema(description = "Who made it.") String owner,

        Instant createdAt,

        @Schema(description = "Since when the receiver has taken nothing.") @Nullable
        Instant failingSince,

        @Schema(description = "Until when the secret before the last rotation still signs, too.") @Nullable
        Instant previousSecretUntil,

        @Schema(description = "Deliveries that failed and are tried again, with what waits behind them. Not in lists.")
        @Nullable
        Long waiting,

        @Schema(description = "Deliveries that were given up after three days. Not in lists.") @Nullable
        Long dead) {

    static SubscriptionView of(Subscription subscription) {
        return of(subscription, null, null);
    }

    static SubscriptionView of(Subscription subscription, WaitingRows.Counts counts) {
        return of(subscription, counts.waiting(), counts.dead());
    }

    private static SubscriptionView of(Subscription subscription, @Nullable Long waiting, @Nullable Long dead) {
        return new SubscriptionView(
                subscription.id(),
                subscription.url(),
                subscription.types().stream().sorted().toList(),
                "%012d".formatted(subscription.area().from()),
                subscription.description(),
                subscription.state(),
                subscription.owner(),
                subscription.createdAt(),
                subscription.failingSince(),
                subscription.previousUntil(),
                waiting,
                dead);
    }

    /** With the secret, which is shown this once. */
    @Schema(name = "WebhookSubscriptionWithSecret")
    public record WithSecret(
            SubscriptionView subscription,

            @Schema(
                    description =
                            "Verifies the signatures, as Standard Webhooks libraries take it. Shown this once; POST .../secrets makes another.")
            String secret) {}

    /** A delivery that waits or was given up. */
    @Schema(name = "WebhookDelivery")
    public record DeliveryView(
            @Schema(description = "Place of the event among all of this service; names the delivery.")
            long position,

            @Schema(description = "The webhook-id.") UUID eventId,

            String type,

            @Schema(
                    description =
                            "What the event is about. Events of one household, or otherwise of one key, keep their order.")
            String key,

            Waiting.State state,
            int attempts,

            @Schema(
                    description =
                            "When it failed first; absent when it only waits behind another of its household or key.")
            @Nullable
            Instant failedAt,

            @Schema(description = "When it is tried again; absent for a dead letter.") @Nullable
            Instant nextAt,

            @Schema(description = "Status of the last answer.") @Nullable
            Integer status,

            @Schema(description = "What went wrong last.") @Nullable
            String error) {

        static DeliveryView of(Waiting row) {
            return new DeliveryView(
                    row.position(),
                    row.eventId(),
                    row.type(),
                    row.key(),
                    row.state(),
                    row.attempts(),
                    row.failedAt(),
                    row.state() == Waiting.State.DEAD ? null : row.nextAt(),
                    row.status(),
                    row.error());
        }
    }

    /** What became of a test event. */
    @Schema(name = "WebhookTest")
    public record TestView(
            boolean taken,
            @Nullable Integer status,
            @Nullable String error,
            @Schema(description = "How long it took.") long millis) {}
}
