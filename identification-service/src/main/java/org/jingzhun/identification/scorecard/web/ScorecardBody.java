package org.jingzhun.identification.scorecard.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jingzhun.chassis.caller.Area;
import org.jingzhun.identification.scorecard.CardDraft;
import org.jingzhun.identification.scorecard.Mark;
import org.jingzhun.identification.scorecard.scoring.CardCheck;
import org.jingzhun.identification.scorecard.scoring.Direction;
import org.jingzhun.identification.scorecard.scoring.DraftCategory;
import org.jingzhun.identification.scorecard.scoring.Item;
import org.jingzhun.identification.scorecard.scoring.Mode;
import org.jspecify.annotations.Nullable;

/** A scorecard as clients write it. It may be unsound; the step CHECK tells. */
@Schema(name = "ScorecardBody")
public record ScorecardBody(
        @Schema(description = "Only with POST; letters, digits, dot, hyphen, underscore.")
        @Pattern(regexp = VERSION)
        @Nullable
        String version,

        @Schema(description = "Absent for that of the card it is based on.") @Nullable
        Direction direction,

        @Schema(description = "Whose households are scored with it, for example 451031 for a county's own variant.")
        @NotNull
        @Pattern(regexp = "\\d{2}|\\d{4}|\\d{6}|\\d{9}|\\d{12}")
        String division,

        @NotNull LocalDate validFrom,
        @Nullable LocalDate validTo,

        @Schema(description = "The document that sets it.") @NotBlank @Size(max = 500)
        String source,

        @Schema(description = "Absent for SOURCED.") @Nullable
        Mark mark,

        @Schema(description = "The version that it varies.") @Pattern(regexp = VERSION) @Nullable
        String basedOn,

        @Schema(description = "The highest score; absent for the sum of its categories.")
        @Min(1)
        @Max(CardCheck.HIGHEST_TOTAL)
        @Nullable
        Integer maxPoints,

        @Schema(description = "Absent for those of the card it is based on.") @Size(max = 128) @Valid @Nullable
        List<@NotNull CategoryBody> categories) {

    /** What a version looks like. */
    public static final String VERSION = "[A-Za-z0-9][A-Za-z0-9._-]{0,39}";

    /** Categories and items are codes without blanks. */
    static final String CODE = "[A-Za-z0-9][A-Za-z0-9._-]{0,19}";

    private static final int LONGEST_NAME = 200;

    /** A category as it is written. */
    @Schema(name = "ScorecardCategoryBody")
    public record CategoryBody(
            @NotNull @Pattern(regexp = CODE) String code,
            @NotBlank @Size(max = LONGEST_NAME) String nameZh,
            @NotBlank @Size(max = LONGEST_NAME) String nameEn,
            @NotNull Mode mode,
            @Min(0) @Max(CardCheck.HIGHEST_TOTAL) int maxPoints,
            @NotNull @Size(max = 128) List<@Valid @NotNull ItemBody> items) {

        private DraftCategory category() {
            return new DraftCategory(
                    code,
                    nameZh,
                    nameEn,
                    mode,
                    maxPoints,
                    items.stream()
                            .map(item -> new Item(item.code(), item.nameZh(), item.points()))
                            .toList());
        }
    }

    /** An item as it is written. */
    @Schema(name = "ScorecardItemBody")
    public record ItemBody(
            @NotNull @Pattern(regexp = CODE) String code,
            @NotBlank @Size(max = LONGEST_NAME) String nameZh,
            @Min(0) @Max(1000) int points) {}

    CardDraft draft() {
        return new CardDraft(
                direction,
                Area.ofPrefix(division),
                validFrom,
                validTo,
                source,
                mark == null ? Mark.SOURCED : mark,
                basedOn,
                maxPoints,
                categories == null
                        ? null
                        : categories.stream().map(CategoryBody::category).toList());
    }
}
