package org.jingzhun.funding.allocation.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jingzhun.funding.allocation.AllocationRefusal;
import org.jingzhun.funding.allocation.FactorCode;
import org.jingzhun.funding.allocation.KindCap;
import org.jingzhun.funding.allocation.Level;
import org.jingzhun.funding.allocation.Mode;
import org.jingzhun.funding.allocation.PlaceBound;
import org.jingzhun.funding.allocation.PlaceIncentive;
import org.jingzhun.funding.allocation.WeightedFactor;
import org.jingzhun.funding.ledger.money.Money;
import org.jingzhun.funding.ledger.web.NotNegativeMoney;
import org.jingzhun.funding.ledger.web.PositiveMoney;
import org.jspecify.annotations.Nullable;

/** What a client says of an allocation plan. */
@Schema(name = "AllocationPlanRequest")
record PlanRequest(
        @Pattern(regexp = "[1-9]\\d{5}(0{6})?")
        @Schema(
                description =
                        "County, city or region that divides, 6 or 12 digits; left out by who is responsible for one"
                                + " county alone.")
        @Nullable
        String county,

        @NotNull UUID source,
        @Min(1986) @Max(2100) int year,

        @NotNull
        @PositiveMoney
        @Schema(
                description =
                        "What is divided; of a fixed standard and a competition the most that is given: the rest stays"
                                + " in the budget.")
        Money amount,

        @NotNull Mode mode,
        @Valid @Nullable ParametersRequest parameters,

        @Size(max = 100) @Schema(description = "Number of the document that will announce it.") @Nullable
        String documentNumber) {

    static final String DIVISION = "[1-9]\\d{11}";
    static final String FRACTION = "0(\\.\\d{1,4})?|1(\\.0{1,4})?";

    /** The parameters of a plan; which ones it may have depends on its mode. */
    @Schema(name = "AllocationParameters")
    record ParametersRequest(
            @Schema(description = "Level of the receivers; villages if unsaid.") @Nullable
            Level level,

            @Size(max = 100)
            @Schema(description = "FACTOR: takes the factors of this set; without it and factors, those of the year.")
            @Nullable
            String parameterSet,

            @Size(min = 1, max = 20) @Nullable List<@NotNull @Valid FactorRequest> factors,

            @Schema(description = "FACTOR: the least that each receiver gets.") @NotNegativeMoney @Nullable
            Money floor,

            @Schema(description = "FACTOR: the most that each receiver gets.") @PositiveMoney @Nullable
            Money cap,

            @Valid @Nullable HeadCapRequest capPerHead,

            @Schema(description = "Leaves out receivers without a designated poor village.")
            boolean onlyPoorVillages,

            @Size(max = 10_000)
            @Schema(
                    description =
                            "FACTOR: floors and caps of single receivers. COMPETITIVE: caps of divisions of any level.")
            @Nullable
            List<@NotNull @Valid BoundRequest> bounds,

            @Valid @Nullable IncentivesRequest incentives,
            @Valid @Nullable StandardRequest standard,
            @Valid @Nullable CompetitionRequest competition) {}

    /** A factor with its weight. */
    @Schema(name = "WeightedFactor")
    record FactorRequest(
            @NotNull FactorCode factor,

            @NotNull
            @Pattern(regexp = "0\\.(?!0+$)\\d{1,4}|1(\\.0{1,4})?")
            @Schema(description = "Fraction of the whole, at most four decimals; all sum to 1.", examples = "0.25")
            String weight,

            @Schema(description = "Whether less of it means more money.")
            boolean inverse,

            @Schema(description = "The factor table that has the values; exactly with TABLE.") @Nullable
            UUID table) {

        /** @throws AllocationRefusal if a table is named where none belongs, or is missing */
        WeightedFactor factorWithWeight() {
            if ((factor == FactorCode.TABLE) != (table != null)) {
                throw AllocationRefusal.tableMismatch(factor);
            }
            return WeightedFactor.of(factor, weight, inverse, table);
        }

        static FactorRequest of(WeightedFactor factor) {
            return new FactorRequest(factor.factor(), factor.fraction(), factor.inverse(), factor.tableId());
        }
    }

    /** The most for each head of a receiver. */
    @Schema(name = "CapPerHead")
    record HeadCapRequest(
            @NotNull @PositiveMoney Money amount,

            @NotNull
            @Schema(
                    description =
                            "What counts as a head: POOR_PERSONS, RURAL_PERSONS, ...; never FIRST_SECRETARIES or TABLE.")
            FactorCode heads) {}

    /** Floor and cap of one division, in place of the plan's. */
    @Schema(name = "PlaceBound")
    record BoundRequest(
            @NotNull @Pattern(regexp = DIVISION) String division,
            @NotNegativeMoney @Nullable Money floor,
            @PositiveMoney @Nullable Money cap) {

        PlaceBound bound() {
            return new PlaceBound(
                    Long.parseLong(division), floor == null ? 0 : floor.fen(), cap == null ? null : cap.fen());
        }

        static BoundRequest of(PlaceBound bound) {
            return new BoundRequest(
                    Long.toString(bound.division()),
                    Money.ofFen(bound.floorFen()),
                    bound.capFen() == null ? null : Money.ofFen(bound.capFen()));
        }
    }

    /** FACTOR: deductions for poor performance, rewards for good performance or an early exit. */
    @Schema(name = "AllocationIncentives")
    record IncentivesRequest(
            @Size(max = 100) @Schema(description = "Percentages by grade; see /v1/allocation-incentive-sets.") @Nullable
            String set,

            @Min(1986) @Max(2100) @Schema(description = "Year whose published grades count.") @Nullable
            Integer evaluationYear,

            @Pattern(regexp = "0(\\.\\d{1,4})?")
            @Schema(description = "Fraction of the amount that is set aside for rewards.", examples = "0.05")
            @Nullable
            String reserve,

            @Size(max = 10_000)
            @Schema(description = "Deductions and rewards of single receivers, in place of what the grade brings.")
            @Nullable
            List<@NotNull @Valid PlaceIncentiveRequest> places) {}

    /** A deduction or reward of one receiver. */
    @Schema(name = "PlaceIncentive")
    record PlaceIncentiveRequest(
            @NotNull @Pattern(regexp = DIVISION) String division,
            @Pattern(regexp = FRACTION) @Nullable String deduction,
            @Pattern(regexp = FRACTION) @Nullable String reward,
            @NotBlank @Size(max = 500) String reason,
            @NotBlank @Size(max = 100) String documentNumber) {

        PlaceIncentive incentive() {
            return new PlaceIncentive(
                    Long.parseLong(division),
                    Fractions.basisPoints(deduction),
                    Fractions.basisPoints(reward),
                    reason,
                    documentNumber);
        }

        static PlaceIncentiveRequest of(PlaceIncentive incentive) {
            return new PlaceIncentiveRequest(
                    Long.toString(incentive.division()),
                    Fractions.text(incentive.deduction()),
                    Fractions.text(incentive.reward()),
                    incentive.reason(),
                    incentive.documentNumber());
        }
    }

    /** FIXED_STANDARD: a dated standard, or a rate of the plan's own and what it is for. */
    @Schema(name = "FixedStandardParameters")
    record StandardRequest(
            @Size(max = 100) @Schema(description = "Code of a dated standard; see /v1/fixed-standards.") @Nullable
            String code,

            @PositiveMoney @Schema(description = "Without a code: the amount for each unit.") @Nullable
            Money rate,

            @Schema(description = "What the units are; without it what the dated standard says.") @Nullable
            FactorCode counts,

            @Schema(description = "The factor table that counts the units, for TABLE.") @Nullable
            UUID table) {}

    /** COMPETITIVE: by what proposals are appraised, and what limits them beside the amount. */
    @Schema(name = "CompetitionParameters")
    record CompetitionRequest(
            @Size(max = 100) @Schema(description = "Set of criteria; without it that of the year.") @Nullable
            String criteriaSet,

            @Pattern(regexp = "\\d{1,2}(\\.\\d{1,2})?|100(\\.0{1,2})?")
            @Schema(description = "Points of 100 that a proposal needs.", examples = "60.00")
            @Nullable
            String minimumScore,

            @Size(max = 50) @Nullable List<@NotNull @Valid KindCapRequest> kindCaps) {}

    /** The most for all proposals of a kind. */
    @Schema(name = "KindCap")
    record KindCapRequest(
            @NotBlank @Size(max = 50) @Schema(description = "A code of the list proposal-kind.")
            String kind,

            @NotNull @PositiveMoney Money cap) {

        KindCap kindCap() {
            return new KindCap(kind, cap.fen());
        }

        static KindCapRequest of(KindCap cap) {
            return new KindCapRequest(cap.kind(), Money.ofFen(cap.capFen()));
        }
    }
}
