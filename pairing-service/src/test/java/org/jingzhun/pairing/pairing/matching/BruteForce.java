package org.jingzhun.pairing.pairing.matching;

import java.util.List;

/** Tries every assignment there is. */
final class BruteForce {

    private final List<HouseholdToPair> households;
    private final List<HelperToPair> helpers;
    private final Costs costs;
    private final int[] loads;
    private long lowest = Long.MAX_VALUE;

    BruteForce(PairingProblem problem) {
        households = problem.households();
        helpers = problem.helpers();
        costs = new Costs(problem.weights());
        loads = new int[helpers.size()];
    }

    long lowestCost() {
        assign(0, 0);
        return lowest;
    }

    private void assign(int next, long cost) {
        if (next == households.size()) {
            lowest = Math.min(lowest, cost);
            return;
        }
        HouseholdToPair household = households.get(next);
        assign(next + 1, cost + costs.unpaired(household));
        for (int i = 0; i < helpers.size(); i++) {
            HelperToPair helper = helpers.get(i);
            if (loads[i] < helper.quota() && helper.mayHelp(household)) {
                loads[i]++;
                assign(next + 1, cost + costs.terms(household, helper, loads[i]).total());
                loads[i]--;
            }
        }
    }
}
