package org.jingzhun.identification.income.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jingzhun.identification.income.Statement;
import org.jingzhun.identification.income.computing.Line;
import org.jingzhun.identification.money.Yuan;
import org.jspecify.annotations.Nullable;

/** What a household states of its income. */
@Schema(name = "IncomeBody")
public record IncomeBody(
        @NotNull UUID householdId,

        @Schema(description = "First day of the period, in Asia/Shanghai.") @NotNull
        LocalDate from,

        @Schema(description = "Last day of the period: not after today, less than a year after the first.") @NotNull
        LocalDate to,

        @Schema(description = "Version of the income rules; absent for those in force on the last day.")
        @Size(max = 40)
        @Nullable
        String rules,

        @Schema(description = "What was earned and spent in the period, each item of the rules once.")
        @NotNull
        @Size(min = 1, max = 200)
        List<@NotNull @Valid LineBody> lines,

        @Schema(description = "Who said so for the household.") @NotBlank @Size(max = 50)
        String statedBy,

        @Schema(description = "Where it can be seen: payslips, photos, a booklet.") @Size(max = 500) @Nullable
        String evidence,

        @Schema(description = "Id of the record whose place this one takes.") @Nullable
        UUID corrects) {

    /** An item with its amount. */
    @Schema(name = "IncomeLine")
    public record LineBody(
            @NotBlank @Size(max = 40) String item,

            @Schema(description = "Yuan in the whole period, for example 1234.50.")
            @NotNull
            @Pattern(regexp = Yuan.PATTERN)
            String amount) {}

    Statement statement() {
        return new Statement(
                householdId,
                from,
                to,
                rules,
                lines.stream()
                        .map(line -> new Line(line.item(), Yuan.toFen(line.amount())))
                        .toList(),
                statedBy,
                evidence,
                corrects);
    }
}
