package org.jingzhun.pairing.pairing.matching;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;

/**
 * The proof that an assignment is the cheapest there is (最优性证明), checked without the solver and without its network.
 *
 * <p>Let each place at a helper have a price, the potential. If every household could buy its cheapest place (or stay
 * unpaired) and every helper could sell as many places as pays, the outcome would cost at most as much as any assignment
 * that respects the quotas: this is the lower bound, whatever the prices are (weak duality). An assignment that respects
 * the quotas and costs no more than the bound is therefore the cheapest.
 *
 * <p>The rule of hamlets ties the households of a helper to each other; under it the prices are of households instead, see
 * {@link HamletBound}. That bound may stay below the cost of the best assignment: what lies between is told, not proven.
 *
 * @param cost what the assignment costs, recomputed from scratch, in hundredths of a weight point
 * @param lowerBound what every assignment costs at least
 * @param faults what is wrong with the assignment itself; empty if it is a valid one
 */
public record Certificate(long cost, long lowerBound, List<String> faults) {

    private static final int MOST_FAULTS_TOLD = 100;

    public Certificate {
        faults = List.copyOf(faults);
    }

    /** Whether the assignment is valid and no other is cheaper. */
    public boolean proven() {
        return faults.isEmpty() && cost == lowerBound;
    }

    /** Recomputes cost and bound from the problem; of the result only pairs, unpaired and potentials are believed. */
    public static Certificate check(PairingProblem problem, PairingResult result) {
        Costs costs = problem.costs();
        List<String> faults = new ArrayList<>(ruleFaults(problem, result));
        var recomputed = CompletableFuture.supplyAsync(() -> recomputeCost(problem, result, costs, faults));
        long bound =
                problem.rule() == null ? priceBound(problem, result, costs) : HamletBound.of(problem, result.prices());
        long cost = recomputed.join();
        if (cost != result.cost()) {
            faults.add("The cost must be " + cost + ", but the result says " + result.cost());
        }
        return new Certificate(
                cost, bound, faults.stream().limit(MOST_FAULTS_TOLD).toList());
    }

    private static long priceBound(PairingProblem problem, PairingResult result, Costs costs) {
        CheapestOffers offers = new CheapestOffers(problem, result.potentials());
        long householdsPay = problem.households().stream()
                .mapToLong(household -> offers.cheapest(household).price())
                .sum();
        long helpersEarn = problem.helpers().stream()
                .mapToLong(helper -> earnings(helper, offers.price(helper), costs))
                .sum();
        return householdsPay - helpersEarn;
    }

    private static List<String> ruleFaults(PairingProblem problem, PairingResult result) {
        HamletRule rule = problem.rule();
        if (rule == null) {
            return List.of();
        }
        Map<UUID, Hamlet> homes =
                problem.households().stream().collect(Collectors.toMap(HouseholdToPair::id, HouseholdToPair::home));
        Map<UUID, List<Hamlet>> byHelper = new TreeMap<>();
        for (Pair pair : result.pairs()) {
            Hamlet home = homes.get(pair.household());
            if (home != null) {
                byHelper.computeIfAbsent(pair.helper(), _ -> new ArrayList<>()).add(home);
            }
        }
        return byHelper.entrySet().stream()
                .filter(entry -> !rule.allows(entry.getValue()))
                .map(entry -> "Households of helper " + entry.getKey() + " must lie in one or adjacent hamlets, not in "
                        + new TreeSet<>(entry.getValue()))
                .toList();
    }

    private static long recomputeCost(PairingProblem problem, PairingResult result, Costs costs, List<String> faults) {
        Map<UUID, HouseholdToPair> open =
                HashMap.newHashMap(problem.households().size());
        problem.households().forEach(household -> open.put(household.id(), household));
        Map<UUID, HelperToPair> helpers = HashMap.newHashMap(problem.helpers().size());
        problem.helpers().forEach(helper -> helpers.put(helper.id(), helper));
        Map<UUID, BitSet> places = HashMap.newHashMap(helpers.size());
        long cost = 0;
        for (Pair pair : result.pairs()) {
            HouseholdToPair household = open.remove(pair.household());
            HelperToPair helper = helpers.get(pair.helper());
            if (household == null || helper == null) {
                faults.add(
                        "Pair " + pair + " must join a helper and a household of the problem that is in no other pair");
                continue;
            }
            if (pair.place() < 1 || pair.place() > helper.quota() || isTaken(pair, places)) {
                faults.add("Place of " + pair + " must be free and within the quota " + helper.quota());
                continue;
            }
            if (!helper.mayHelp(household)) {
                faults.add("Pair " + pair + " must not join a helper with a household that is outside its area, that it"
                        + " is kin to or that its office decides on");
            }
            CostTerms terms = costs.terms(household, helper, pair.place());
            if (!terms.equals(pair.terms())) {
                faults.add("Terms of " + pair + " must be " + terms);
            }
            cost += terms.total();
        }
        for (UUID id : result.unpaired()) {
            HouseholdToPair household = open.remove(id);
            if (household == null) {
                faults.add("Unpaired household " + id + " must be of the problem and in no pair");
            } else {
                cost += costs.unpaired(household);
            }
        }
        open.keySet().stream().sorted().forEach(id -> faults.add("Household " + id + " must be paired or unpaired"));
        return cost;
    }

    /** Whether another pair has the place already; if not, this one has it. */
    private static boolean isTaken(Pair pair, Map<UUID, BitSet> places) {
        BitSet taken = places.computeIfAbsent(pair.helper(), _ -> new BitSet());
        boolean already = taken.get(pair.place());
        taken.set(pair.place());
        return already;
    }

    /** What a helper earns by selling as many places as pays: their price less their load. */
    private static long earnings(HelperToPair helper, long price, Costs costs) {
        long earned = 0;
        for (int place = 1; place <= helper.quota(); place++) {
            earned += Math.max(0, price - costs.place(place, helper.quota()));
        }
        return earned;
    }
}
