package org.jingzhun.funding.allocation;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.jingzhun.chassis.caller.Area;
import org.jingzhun.chassis.caller.CurrentCaller;
import org.jspecify.annotations.Nullable;

/** Completes what a plan leaves unsaid: the factors of its year, and the county of whoever draws it up. */
@ApplicationScoped
public class AllocationParameters {

    private static final long COUNTY = 1_000_000;

    private final ParameterSets sets;
    private final CurrentCaller caller;

    AllocationParameters(ParameterSets sets, CurrentCaller caller) {
        this.sets = sets;
        this.caller = caller;
    }

    /**
     * Factors and where they come from.
     *
     * @param set null if the plan names its own
     */
    public record Chosen(@Nullable String set, List<WeightedFactor> factors) {}

    /** @throws AllocationRefusal.ModeNotAvailable for any mode but FACTOR */
    public void requireAvailable(String mode) {
        if (!mode.equals("FACTOR")) {
            throw new AllocationRefusal.ModeNotAvailable(mode);
        }
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
            return Long.parseLong((said + "000000").substring(0, 12));
        }
        Area area = caller.get().area();
        if (area.from() % COUNTY == 0 && area.to() == area.from() + COUNTY - 1) {
            return area.from();
        }
        throw new AllocationRefusal.CountyMissing();
    }
}
