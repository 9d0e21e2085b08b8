package org.jingzhun.pairing.planning.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jingzhun.chassis.http.Problem;
import org.jingzhun.chassis.http.Problem.FieldError;
import org.jingzhun.chassis.http.ProblemException;
import org.jingzhun.pairing.access.Divisions;
import org.jingzhun.pairing.pairing.matching.Weights;
import org.jspecify.annotations.Nullable;

/** An order for a pairing plan. */
@Schema(name = "PairingPlanBody")
public record PlanBody(
        @Pattern(regexp = Divisions.COUNTY)
        @Schema(
                description =
                        "County whose households are paired: 6 or 12 digits. One of county and division is named.")
        @Nullable
        String county,

        @Pattern(regexp = Divisions.ANY)
        @Schema(description = "County, city or region whose households are paired: 2, 4, 6 or 12 digits.")
        @Nullable
        String division,

        @Valid @Schema(description = "Where this plan departs from the policies in force.") @Nullable
        Policies policies) {

    /** What may be set for one plan. */
    @Schema(name = "PairingPlanPolicies")
    public record Policies(
            @Schema(description = "Whether exited households without a helper get one; true if absent.") @Nullable
            Boolean includeExited,

            @Min(0)
            @Max(10_000_000)
            @Schema(description = "Households that may get another helper than they have; no limit if absent.")
            @Nullable
            Integer mostMoves,

            @Valid @Nullable WeightsBody weights,

            @Schema(
                    description =
                            "Whether the households of each helper must lie in one or adjacent hamlets; as the policy hamlet-rule says if absent.")
            @Nullable
            Boolean oneOrAdjacentHamlets) {}

    /** Weights of the cost terms; what is absent is as the policy says. */
    @Schema(name = "PairingWeights")
    public record WeightsBody(
            @Min(0) @Max(Weights.LARGEST) @Nullable Integer unitVillage,
            @Min(0) @Max(Weights.LARGEST) @Nullable Integer homeVillage,
            @Min(0) @Max(Weights.LARGEST) @Nullable Integer skill,
            @Min(0) @Max(Weights.LARGEST) @Nullable Integer language,
            @Min(0) @Max(Weights.LARGEST) @Nullable Integer standing,
            @Min(0) @Max(Weights.LARGEST) @Nullable Integer load,
            @Min(0) @Max(Weights.LARGEST) @Nullable Integer distance,
            @Min(0) @Max(Weights.LARGEST) @Nullable Integer rankQuota) {

        Weights over(Weights policy) {
            return new Weights(
                    unitVillage == null ? policy.unitVillage() : unitVillage,
                    homeVillage == null ? policy.homeVillage() : homeVillage,
                    skill == null ? policy.skill() : skill,
                    language == null ? policy.language() : language,
                    standing == null ? policy.standing() : standing,
                    load == null ? policy.load() : load,
                    distance == null ? policy.distance() : distance,
                    rankQuota == null ? policy.rankQuota() : rankQuota);
        }
    }

    /**
     * What is named.
     *
     * @throws org.jingzhun.chassis.http.ProblemException if it is neither of the two or both
     */
    String place() {
        if ((county == null) == (division == null)) {
            throw Problem.of(422, "county-or-division")
                    .with(new FieldError("/county", "county-or-division", null))
                    .asException();
        }
        return county == null ? Objects.requireNonNull(division) : county;
    }

    /** The place that is named is none for which the caller may order a plan; told at the field that names it. */
    ProblemException noCounty() {
        return Problem.of(422, "no-county", place())
                .with(new FieldError(county == null ? "/division" : "/county", "no-county", null))
                .asException();
    }

    boolean includeExited() {
        return policies == null || policies.includeExited() == null || policies.includeExited();
    }

    @Nullable
    Integer mostMoves() {
        return policies == null ? null : policies.mostMoves();
    }

    @Nullable
    Boolean oneOrAdjacentHamlets() {
        return policies == null ? null : policies.oneOrAdjacentHamlets();
    }

    @Nullable
    Weights weightsOver(Weights policy) {
        return policies == null || policies.weights() == null
                ? null
                : policies.weights().over(policy);
    }
}
