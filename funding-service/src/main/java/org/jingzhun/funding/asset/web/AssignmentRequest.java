package org.jingzhun.funding.asset.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jingzhun.chassis.caller.Area;
import org.jingzhun.funding.asset.AssignmentOrder;
import org.jingzhun.funding.asset.ShareAssignment;
import org.jingzhun.funding.ledger.money.Money;
import org.jingzhun.funding.ledger.web.NotNegativeMoney;
import org.jingzhun.funding.ledger.web.PositiveMoney;
import org.jspecify.annotations.Nullable;

/** What a client asks for when shares are to be given, or taken back. */
@Schema(name = "ShareAssignmentRequest")
record AssignmentRequest(
        @NotNull ShareAssignment.Kind kind,

        @Schema(description = "EQUAL if absent.") ShareAssignment.@Nullable Mode mode,

        @NotNull @Schema(description = "First day on which the new shares are held.")
        LocalDate effectiveOn,

        @PositiveMoney @Schema(description = "Value to divide; all that nobody holds, if absent.") @Nullable
        Money amount,

        @Pattern(regexp = "[1-9]\\d{11}")
        @Schema(
                description = "Village whose collective takes what does not divide, or gives its shares to others; the"
                        + " asset's own village if absent.")
        @Nullable
        String collective,

        @PositiveMoney @Schema(description = "Shares are whole multiples of it; one yuan if absent.") @Nullable
        Money unit,

        @NotNegativeMoney
        @Schema(
                description = "The least that makes a share worth having. When the value does not suffice for all,"
                        + " households without labour are served first.")
        @Nullable
        Money minimum,

        @Pattern(regexp = "\\d{6}|\\d{9}|\\d{12}")
        @Schema(description = "All poor households of this division are candidates.")
        @Nullable
        String division,

        @Schema(description = "Whether only households in which nobody can work are candidates.")
        boolean onlyWithoutLabour,

        @Size(max = 1000) @Schema(description = "Candidates by name, instead of a division.") @Nullable
        List<@NotNull @Valid CandidateRequest> candidates,

        @Size(max = 1000)
        @Schema(description = "For a RETURN: households whose leaving the register does not tell.")
        @Nullable
        List<@NotNull @Valid DepartedRequest> leaving,

        @NotBlank @Size(max = 100) @Schema(description = "Document of the decision.")
        String documentNumber) {

    /** A candidate by name. */
    @Schema(name = "ShareCandidate")
    record CandidateRequest(
            @NotNull UUID household,

            @Min(1) @Max(1_000_000) @Schema(description = "For the mode WEIGHTED; 1 if absent.") @Nullable
            Integer weight,

            @Schema(description = "The officer's finding, by the document; the register's if absent.") @Nullable
            Boolean withoutLabour) {}

    /** A household that died out or moved away. */
    @Schema(name = "DepartedHolder")
    record DepartedRequest(@NotNull UUID household, @NotNull AssignmentOrder.Reason reason) {}

    AssignmentOrder order() {
        return new AssignmentOrder(
                kind,
                Objects.requireNonNullElse(mode, ShareAssignment.Mode.EQUAL),
                effectiveOn,
                amount,
                collective == null ? null : Long.valueOf(collective),
                Objects.requireNonNullElse(unit, Money.ofYuan(1)),
                Objects.requireNonNullElse(minimum, Money.ZERO),
                division == null ? null : Area.ofPrefix(division),
                onlyWithoutLabour,
                listOf(candidates).stream()
                        .map(c -> new AssignmentOrder.Named(
                                c.household(), Objects.requireNonNullElse(c.weight(), 1), c.withoutLabour()))
                        .toList(),
                listOf(leaving).stream()
                        .map(l -> new AssignmentOrder.Departed(l.household(), l.reason()))
                        .toList(),
                documentNumber.strip());
    }

    private static <T> List<T> listOf(@Nullable List<T> said) {
        return said == null ? List.of() : said;
    }
}
