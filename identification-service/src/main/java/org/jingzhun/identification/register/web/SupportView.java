package org.jingzhun.identification.register.web;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jingzhun.identification.observed.funding.Allocation;
import org.jingzhun.identification.observed.funding.Received;
import org.jingzhun.identification.observed.pairing.Helper;
import org.jspecify.annotations.Nullable;

/** Who helps a household, what it received and what its village was given, as the other services last told. */
@Schema(name = "Support")
public record SupportView(
        @Schema(description = "Absent when nobody helps.") @Nullable
        Helper helper,

        @Schema(description = "What the household received itself.")
        Received benefits,

        List<Allocation> villageAllocations) {}
