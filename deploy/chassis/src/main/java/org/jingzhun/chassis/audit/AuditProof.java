package org.jingzhun.chassis.audit;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What recomputing the chain showed. */
@Schema(name = "AuditProof")
public record AuditProof(
        @Schema(description = "Every hash was found again.") boolean intact,

        @Schema(description = "Records in the chain.") long sealed,

        @Schema(description = "Records that wait to be sealed.")
        long unsealed,

        @Schema(description = "First position where the chain does not hold.") @Nullable
        Long brokenAt,

        @Schema(
                description =
                        "Hash of the last record. Note it with `sealed` elsewhere: a later proof with `position` and `hash` shows whether the chain still contains it.")
        @Nullable
        String head,

        @Schema(description = "Whether the chain contains the noted hash; null when none was given.") @Nullable
        Boolean containsNoted) {

    AuditProof withNoted(boolean contained) {
        return new AuditProof(intact, sealed, unsealed, brokenAt, head, contained);
    }
}
