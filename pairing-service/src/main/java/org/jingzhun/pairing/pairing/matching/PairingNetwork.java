package org.jingzhun.pairing.pairing.matching;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * The problem as a network in which a cheapest flow is a cheapest assignment: from the classes of households by
 * {@link MeetingPoints} to the classes of helpers. The cheapest way costs exactly what {@link Costs} says of the pair,
 * with some ten arcs a class instead of one for each pair of classes. Nodes and arcs are numbered in the order in which
 * the flow runs.
 *
 * <p>Meeting points do not know who must not meet whom. The households of whom that turned out to matter go straight to
 * each of the helpers that they may have.
 */
final class PairingNetwork {

    static final Comparator<HouseholdToPair> BY_NEIGHBOURHOOD = Comparator.comparingLong(HouseholdToPair::village)
            .thenComparing(HouseholdToPair::hamlet)
            .thenComparing(HouseholdToPair::id);

    /** Pairs that nearly always suffice to make room for one more household where there is any. */
    private static final int SHORT_CHAIN = 2;

    private final Costs costs;
    private final FlowNetwork network = new FlowNetwork();
    private final List<List<HouseholdToPair>> householdsByNode = new ArrayList<>();
    private final Map<Integer, List<HelperToPair>> helpersByNode = new LinkedHashMap<>();
    private final Map<UUID, Integer> singleNodes = new HashMap<>();
    private final Set<UUID> straight;
    private final int sink;

    /** @param straight households that go straight to their helpers */
    PairingNetwork(PairingProblem problem, Set<UUID> straight) {
        this.straight = straight;
        costs = problem.costs();
        problem.households().stream()
                .sorted(BY_NEIGHBOURHOOD)
                .collect(Collectors.groupingBy(
                        household -> HouseholdClass.of(household, straight).whetherPoorOrNot(),
                        LinkedHashMap::new,
                        Collectors.toList()))
                .values()
                .forEach(members -> {
                    network.addNode();
                    householdsByNode.add(members);
                });
        List<List<HelperToPair>> helpers = helperClasses(problem);
        MeetingPoints points = new MeetingPoints(
                problem, network, householdsByNode.stream().map(List::getFirst).toList());
        points.addNodes(helpers.stream().map(List::getFirst).toList());
        helpers.forEach(this::addHelperNode);
        sink = network.addNode();
        for (int node = 0; node < householdsByNode.size(); node++) {
            addArcsFromHouseholds(node, householdsByNode.get(node), points);
        }
        points.addArcsBetween();
        points.addArcsTo(helpersByNode);
        helpersByNode.forEach(this::addArcsFromHelpers);
    }

    FlowNetwork flowNetwork() {
        return network;
    }

    int sink() {
        return sink;
    }

    /** The households of each class, neighbours together; the class's node is its index. */
    List<List<HouseholdToPair>> householdsByNode() {
        return householdsByNode;
    }

    /** The helpers of each class by its node, ordered by id. */
    Map<Integer, List<HelperToPair>> helpersByNode() {
        return helpersByNode;
    }

    private int[] supplies() {
        return householdsByNode.stream().mapToInt(List::size).toArray();
    }

    /**
     * A cheapest flow. Where there are places for all, nearly never anybody is left unpaired, at a price far above all
     * others.
     */
    MinimumCostFlow.Optimal cheapestFlow() {
        return hasPlacesForAll()
                ? MinimumCostFlow.solveBelow(network, supplies(), sink, SHORT_CHAIN * costs.dearestPair())
                : MinimumCostFlow.solve(network, supplies(), sink);
    }

    private boolean hasPlacesForAll() {
        long places = helpersByNode.values().stream()
                .flatMap(List::stream)
                .mapToLong(HelperToPair::quota)
                .sum();
        return places >= Arrays.stream(supplies()).sum();
    }

    private List<List<HelperToPair>> helperClasses(PairingProblem problem) {
        Set<UUID> singles = new HashSet<>();
        for (HouseholdToPair household : problem.households()) {
            if (household.standingHelper() != null) {
                singles.add(household.standingHelper());
            }
            if (straight.contains(household.id())) {
                singles.addAll(household.excluded());
            }
        }
        return List.copyOf(problem.helpers().stream()
                .filter(helper -> helper.quota() > 0)
                .sorted(Comparator.comparing(HelperToPair::id))
                .collect(Collectors.groupingBy(
                        helper -> HelperClass.of(helper, singles), LinkedHashMap::new, Collectors.toList()))
                .values());
    }

    private void addHelperNode(List<HelperToPair> members) {
        int node = network.addNode();
        helpersByNode.put(node, members);
        members.forEach(helper -> singleNodes.put(helper.id(), node));
    }

    private void addArcsFromHouseholds(int node, List<HouseholdToPair> members, MeetingPoints points) {
        HouseholdToPair household = members.getFirst();
        int count = members.size();
        Integer standing = household.standingHelper() == null ? null : singleNodes.get(household.standingHelper());
        if (straight.contains(household.id())) {
            helpersByNode.forEach((other, helpers) -> {
                if (helpers.getFirst().mayHelp(household)) {
                    network.addArc(node, other, count, costs.fit(household, helpers.getFirst()));
                }
            });
        } else {
            points.addArcsFrom(node, household, count, household.standingHelper() == null ? 0 : costs.change());
            if (standing != null) {
                HelperToPair helper =
                        Objects.requireNonNull(helpersByNode.get(standing)).getFirst();
                if (helper.mayHelp(household)) {
                    network.addArc(node, standing, count, costs.fit(household, helper));
                }
            }
        }
        members.stream()
                .collect(Collectors.groupingBy(costs::unpaired, TreeMap::new, Collectors.summingInt(_ -> 1)))
                .forEach((price, alike) -> network.addArc(node, sink, alike, price));
    }

    private void addArcsFromHelpers(int node, List<HelperToPair> members) {
        int quota = members.getFirst().quota();
        for (int place = 1; place <= quota; place++) {
            network.addArc(node, sink, members.size(), costs.place(place, quota));
        }
    }
}
