package org.jingzhun.pairing.social.matching;

import com.google.ortools.Loader;
import com.google.ortools.graph.MinCostFlow;
import com.google.ortools.graph.MinCostFlowBase;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;

/**
 * The cheapest way to meet needs out of offers of the same kind (援助与求助对接): a unit that stays unmet costs its weight, a
 * unit that is met one for each level between the village and the place for which the offer was made, so that wide offers
 * are kept for those that nothing else reaches. A minimum-cost flow over the tree of divisions, proven optimal: greedy rules
 * spend a wide offer where a narrow one would have done, and leave another village without.
 */
public final class SocialMatching {

    /** Above every region. */
    private static final long EVERYWHERE = 0;

    private static final long[] UNITS = {1_000L, 1_000_000L, 100_000_000L, 10_000_000_000L};

    private SocialMatching() {}

    /**
     * @param village 12 digits
     * @param amount to be met, positive
     * @param weight what a unit that stays unmet costs, more than the seven levels
     */
    public record Need(UUID id, long village, int amount, int weight) {}

    /**
     * @param division where it may be used, 12 digits
     * @param amount to be used, positive
     */
    public record Offer(UUID id, long division, int amount) {}

    /** So much of an offer meets so much of a need. */
    public record Match(UUID need, UUID offer, int amount) {}

    /** The matches, in the order of divisions, offers and needs; the same in whatever order both are given. */
    public static List<Match> of(List<Need> needs, List<Offer> offers) {
        if (needs.isEmpty() || offers.isEmpty()) {
            return List.of();
        }
        var sortedNeeds = needs.stream().sorted(Comparator.comparing(Need::id)).toList();
        var sortedOffers =
                offers.stream().sorted(Comparator.comparing(Offer::id)).toList();
        return new Network(sortedNeeds, sortedOffers).matches();
    }

    /** What the matches leave unmet, and how far apart they are: what {@link #of} makes smallest. */
    public static long cost(List<Need> needs, List<Offer> offers, List<Match> matches) {
        long cost = needs.stream()
                .mapToLong(need -> (long) need.amount() * need.weight())
                .sum();
        for (var match : matches) {
            var need = needs.stream()
                    .filter(each -> each.id().equals(match.need()))
                    .findFirst()
                    .orElseThrow();
            var offer = offers.stream()
                    .filter(each -> each.id().equals(match.offer()))
                    .findFirst()
                    .orElseThrow();
            cost -= (long) match.amount() * (need.weight() - levels(need.village(), offer.division()));
        }
        return cost;
    }

    /** Levels from a village up to a division around it. */
    private static int levels(long village, long division) {
        int levels = 0;
        for (long place = village; place != division; place = above(place)) {
            levels++;
        }
        return levels;
    }

    private static long above(long division) {
        for (long unit : UNITS) {
            if (division % unit != 0) {
                return division - division % unit;
            }
        }
        return EVERYWHERE;
    }

    /** Needs flow up the tree of divisions to the offers there, or past them unmet. */
    private static final class Network {

        private final List<Need> needs;
        private final List<Offer> offers;
        private final TreeMap<Long, Integer> divisions = new TreeMap<>();
        private final Map<Long, List<Integer>> offersOf = new TreeMap<>();

        Network(List<Need> needs, List<Offer> offers) {
            this.needs = needs;
            this.offers = offers;
            for (var need : needs) {
                for (long place = need.village(); place != EVERYWHERE; place = above(place)) {
                    divisions.putIfAbsent(place, divisions.size());
                }
            }
            for (int i = 0; i < offers.size(); i++) {
                offersOf.computeIfAbsent(offers.get(i).division(), division -> new ArrayList<>())
                        .add(i);
            }
        }

        List<Match> matches() {
            Loader.loadNativeLibraries();
            int nodes = divisions.size() + needs.size() + 1;
            int sink = nodes - 1;
            var solver = new MinCostFlow(nodes, needs.size() * 2 + divisions.size() + offers.size());
            try {
                long supply = 0;
                for (int i = 0; i < needs.size(); i++) {
                    var need = needs.get(i);
                    int node = divisions.size() + i;
                    solver.addArcWithCapacityAndUnitCost(node, node(need.village()), need.amount(), 0);
                    solver.addArcWithCapacityAndUnitCost(node, sink, need.amount(), need.weight());
                    solver.setNodeSupply(node, need.amount());
                    supply += need.amount();
                }
                var used = new int[offers.size()];
                var arcs = offerArcs(solver, sink);
                for (long place : divisions.keySet()) {
                    long above = above(place);
                    if (above != EVERYWHERE) {
                        solver.addArcWithCapacityAndUnitCost(node(place), node(above), supply, 1);
                    }
                }
                solver.setNodeSupply(sink, -supply);
                var status = solver.solve();
                if (status != MinCostFlowBase.Status.OPTIMAL) {
                    throw new IllegalStateException("The solver must find an optimal flow, but it answers " + status);
                }
                var met = new int[needs.size()];
                for (int i = 0; i < needs.size(); i++) {
                    met[i] = Math.toIntExact(solver.getFlow(2 * i));
                }
                for (int i = 0; i < offers.size(); i++) {
                    used[i] = arcs[i] < 0 ? 0 : Math.toIntExact(solver.getFlow(arcs[i]));
                }
                return dealt(met, used);
            } finally {
                solver.delete();
            }
        }

        /** Offers where nobody needs anything have no arc. */
        private int[] offerArcs(MinCostFlow solver, int sink) {
            var arcs = new int[offers.size()];
            for (int i = 0; i < offers.size(); i++) {
                var place = divisions.get(offers.get(i).division());
                arcs[i] = place == null
                        ? -1
                        : solver.addArcWithCapacityAndUnitCost(
                                place, sink, offers.get(i).amount(), 0);
            }
            return arcs;
        }

        private int node(long division) {
            return Objects.requireNonNull(divisions.get(division));
        }

        /** Deals the flow out from the villages upwards: what no offer of a division took waits at the one above. */
        private List<Match> dealt(int[] met, int[] used) {
            var waiting = new TreeMap<Long, Deque<int[]>>(
                    Comparator.comparing(SocialMatching::depth).reversed().thenComparing(Comparator.naturalOrder()));
            for (int i = 0; i < needs.size(); i++) {
                if (met[i] > 0) {
                    waiting.computeIfAbsent(needs.get(i).village(), village -> new ArrayDeque<>())
                            .add(new int[] {i, met[i]});
                }
            }
            List<Match> matches = new ArrayList<>();
            while (!waiting.isEmpty()) {
                var place = waiting.pollFirstEntry();
                var queue = place.getValue();
                for (int offer : offersOf.getOrDefault(place.getKey(), List.of())) {
                    deal(queue, offer, used[offer], matches);
                }
                if (!queue.isEmpty()) {
                    waiting.computeIfAbsent(above(place.getKey()), above -> new ArrayDeque<>())
                            .addAll(queue);
                }
            }
            return matches;
        }

        private void deal(Deque<int[]> queue, int offer, int amount, List<Match> matches) {
            int left = amount;
            while (left > 0) {
                var first = queue.removeFirst();
                int taken = Math.min(left, first[1]);
                matches.add(
                        new Match(needs.get(first[0]).id(), offers.get(offer).id(), taken));
                left -= taken;
                if (first[1] > taken) {
                    queue.addFirst(new int[] {first[0], first[1] - taken});
                }
            }
        }
    }

    private static int depth(long division) {
        int depth = 0;
        for (long place = division; place != EVERYWHERE; place = above(place)) {
            depth++;
        }
        return depth;
    }
}
