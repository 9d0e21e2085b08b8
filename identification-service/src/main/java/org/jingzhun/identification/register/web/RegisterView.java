package org.jingzhun.identification.register.web;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jingzhun.identification.observed.funding.Allocation;
import org.jingzhun.identification.observed.funding.Received;
import org.jingzhun.identification.observed.pairing.Helper;
import org.jingzhun.identification.register.RegisterRow;
import org.jingzhun.identification.register.Transition;
import org.jspecify.annotations.Nullable;

/** A household on the register: how it came there, who helps it, and what its village was given. */
@Schema(name = "RegisterEntry")
public record RegisterView(
        RegisterRow entry,

        @Schema(description = "Transitions of the status, the oldest first.")
        List<Transition> history,

        @Schema(description = "As pairing-service last told; absent when nobody helps.") @Nullable
        Helper helper,

        @Schema(description = "What the household received, as funding-service last told.")
        Received benefits,

        @Schema(description = "Money of the village, as funding-service last told.")
        List<Allocation> villageAllocations) {}
