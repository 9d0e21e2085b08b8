package org.jingzhun.identification.special.web;

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
import org.jingzhun.identification.division.DivisionCode;
import org.jingzhun.identification.special.Rulebook;
import org.jingzhun.identification.special.facts.Parameter;
import org.jspecify.annotations.Nullable;

/** A version of a rule as clients send it. */
@Schema(name = "SpecialRuleBody")
public record SpecialRuleBody(
        @NotNull @Pattern(regexp = "[A-Z0-9-]{3,40}") String version,
        @NotNull Parameter.Rule rule,

        @Schema(description = "Where it holds; the smallest division that contains a place wins.")
        @NotNull
        @Pattern(regexp = DivisionCode.PATTERN)
        String division,

        @NotNull LocalDate validFrom,
        @Nullable LocalDate validTo,

        @Schema(description = "All parameters of the rule, each once.") @NotNull @Size(min = 1, max = 50)
        List<@NotNull @Valid Value> parameters,

        @Schema(description = "The document that sets it.") @NotBlank @Size(max = 500)
        String source) {

    /** A number of the rule. */
    @Schema(name = "SpecialRuleValue")
    public record Value(
            @NotNull Parameter parameter,
            @NotNull @Min(0) @Max(200) Integer value) {}

    List<Rulebook.Line> lines() {
        return parameters.stream()
                .map(each -> new Rulebook.Line(
                        version,
                        rule,
                        DivisionCode.parse(division),
                        validFrom,
                        validTo,
                        each.parameter(),
                        each.value(),
                        "LOCAL",
                        source))
                .toList();
    }
}
