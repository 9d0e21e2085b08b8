package org.jingzhun.chassis.audit;

import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What recomputing the chain, and comparing it with the heads outside the database, showed. */
@Schema(name = "AuditProof")
public record AuditProof(
        @Schema(description = "Nothing was found wrong, and nothing is `unprotected`.")
        boolean intact,

        @Schema(description = "What is wrong; empty when nothing is.")
        List<AuditFinding> findings,

        @Schema(description = "Records in the chain.") long sealed,

        @Schema(description = "Records that wait to be sealed.")
        long unsealed,

        @Schema(
                description =
                        "Records of more than 15 minutes ago that no head outside the database covers: sealing or sending stands still, and the database's owner could change them unnoticed. 0 while all is well.")
        long unprotected,

        @Schema(description = "First position where the chain does not hold.") @Nullable
        Long brokenAt,

        @Schema(description = "First position whose record is not the one whose head was published.") @Nullable
        Long differsAt,

        @Schema(description = "At least so many records there were when a head was published; null when none is gone.")
        @Nullable
        Long cutBefore,

        @Schema(
                description =
                        "Hash of the last record. Note it with `sealed` elsewhere: a later proof with `position` and `hash` shows whether the chain still contains it.")
        @Nullable
        String head,

        @Schema(
                description =
                        "The last head outside the database. Records behind its position are not yet protected against their database's owner.")
        @Nullable
        AuditHead lastPublished,

        @Schema(description = "Key of the heads' signatures, base64 of its X.509 form.")
        String publicKey,

        @Schema(description = "Whether the chain contains the noted hash; null when none was given.") @Nullable
        Boolean containsNoted) {

    public AuditProof {
        findings = List.copyOf(findings);
    }

    static AuditProof of(
            AuditChain chain,
            long sealed,
            long unsealed,
            long unprotected,
            @Nullable String head,
            @Nullable Boolean containsNoted,
            String publicKey) {
        List<AuditFinding> findings = new ArrayList<>();
        if (chain.brokenAt() != null) {
            findings.add(AuditFinding.CHAIN_BROKEN);
        }
        if (chain.cutBefore() != null) {
            findings.add(AuditFinding.CUT_SHORT);
        }
        if (chain.differsAt() != null) {
            findings.add(AuditFinding.REWRITTEN);
        }
        return new AuditProof(
                findings.isEmpty() && unprotected == 0,
                findings,
                sealed,
                unsealed,
                unprotected,
                chain.brokenAt(),
                chain.differsAt(),
                chain.cutBefore(),
                head,
                chain.lastPublished(),
                publicKey,
                containsNoted);
    }
}
