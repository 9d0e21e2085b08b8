package org.jingzhun.pairing.planning;

import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jingzhun.pairing.cause.Cause;
import org.jspecify.annotations.Nullable;

/** A household that a plan could not pair, with the reason. */
@Schema(name = "UnpairedHousehold")
public record UnpairedRow(
        UUID householdId,
        @Schema(description = "12 digits.") String villageCode,
        @Nullable String villageName,
        String hamlet,
        @Nullable String householder,
        Cause mainCause,
        boolean poor,
        Reason reason) {

    /** Why a household stays without a helper. */
    public enum Reason {

        /** Helpers have free places, but their households lie in hamlets that are not adjacent to this one's. */
        HAMLET_RULE("受屯域限制", "Helpers with free places have theirs in other hamlets"),

        /** The quotas of all helpers together are smaller than the number of households. */
        QUOTAS_EXHAUSTED("帮扶名额不足", "All places of all helpers are taken"),

        /** Kinship, dealings or an office forbid every helper that there is. */
        CONFLICT_OF_INTEREST("须回避", "Every helper is in a conflict of interest"),

        /** No helper with a quota may help there. */
        NO_HELPERS("无帮扶干部", "There is no helper");

        private final String chinese;
        private final String english;

        Reason(String chinese, String english) {
            this.chinese = chinese;
            this.english = english;
        }

        public String chinese() {
            return chinese;
        }

        public String english() {
            return english;
        }
    }
}
