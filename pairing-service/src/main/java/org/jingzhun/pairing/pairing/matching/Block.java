package org.jingzhun.pairing.pairing.matching;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** A part of a problem that is solved as one network (一个求解块). */
final class Block {

    private final PairingProblem problem;
    private final Costs costs;
    private final List<Pair> pairs = new ArrayList<>();
    private final List<UUID> unpaired = new ArrayList<>();
    private final List<UUID> forbidden = new ArrayList<>();
    private long cost;

    private Block(PairingProblem problem) {
        this.problem = problem;
        this.costs = problem.costs();
    }

    static PairingResult solve(PairingProblem problem) {
        return new Block(problem).solve();
    }

    /**
     * Kin and offices forbid few pairs, so that it is asked afterwards whether such a pair came out; who has one is given
     * its helpers one by one, and the network is solved again. What needed no such question is no dearer for it.
     */
    private PairingResult solve() {
        Set<UUID> straight = new HashSet<>();
        while (true) {
            Map<UUID, Long> potentials = solveOnce(straight);
            if (forbidden.isEmpty()) {
                return new PairingResult(pairs, unpaired, cost, potentials);
            }
            straight.addAll(forbidden);
        }
    }

    private Map<UUID, Long> solveOnce(Set<UUID> straight) {
        pairs.clear();
        unpaired.clear();
        forbidden.clear();
        cost = 0;
        PairingNetwork network = new PairingNetwork(problem, straight);
        MinimumCostFlow.Optimal cheapest = network.cheapestFlow();
        int[] flow = cheapest.flow();
        long[] potentials = cheapest.potentials();
        List<List<HouseholdToPair>> arrivals = follow(network, flow);
        network.helpersByNode().forEach((node, alike) -> deal(arrivals.get(node), alike));
        arrivals.get(network.sink()).forEach(this::leave);
        Map<UUID, Long> prices = new HashMap<>();
        network.helpersByNode()
                .forEach((node, alike) -> alike.forEach(helper -> prices.put(helper.id(), potentials[node])));
        return prices;
    }

    /** Sends the households along the flow until they arrive at a helper or, unpaired, at the sink. */
    private List<List<HouseholdToPair>> follow(PairingNetwork network, int[] flow) {
        FlowNetwork graph = network.flowNetwork();
        List<List<HouseholdToPair>> arrivals = new ArrayList<>(network.householdsByNode());
        while (arrivals.size() < graph.nodeCount()) {
            arrivals.add(new ArrayList<>());
        }
        leaveTheCheapestLast(arrivals, network, flow);
        int sent = 0;
        int tail = -1;
        for (int arc = 0; arc < graph.arcCount(); arc++) {
            if (graph.tail(arc) != tail) {
                tail = graph.tail(arc);
                sent = 0;
                if (tail >= network.householdsByNode().size()) {
                    arrivals.get(tail).sort(PairingNetwork.BY_NEIGHBOURHOOD);
                }
            }
            if (flow[arc] > 0 && !network.helpersByNode().containsKey(tail)) {
                arrivals.get(graph.head(arc)).addAll(arrivals.get(tail).subList(sent, sent + flow[arc]));
                sent += flow[arc];
            }
        }
        return arrivals;
    }

    /** Of households that are alike but for being poor, the exited are left alone first; the last arcs take the last of them. */
    private void leaveTheCheapestLast(List<List<HouseholdToPair>> arrivals, PairingNetwork network, int[] flow) {
        FlowNetwork graph = network.flowNetwork();
        for (int arc = 0; arc < graph.arcCount(); arc++) {
            if (flow[arc] > 0
                    && graph.head(arc) == network.sink()
                    && graph.tail(arc) < network.householdsByNode().size()) {
                arrivals.set(
                        graph.tail(arc),
                        network.householdsByNode().get(graph.tail(arc)).stream()
                                .sorted(Comparator.comparing(costs::unpaired, Comparator.reverseOrder()))
                                .toList());
            }
        }
    }

    private void leave(HouseholdToPair household) {
        unpaired.add(household.id());
        cost += costs.unpaired(household);
    }

    private void deal(List<HouseholdToPair> households, List<HelperToPair> alike) {
        List<HouseholdToPair> neighbours =
                households.stream().sorted(PairingNetwork.BY_NEIGHBOURHOOD).toList();
        int next = 0;
        for (int i = 0; i < alike.size(); i++) {
            int share = (households.size() + alike.size() - 1 - i) / alike.size();
            for (int place = 1; place <= share; place++) {
                pair(neighbours.get(next++), alike.get(i), place);
            }
        }
    }

    private void pair(HouseholdToPair household, HelperToPair helper, int place) {
        CostTerms terms = costs.terms(household, helper, place);
        pairs.add(new Pair(household.id(), helper.id(), place, terms));
        cost += terms.total();
        if (!helper.mayHelp(household)) {
            forbidden.add(household.id());
        }
    }
}
