package org.jingzhun.identification.statistics.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jingzhun.identification.division.DivisionCode;
import org.jingzhun.identification.statistics.PublishedMeasure;
import org.jingzhun.identification.statistics.PublishedMeasure.Definition;
import org.jingzhun.identification.statistics.multidimensional.Indicator;
import org.jingzhun.identification.statistics.multidimensional.Measure;
import org.jspecify.annotations.Nullable;

/** A multidimensional measure as it is shown and sent. */
@Schema(name = "MultidimensionalMeasure")
public record MeasureBody(
        @NotNull @Pattern(regexp = VERSION) String version,

        @Schema(description = "Where it holds, 12 digits.") @NotNull @Pattern(regexp = DivisionCode.PATTERN)
        String division,

        @NotNull @Min(2010) @Max(2100) Integer validFromYear,
        @Min(2010) @Max(2100) @Nullable Integer validToYear,

        @Schema(
                description =
                        "Weighted deprivations from which on a household is poor; at most the sum of the weights.")
        @NotNull
        @Min(1)
        @Max(10_000)
        Integer cutoff,

        @Schema(readOnly = true, description = "PUBLIC, UNSOURCED, or LOCAL for what was loaded.") @Nullable
        String mark,

        @Schema(description = "The document that set it.") @NotBlank @Size(max = 500)
        String source,

        @NotNull @NotEmpty @Size(max = Measure.MOST_INDICATORS)
        List<@NotNull @Valid IndicatorBody> indicators) {

    static final String VERSION = "[A-Z0-9-]{3,40}";
    private static final String LOCAL = "LOCAL";
    private static final String NAME = "[A-Z][A-Z_]{0,40}";

    /** One thing of which a household may be deprived. */
    @Schema(name = "MultidimensionalMeasureIndicator")
    public record IndicatorBody(
            @NotNull @Pattern(regexp = NAME) String code,
            @NotNull @Pattern(regexp = NAME) String dimension,
            @NotNull @Min(1) @Max(1000) Integer weight,
            @NotBlank @Size(max = 200) String nameZh,
            @NotBlank @Size(max = 200) String nameEn,

            @Schema(
                    description = "Items of the scorecard of which one holds, for example C01-01; or alone "
                            + PublishedMeasure.ILLITERATE + ": somebody of 15 or more years cannot read and write.")
            @NotNull
            @NotEmpty
            @Size(max = 50)
            List<@NotNull @Pattern(regexp = "[A-Z]\\d{2}-\\d{2}|" + PublishedMeasure.ILLITERATE) String> deprived,

            @Schema(readOnly = true) @Nullable String mark,

            @NotBlank @Size(max = 500) String source) {

        @AssertTrue(message = "{deprivation-of-one-kind}")
        @Schema(hidden = true)
        boolean isOfOneKind() {
            return deprived == null || deprived.size() == 1 || !deprived.contains(PublishedMeasure.ILLITERATE);
        }
    }

    @AssertTrue(message = "{cutoff-reachable}")
    @Schema(hidden = true)
    boolean isMeasurable() {
        return indicators == null
                || cutoff == null
                || indicators.stream().anyMatch(each -> each == null || each.weight() == null)
                || (indicators.stream().map(IndicatorBody::code).distinct().count() == indicators.size()
                        && cutoff
                                <= indicators.stream()
                                        .mapToInt(IndicatorBody::weight)
                                        .sum());
    }

    static MeasureBody of(PublishedMeasure published) {
        List<IndicatorBody> indicators = new ArrayList<>();
        for (int place = 0; place < published.definitions().size(); place++) {
            Indicator indicator = published.measure().indicators().get(place);
            Definition definition = published.definitions().get(place);
            indicators.add(new IndicatorBody(
                    indicator.code(),
                    indicator.dimension(),
                    indicator.weight(),
                    definition.nameZh(),
                    definition.nameEn(),
                    definition.deprived(),
                    definition.mark(),
                    definition.source()));
        }
        return new MeasureBody(
                published.measure().version(),
                DivisionCode.text(published.division()),
                published.validFromYear(),
                published.validToYear(),
                published.measure().cutoff(),
                published.mark(),
                published.source(),
                indicators);
    }

    PublishedMeasure measure() {
        return new PublishedMeasure(
                new Measure(
                        version,
                        indicators.stream()
                                .map(each -> new Indicator(each.code(), each.dimension(), each.weight()))
                                .toList(),
                        cutoff),
                DivisionCode.parse(division),
                validFromYear,
                validToYear,
                LOCAL,
                source,
                indicators.stream()
                        .map(each -> new Definition(
                                each.code(), each.nameZh(), each.nameEn(), each.deprived(), LOCAL, each.source()))
                        .toList());
    }
}
