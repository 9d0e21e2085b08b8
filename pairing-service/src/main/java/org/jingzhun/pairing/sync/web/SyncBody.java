package org.jingzhun.pairing.sync.web;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jingzhun.pairing.visit.web.VisitBody;
import org.jspecify.annotations.Nullable;

/** What a phone brings. Its changes are checked one by one: a bad one keeps none of the others out. */
@Schema(name = "SyncBody")
public record SyncBody(
        @Schema(description = "The `token` of the call before; absent for everything.") @Size(max = 60) @Nullable
        String since,

        @Schema(description = "When the phone sends this, by its own clock.") @Nullable
        Instant phoneTime,

        @Schema(description = "In the order in which they were made; at most as many as the policy visit-rules allows.")
        @Size(max = 100_000)
        @Nullable
        List<@NotNull Change> changes) {

    /** What a change is about. */
    public enum Kind {
        /** A visit was made. */
        VISIT
    }

    /** One change. */
    @Schema(name = "SyncChange")
    public record Change(
            @Schema(description = "Chosen by the phone: the visit's id.") @NotNull
            UUID id,

            @NotNull Kind kind,

            @Schema(description = "When it was written down, by the phone's clock.") @Nullable
            Instant writtenAt,

            @NotNull VisitBody visit) {}
}
