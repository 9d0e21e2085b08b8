package org.jingzhun.identification.adjustment.web;

import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jingzhun.chassis.caller.Area;
import org.jingzhun.identification.adjustment.CheckKind;
import org.jingzhun.identification.adjustment.QualityCheck;
import org.jingzhun.identification.adjustment.Standing;
import org.jingzhun.identification.adjustment.Stratification;
import org.jingzhun.identification.division.DivisionCode;
import org.jspecify.annotations.Nullable;

/** The plan of a quality check as clients send it. */
@Schema(name = "QualityCheckBody")
public record QualityCheckBody(
        @NotNull UUID roundId,
        @NotNull CheckKind kind,

        @Schema(description = "The county, township or village that is checked.")
        @NotNull
        @Pattern(regexp = DivisionCode.PATTERN)
        String target,

        @Schema(description = "Of a cross-check: whose officers look.")
        @Pattern(regexp = DivisionCode.PATTERN)
        @Nullable
        String checker,

        @NotNull Stratification stratification,

        @Schema(description = "Which households can be drawn.") @NotNull @NotEmpty @Size(max = 5)
        List<@NotNull Standing> standings,

        @Schema(description = "Households at most.") @NotNull @Min(1) @Max(100_000)
        Integer sampleSize,

        @Schema(description = "Fixed before the draw, best public; absent for a random one.")
        @Size(min = 1, max = 100)
        @Nullable
        String seed,

        @Schema(description = "Where the seed comes from; needed with it.") @Size(min = 1, max = 200) @Nullable
        String seedSource) {

    private static final int SEED_BYTES = 16;
    private static final SecureRandom RANDOM = new SecureRandom();

    @AssertTrue(message = "{seed-source}")
    @Schema(hidden = true)
    boolean isSeedTold() {
        return (seed == null) == (seedSource == null);
    }

    @AssertTrue(message = "{standings-once}")
    @Schema(hidden = true)
    boolean isUnrepeated() {
        return standings == null || standings.stream().distinct().count() == standings.size();
    }

    QualityCheck.Plan plan() {
        byte[] random = new byte[SEED_BYTES];
        RANDOM.nextBytes(random);
        return new QualityCheck.Plan(
                roundId,
                kind,
                Area.ofPrefix(target),
                checker == null ? null : Area.ofPrefix(checker),
                stratification,
                standings,
                sampleSize,
                seed == null ? HexFormat.of().formatHex(random) : seed,
                seedSource == null ? "random, by the service" : seedSource);
    }
}
