package org.jingzhun.pairing.hamlet;

import java.math.BigDecimal;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What a county told of a hamlet (自然屯). */
@Schema(name = "Hamlet")
public record HamletFacts(
        @Schema(description = "12 digits.") String villageCode,
        @Schema(description = "As the register has it.") String name,
        @Nullable BigDecimal latitude,
        @Nullable BigDecimal longitude,

        @Schema(
                description =
                        "Hamlets that it adjoins: names in the same village, or a village's 12 digits, a slash and a name. None: those that lie near.")
        List<String> neighbours,

        long revision) {}
