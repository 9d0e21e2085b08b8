package org.jingzhun.pairing.pairing.matching;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Understands how households find the helpers that suit them best (结对): a minimum-cost flow, solved to optimality.
 *
 * <p>The same problem has the same answer, whatever the order of its lists. Where several answers cost the same, the
 * households of one helper are neighbours: they are dealt out by village, hamlet and id.
 */
public final class Matching {

    private final Costs costs;
    private final PairingNetwork network;
    private final List<Pair> pairs = new ArrayList<>();
    private final List<HouseholdToPair> unpaired = new ArrayList<>();

    private Matching(PairingProblem problem) {
        this.costs = new Costs(problem.weights());
        this.network = new PairingNetwork(problem);
    }

    /** The cheapest assignment that leaves nobody unpaired while a place is free. */
    public static PairingResult solve(PairingProblem problem) {
        return new Matching(problem).solve();
    }

    private PairingResult solve() {
        FlowNetwork graph = network.flowNetwork();
        int[] flow = MinimumCostFlow.solve(graph, network.supplies(), network.sink());
        long[] potentials = MinimumCostFlow.potentials(graph, flow, network.sink());
        Map<Integer, List<HouseholdToPair>> arrivals = new HashMap<>();
        follow(flow, arrivals);
        network.helpersByNode().forEach((node, helpers) -> deal(arrivals.getOrDefault(node, List.of()), helpers));
        unpaired.addAll(arrivals.getOrDefault(network.sink(), List.of()));

        long cost = pairs.stream().mapToLong(pair -> pair.terms().total()).sum()
                + unpaired.stream().mapToLong(costs::unpaired).sum();
        return new PairingResult(
                pairs.stream().sorted(Comparator.comparing(Pair::household)).toList(),
                unpaired.stream().map(HouseholdToPair::id).sorted().toList(),
                cost,
                helperPotentials(potentials));
    }

    /** Sends the households along the flow until they arrive at a helper or, unpaired, at the sink. */
    private void follow(int[] flow, Map<Integer, List<HouseholdToPair>> arrivals) {
        FlowNetwork graph = network.flowNetwork();
        int[] sent = new int[graph.nodeCount()];
        for (int arc = 0; arc < network.firstArcToHelpers(); arc++) {
            send(arc, flow[arc], network.householdsByNode().get(graph.tail(arc)), sent, arrivals);
        }
        arrivals.values().forEach(households -> households.sort(PairingNetwork.BY_NEIGHBOURHOOD));
        for (int arc = network.firstArcToHelpers(); arc < network.firstArcFromHelpers(); arc++) {
            send(arc, flow[arc], arrivals.getOrDefault(graph.tail(arc), List.of()), sent, arrivals);
        }
    }

    private void send(
            int arc, int flow, List<HouseholdToPair> from, int[] sent, Map<Integer, List<HouseholdToPair>> arrivals) {
        if (flow > 0) {
            int tail = network.flowNetwork().tail(arc);
            arrivals.computeIfAbsent(network.flowNetwork().head(arc), _ -> new ArrayList<>())
                    .addAll(from.subList(sent[tail], sent[tail] + flow));
            sent[tail] += flow;
        }
    }

    private void deal(List<HouseholdToPair> households, List<HelperToPair> helpers) {
        List<HouseholdToPair> neighbours =
                households.stream().sorted(PairingNetwork.BY_NEIGHBOURHOOD).toList();
        int next = 0;
        for (int i = 0; i < helpers.size(); i++) {
            int share = (households.size() + helpers.size() - 1 - i) / helpers.size();
            for (int place = 1; place <= share; place++) {
                HouseholdToPair household = neighbours.get(next++);
                HelperToPair helper = helpers.get(i);
                pairs.add(new Pair(household.id(), helper.id(), place, costs.terms(household, helper, place)));
            }
        }
    }

    private Map<UUID, Long> helperPotentials(long[] potentials) {
        Map<UUID, Long> prices = new HashMap<>();
        network.helpersByNode()
                .forEach((node, helpers) -> helpers.forEach(helper -> prices.put(helper.id(), potentials[node])));
        return prices;
    }
}
