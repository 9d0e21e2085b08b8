package org.jingzhun.identification.exit.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jingzhun.identification.division.DivisionCode;
import org.jingzhun.identification.exit.Comparison;
import org.jingzhun.identification.exit.Criterion;
import org.jingzhun.identification.exit.Evaluation;
import org.jingzhun.identification.exit.ExitStandard;
import org.jingzhun.identification.exit.Measurer;
import org.jingzhun.identification.exit.Subject;
import org.jingzhun.identification.exit.Weight;
import org.jspecify.annotations.Nullable;

/** A standard of exit as it is shown and sent. */
@Schema(name = "ExitStandard")
public record ExitStandardBody(
        @NotNull @Pattern(regexp = "[A-Z0-9-]{3,40}") String version,
        @NotNull Subject subject,

        @Schema(description = "Where it holds, 12 digits.") @NotNull @Pattern(regexp = DivisionCode.PATTERN)
        String division,

        @NotNull @Min(2010) @Max(2100) Integer validFromYear,
        @Min(2010) @Max(2100) @Nullable Integer validToYear,

        @Schema(description = "Whether a plan that names no standard takes it.") @NotNull
        Boolean byDefault,

        @NotBlank @Size(max = 200) String nameZh,
        @NotBlank @Size(max = 200) String nameEn,

        @Schema(readOnly = true, description = "PUBLIC, UNVERIFIED, or LOCAL for what was loaded.") @Nullable
        String mark,

        @Schema(description = "The document that set it.") @NotBlank @Size(max = 500)
        String source,

        @NotNull @NotEmpty @Size(max = 50) List<@NotNull @Valid CriterionBody> criteria) {

    private static final String LOCAL = "LOCAL";

    /** A criterion; its place in the list is its number. */
    @Schema(name = "ExitCriterion")
    public record CriterionBody(
            @NotNull @Pattern(regexp = "[A-Z][A-Z_]{0,40}") String code,
            @NotBlank @Size(max = 500) String nameZh,
            @NotBlank @Size(max = 500) String nameEn,
            @NotNull Weight weight,
            @NotNull Comparison comparison,

            @Schema(description = "What AT_LEAST and LESS_THAN compare with; at most two decimals.")
            @Pattern(regexp = "\\d{1,9}(\\.\\d{1,2})?")
            @Nullable
            String value,

            @Size(min = 1, max = 50) @Nullable String unit,

            @Schema(
                    description = "REGISTER for the incidence alone; EVALUATION for WRONG_EXIT, MISSED and"
                            + " SATISFACTION; TEAM when absent.")
            @Nullable
            Measurer measuredBy,

            @Schema(readOnly = true) @Nullable String mark,

            @NotBlank @Size(max = 500) String source) {

        @AssertTrue(message = "{criterion-comparable}")
        @Schema(hidden = true)
        boolean isComparable() {
            boolean compares = comparison == Comparison.AT_LEAST || comparison == Comparison.LESS_THAN;
            return code == null
                    || (compares == (value != null)
                            && (measuredBy != Measurer.REGISTER || comparison == Comparison.LESS_THAN)
                            && (measuredBy != Measurer.EVALUATION || (compares && Evaluation.measures(code))));
        }

        static CriterionBody of(Criterion criterion) {
            BigDecimal value = criterion.value();
            return new CriterionBody(
                    criterion.code(),
                    criterion.nameZh(),
                    criterion.nameEn(),
                    criterion.weight(),
                    criterion.comparison(),
                    value == null ? null : value.toPlainString(),
                    criterion.unit(),
                    criterion.measuredBy(),
                    criterion.mark(),
                    criterion.source());
        }

        Criterion criterion(int number) {
            return new Criterion(
                    number,
                    code,
                    nameZh,
                    nameEn,
                    weight,
                    comparison,
                    value == null ? null : new BigDecimal(value),
                    unit,
                    measuredBy == null ? Measurer.TEAM : measuredBy,
                    LOCAL,
                    source);
        }
    }

    @AssertTrue(message = "{criteria-decidable}")
    @Schema(hidden = true)
    boolean isDecidable() {
        return criteria == null
                || criteria.contains(null)
                || (criteria.stream().anyMatch(each -> each.weight() == Weight.DECISIVE)
                        && criteria.stream().map(CriterionBody::code).distinct().count() == criteria.size());
    }

    static ExitStandardBody of(ExitStandard standard) {
        return new ExitStandardBody(
                standard.version(),
                standard.subject(),
                DivisionCode.text(standard.division()),
                standard.validFromYear(),
                standard.validToYear(),
                standard.byDefault(),
                standard.nameZh(),
                standard.nameEn(),
                standard.mark(),
                standard.source(),
                standard.criteria().stream().map(CriterionBody::of).toList());
    }

    ExitStandard standard() {
        List<Criterion> numbered = new ArrayList<>();
        for (CriterionBody each : criteria) {
            numbered.add(each.criterion(numbered.size() + 1));
        }
        return new ExitStandard(
                version,
                subject,
                DivisionCode.parse(division),
                validFromYear,
                validToYear,
                byDefault,
                nameZh,
                nameEn,
                LOCAL,
                source,
                numbered);
    }
}
