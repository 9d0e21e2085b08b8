package org.jingzhun.chassis.webhook;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Which events go where, as its owner wants it. */
@Schema(name = "WebhookSubscriptionBody")
public record SubscriptionBody(
        @NotBlank
        @Size(max = 2000)
        @Schema(
                description =
                        "Where the events are sent. https; no address of a private network unless the operator allows it.",
                examples = "https://receiver.example.org/events")
        String url,

        @NotEmpty
        @Size(max = 100)
        @Schema(
                description = "Types of events, as contract/events and asyncapi.yaml name them.",
                examples = "[\"org.jingzhun.identification.household-registered\"]")
        List<@NotNull @Size(max = 200) String> types,

        @Pattern(regexp = "\\d{2}|\\d{4}|\\d{6}|\\d{9}|\\d{12}")
        @Schema(description = "Only events of this division; absent: of your whole area.")
        @Nullable
        String division,

        @Size(max = 200) @Nullable String description,

        @Schema(description = "Absent: ACTIVE.") @Nullable Wanted state) {

    /** What an owner can ask for. */
    @Schema(name = "WebhookSubscriptionWanted")
    public enum Wanted {
        ACTIVE,
        PAUSED
    }

    public SubscriptionBody {
        types = types == null ? List.of() : List.copyOf(types);
    }

    Subscription.State wanted() {
        return state == Wanted.PAUSED ? Subscription.State.PAUSED : Subscription.State.ACTIVE;
    }
}
