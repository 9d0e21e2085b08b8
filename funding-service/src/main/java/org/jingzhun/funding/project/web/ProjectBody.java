package org.jingzhun.funding.project.web;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jingzhun.chassis.http.Problem;
import org.jingzhun.funding.ledger.money.Money;
import org.jingzhun.funding.ledger.web.PositiveMoney;
import org.jingzhun.funding.project.Nature;
import org.jingzhun.funding.project.Proposal;
import org.jspecify.annotations.Nullable;

/** What a client says of a project. */
@Schema(name = "ProjectRequest")
record ProjectBody(
        @NotNull
        @Pattern(regexp = "[1-9]\\d{5}0{6}|[1-9]\\d{11}")
        @Schema(description = "Village or county that it is for.")
        String division,

        @Min(1986) @Max(2100) int year,
        @NotBlank @Size(max = 200) String name,

        @NotNull @Pattern(regexp = "[A-Z][A-Z0-9_]{0,39}") @Schema(description = "A code of the list project-class.")
        String projectClass,

        @NotNull Nature nature,
        @NotBlank @Size(max = 200) String place,
        @NotNull LocalDate plannedFrom,
        @NotNull LocalDate plannedTo,
        @NotBlank @Size(max = 100) String responsibleUnit,
        @NotBlank @Size(max = 1000) String task,

        @NotNull @PositiveMoney @Schema(description = "What it will cost.")
        Money amount,

        @NotNull @Pattern(regexp = "[A-Z][A-Z0-9_]{0,39}") @Schema(description = "A code of the list source-kind.")
        String sourceKind,

        @Size(min = 1, max = 1000) @Schema(description = "Without it a project does not enter the library.") @Nullable
        String performanceTarget,

        @Pattern(regexp = "[A-Z][A-Z0-9_]{0,39}")
        @Schema(description = "How the poor gain by it: a code of the list benefit-link. No entry without it.")
        @Nullable
        String benefitLink,

        @Size(min = 1, max = 1000) @Schema(description = "How people take part in it.") @Nullable
        String participation,

        @NotNull
        @Pattern(regexp = "[A-Z][A-Z0-9_]{0,39}")
        @Schema(description = "A code of the list BATCHES of its place.")
        String batch,

        @NotNull
        @Pattern(regexp = "[A-Z][A-Z0-9_]{0,39}")
        @Schema(description = "A code of the list ACTIONS of its place.")
        String action,

        @Pattern(regexp = "[A-Z][A-Z0-9_]{0,39}")
        @Schema(description = "A code of the list PROGRAMMES of its place.")
        @Nullable
        String programme,

        @Pattern(regexp = "[A-Z][A-Z0-9_]{0,39}")
        @Schema(description = "A code of the menu of industries of its village or county.")
        @Nullable
        String industry) {

    Proposal proposal() {
        if (plannedTo.isBefore(plannedFrom)) {
            throw Problem.of(422, "ends-before-it-begins").asException();
        }
        return new Proposal(
                Long.parseLong(division),
                year,
                name.strip(),
                projectClass,
                nature,
                place,
                plannedFrom,
                plannedTo,
                responsibleUnit,
                task,
                amount,
                sourceKind,
                performanceTarget,
                benefitLink,
                participation,
                batch,
                action,
                programme,
                industry);
    }
}
