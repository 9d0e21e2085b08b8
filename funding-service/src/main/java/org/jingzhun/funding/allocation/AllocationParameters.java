package org.jingzhun.funding.allocation;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.jingzhun.chassis.caller.Area;
import org.jingzhun.chassis.caller.CurrentCaller;
import org.jingzhun.funding.allocation.formula.Factor;
import org.jingzhun.funding.ledger.money.Money;
import org.jspecify.annotations.Nullable;

/** Completes what a plan leaves unsaid: the factors of its year, and the county of whoever draws it up. */
@ApplicationScoped
public class AllocationParameters {

    private static final long COUNTY = 1_000_000;

    private final ParameterSets sets;
    private final FixedStandards standards;
    private final CriteriaSets criteriaSets;
    private final CurrentCaller caller;

    AllocationParameters(
            ParameterSets sets, FixedStandards standards, CriteriaSets criteriaSets, CurrentCaller caller) {
        this.sets = sets;
        this.standards = standards;
        this.criteriaSets = criteriaSets;
        this.caller = caller;
    }

    /**
     * Factors and where they come from.
     *
     * @param set null if the plan names its own
     */
    public record Chosen(@Nullable String set, List<WeightedFactor> factors) {}

    /**
     * What a fixed standard gives for each unit, and what its units are.
     *
     * @param code null if the plan names its own rate
     */
    public record Rate(@Nullable String code, Money amount, WeightedFactor counts) {}

    /**
     * The dated standard of a year, or the plan's own.
     *
     * @param code of a dated standard; null if the plan names a rate and what it counts
     * @param own the plan's own rate
     * @param counts what the units are, null to take what the standard says
     * @param table that counts them, null without
     * @throws AllocationRefusal.UnfitTerms if it is unknown or says too little
     */
    public Rate standard(
            @Nullable String code, @Nullable Money own, @Nullable FactorCode counts, @Nullable UUID table, int year) {
        if (code != null) {
            var known = standards
                    .find(code, year)
                    .orElseThrow(() -> new AllocationRefusal.UnfitTerms(TermsFlaw.UNKNOWN_STANDARD, code));
            return new Rate(code, known.amount(), counting(counts == null ? known.counts() : counts, table));
        }
        if (own == null || counts == null) {
            throw new AllocationRefusal.UnfitTerms(TermsFlaw.STANDARD_INCOMPLETE, "FIXED_STANDARD");
        }
        return new Rate(null, own, counting(counts, table));
    }

    private static WeightedFactor counting(FactorCode counts, @Nullable UUID table) {
        if ((counts == FactorCode.TABLE) != (table != null)) {
            throw new AllocationRefusal.UnfitTerms(TermsFlaw.STANDARD_INCOMPLETE, counts.name());
        }
        return new WeightedFactor(counts, Factor.WHOLE, false, table);
    }

    /**
     * The criteria that a competition names, else those of its year.
     *
     * @return their code
     * @throws AllocationRefusal.UnfitTerms if there are none
     */
    public String criteria(@Nullable String said, int year) {
        var found = said == null ? criteriaSets.findForYear(year) : criteriaSets.find(said);
        return found.map(CriteriaSets.CriteriaSet::code)
                .orElseThrow(() -> new AllocationRefusal.UnfitTerms(
                        TermsFlaw.UNKNOWN_CRITERIA_SET, said == null ? "of " + year : said));
    }

    /**
     * The plan's own factors, else those of the set that it names, else those of its year.
     *
     * @throws AllocationRefusal.UnknownParameterSet if there are none
     */
    public Chosen choose(@Nullable String set, List<WeightedFactor> own, int year) {
        if (!own.isEmpty()) {
            return new Chosen(null, own);
        }
        var found = set == null ? sets.findForYear(year) : sets.find(set);
        return found.map(known -> new Chosen(known.code(), known.factors()))
                .orElseThrow(() -> new AllocationRefusal.UnknownParameterSet(
                        set == null ? "of " + year : set,
                        sets.list().stream().map(ParameterSet::code).toList()));
    }

    /**
     * @param said 6 or 12 digits, null if unsaid
     * @return 12 digits
     * @throws AllocationRefusal.CountyMissing if it is unsaid and the caller's area is not one county
     */
    public long county(@Nullable String said) {
        if (said != null) {
            return Area.ofPrefix(said).from();
        }
        Area area = caller.get().area();
        if (area.from() % COUNTY == 0 && area.to() == area.from() + COUNTY - 1) {
            return area.from();
        }
        throw new AllocationRefusal.CountyMissing();
    }
}
