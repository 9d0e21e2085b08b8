package org.jingzhun.funding.allocation.web;

import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jingzhun.funding.allocation.CriteriaSets;
import org.jingzhun.funding.allocation.FactorCode;
import org.jingzhun.funding.allocation.FixedStandards;
import org.jingzhun.funding.allocation.IncentiveSets;
import org.jingzhun.funding.allocation.ParameterSet;
import org.jingzhun.funding.allocation.ParameterSets;
import org.jingzhun.funding.ledger.money.Money;
import org.jspecify.annotations.Nullable;

/** Dated sets of factors and weights, percentages by grade, fixed standards, and criteria of competitions. */
@Path("/v1")
@Tag(name = "Allocation")
@Authenticated
@RunOnVirtualThread
@Produces(MediaType.APPLICATION_JSON)
public class ParameterSetResource {

    private final ParameterSets sets;
    private final IncentiveSets incentives;
    private final FixedStandards standards;
    private final CriteriaSets criteria;

    ParameterSetResource(
            ParameterSets sets, IncentiveSets incentives, FixedStandards standards, CriteriaSets criteria) {
        this.sets = sets;
        this.incentives = incentives;
        this.standards = standards;
        this.criteria = criteria;
    }

    /** A parameter set as seen from outside. */
    @Schema(name = "ParameterSet")
    record ParameterSetView(
            String code,
            LocalDate validFrom,
            @Nullable LocalDate validTo,
            List<PlanRequest.FactorRequest> factors,

            @Schema(description = "Document behind each weight, with the mark of its evidence.")
            List<String> source) {

        static ParameterSetView of(ParameterSet set) {
            return new ParameterSetView(
                    set.code(),
                    set.validFrom(),
                    set.validTo(),
                    set.factors().stream().map(PlanRequest.FactorRequest::of).toList(),
                    set.source());
        }
    }

    /** What a grade of performance takes away or adds. */
    @Schema(name = "GradeIncentive")
    record IncentiveView(
            String set,
            LocalDate validFrom,
            @Nullable LocalDate validTo,
            String grade,
            String deduction,
            String reward,
            String source) {}

    /** An amount for each unit. */
    @Schema(name = "FixedStandard")
    record StandardView(
            String code,
            LocalDate validFrom,
            @Nullable LocalDate validTo,
            FactorCode counts,
            Money amount,
            String source) {}

    /** Criteria of competitions. */
    @Schema(name = "CriteriaSet")
    record CriteriaView(
            String code,
            LocalDate validFrom,
            @Nullable LocalDate validTo,

            @Schema(description = "How many different persons must appraise each proposal.")
            int appraisers,

            List<CriterionView> criteria,
            List<String> source) {}

    /** A criterion with its weight. */
    @Schema(name = "Criterion")
    record CriterionView(String code, String weight) {}

    @GET
    @Path("/allocation-incentive-sets")
    @Operation(operationId = "listIncentiveSets", summary = "Percentages by grade of performance that plans can use")
    public List<IncentiveView> listIncentives() {
        return incentives.list().stream()
                .map(i -> new IncentiveView(
                        i.set(),
                        i.validFrom(),
                        i.validTo(),
                        i.grade(),
                        Fractions.text(i.deduction()),
                        Fractions.text(i.reward()),
                        i.source()))
                .toList();
    }

    @GET
    @Path("/fixed-standards")
    @Operation(operationId = "listFixedStandards", summary = "Amounts for each village, head or first secretary")
    public List<StandardView> listStandards() {
        return standards.list().stream()
                .map(s -> new StandardView(s.code(), s.validFrom(), s.validTo(), s.counts(), s.amount(), s.source()))
                .toList();
    }

    @GET
    @Path("/selection-criteria")
    @Operation(operationId = "listCriteriaSets", summary = "Criteria by which proposals of competitions are appraised")
    public List<CriteriaView> listCriteria() {
        return criteria.list().stream()
                .map(set -> new CriteriaView(
                        set.code(),
                        set.validFrom(),
                        set.validTo(),
                        set.appraisers(),
                        set.criteria().stream()
                                .map(c -> new CriterionView(c.code(), Fractions.text(c.weight())))
                                .toList(),
                        set.source()))
                .toList();
    }

    @GET
    @Path("/allocation-parameter-sets")
    @Operation(operationId = "listParameterSets", summary = "Sets of factors and weights that plans can use")
    public List<ParameterSetView> list() {
        return sets.list().stream().map(ParameterSetView::of).toList();
    }
}
