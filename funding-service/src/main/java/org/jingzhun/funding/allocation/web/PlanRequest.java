package org.jingzhun.funding.allocation.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jingzhun.funding.allocation.FactorCode;
import org.jingzhun.funding.allocation.VillageBound;
import org.jingzhun.funding.allocation.WeightedFactor;
import org.jingzhun.funding.ledger.money.Money;
import org.jingzhun.funding.ledger.web.NotNegativeMoney;
import org.jingzhun.funding.ledger.web.PositiveMoney;
import org.jspecify.annotations.Nullable;

/** What a client says of an allocation plan. */
@Schema(name = "AllocationPlanRequest")
record PlanRequest(
        @Pattern(regexp = "[1-9]\\d{5}(0{6})?")
        @Schema(description = "County that divides; left out by who is responsible for one county alone.")
        @Nullable
        String county,

        @NotNull UUID source,
        @Min(1986) @Max(2100) int year,
        @NotNull @PositiveMoney Money amount,
        @NotNull Mode mode,
        @Valid @Nullable ParametersRequest parameters,

        @Size(max = 100) @Schema(description = "Number of the document that will announce it.") @Nullable
        String documentNumber) {

    /** How money is divided (分配方式); only FACTOR can be had so far. */
    @Schema(name = "AllocationMode")
    enum Mode {
        FACTOR,
        COMPETITIVE,
        FIXED_STANDARD
    }

    /** The parameters of the factor formula. */
    @Schema(name = "FactorParameters")
    record ParametersRequest(
            @Size(max = 100)
            @Schema(description = "Takes the factors of this set; without it and factors, those of the year.")
            @Nullable
            String parameterSet,

            @Size(min = 1, max = 20) @Nullable List<@Valid FactorRequest> factors,

            @Schema(description = "The least that each village gets.") @NotNegativeMoney @Nullable
            Money floor,

            @Schema(description = "The most that each village gets.") @PositiveMoney @Nullable
            Money cap,

            @Schema(description = "Leaves out villages that are not designated poor villages.")
            boolean onlyPoorVillages,

            @Size(max = 10_000) @Schema(description = "Floors and caps of single villages.") @Nullable
            List<@Valid BoundRequest> bounds) {}

    /** A factor with its weight. */
    @Schema(name = "WeightedFactor")
    record FactorRequest(
            @NotNull FactorCode factor,

            @NotNull
            @Pattern(regexp = "0\\.(?!0+$)\\d{1,4}|1(\\.0{1,4})?")
            @Schema(description = "Fraction of the whole, at most four decimals; all sum to 1.", examples = "0.25")
            String weight,

            @Schema(description = "Whether less of it means more money.")
            boolean inverse) {

        WeightedFactor factorWithWeight() {
            return WeightedFactor.of(factor, weight, inverse);
        }

        static FactorRequest of(WeightedFactor factor) {
            return new FactorRequest(factor.factor(), factor.fraction(), factor.inverse());
        }
    }

    /** Floor and cap of one village, in place of the plan's. */
    @Schema(name = "VillageBound")
    record BoundRequest(
            @NotNull @Pattern(regexp = "[1-9]\\d{11}") String division,
            @NotNegativeMoney @Nullable Money floor,
            @PositiveMoney @Nullable Money cap) {

        VillageBound bound() {
            return new VillageBound(
                    Long.parseLong(division), floor == null ? 0 : floor.fen(), cap == null ? null : cap.fen());
        }

        static BoundRequest of(VillageBound bound) {
            return new BoundRequest(
                    Long.toString(bound.division()),
                    Money.ofFen(bound.floorFen()),
                    bound.capFen() == null ? null : Money.ofFen(bound.capFen()));
        }
    }
}
