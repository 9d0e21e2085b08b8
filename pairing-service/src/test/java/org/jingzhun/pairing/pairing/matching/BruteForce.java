package org.jingzhun.pairing.pairing.matching;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Tries every assignment there is. */
final class BruteForce {

    private final List<HouseholdToPair> households;
    private final List<HelperToPair> helpers;
    private final Costs costs;
    private final int[] loads;
    private final List<List<Hamlet>> hamlets;
    private final @Nullable HamletRule rule;
    private long lowest = Long.MAX_VALUE;

    BruteForce(PairingProblem problem) {
        households = problem.households();
        helpers = problem.helpers();
        costs = problem.costs();
        rule = problem.rule();
        hamlets = helpers.stream().<List<Hamlet>>map(_ -> new ArrayList<>()).toList();
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
            if (loads[i] < helper.quota() && helper.mayHelp(household) && mayGo(i, household.home())) {
                loads[i]++;
                hamlets.get(i).addLast(household.home());
                assign(next + 1, cost + costs.terms(household, helper, loads[i]).total());
                hamlets.get(i).removeLast();
                loads[i]--;
            }
        }
    }

    private boolean mayGo(int helper, Hamlet hamlet) {
        return rule == null || hamlets.get(helper).stream().allMatch(other -> rule.areAdjacent(other, hamlet));
    }
}
