package org.jingzhun.pairing.social.matching;

import com.google.ortools.Loader;
import com.google.ortools.graph.MinCostFlow;
import com.google.ortools.graph.MinCostFlowBase;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;

/**
 * The cheapest way to meet needs out of offers of the same kind (援助与求助对接): a unit that stays unmet costs its weight, a
 * unit that is met one for each level between the village and the place for which the offer was made, so that wide offers
 * are kept for those that nothing else reaches. No offer meets a need that is over when it begins. A minimum-cost flow
 * over the tree of divisions and over days, proven optimal: greedy rules spend a wide offer where a narrow one would have
 * done, and leave another village without.
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
     * @param neededBy last day on which it is of use
     */
    public record Need(UUID id, long village, int amount, int weight, LocalDate neededBy) {}

    /**
     * @param division where it may be used, 12 digits
     * @param amount to be used, positive
     * @param from first day on which it can be used
     */
    public record Offer(UUID id, long division, int amount, LocalDate from) {}

    /** So much of an offer meets so much of a need. */
    public record Match(UUID need, UUID offer, int amount) {}

    /** The matches, in the order of divisions, offers and needs; the same in whatever order both are given. */
    public static List<Match> of(List<Need> needs, List<Offer> offers) {
        var days = new TreeSet<LocalDate>();
        offers.forEach(offer -> days.add(offer.from()));
        var inTime = needs.stream()
                .filter(need -> days.floor(need.neededBy()) != null)
                .sorted(Comparator.comparing(Need::id))
                .toList();
        if (inTime.isEmpty()) {
            return List.of();
        }
        var sortedOffers =
                offers.stream().sorted(Comparator.comparing(Offer::id)).toList();
        return new Network(inTime, sortedOffers, days).matches();
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

    /**
     * A division, for what is there on this day at the latest.
     *
     * @param day on which some offer begins
     */
    private record Place(long division, LocalDate day) {

        /** From the villages upwards, and in each division from the last day back: the way that needs flow. */
        static final Comparator<Place> ALONG_THE_FLOW = Comparator.<Place>comparingInt(place -> -depth(place.division))
                .thenComparingLong(Place::division)
                .thenComparing(Place::day, Comparator.reverseOrder());

        Place up() {
            return new Place(above(division), day);
        }
    }

    /** Needs flow up the tree of divisions, and back to earlier days, to the offers there, or past them unmet. */
    private static final class Network {

        private final List<Need> needs;
        private final List<Offer> offers;
        private final NavigableSet<LocalDate> days;
        private final TreeMap<Place, Integer> places = new TreeMap<>(Place.ALONG_THE_FLOW);
        private final Map<Place, List<Integer>> offersAt = new TreeMap<>(Place.ALONG_THE_FLOW);
        private final Map<Place, Integer> arcsBack = new TreeMap<>(Place.ALONG_THE_FLOW);

        /** @param days on which offers begin; each need has one of them until it is over */
        Network(List<Need> needs, List<Offer> offers, NavigableSet<LocalDate> days) {
            this.needs = needs;
            this.offers = offers;
            this.days = days;
            for (var need : needs) {
                for (var place = place(need); place.division() != EVERYWHERE; place = place.up()) {
                    places.putIfAbsent(place, places.size());
                }
            }
            for (int i = 0; i < offers.size(); i++) {
                int offer = i;
                place(offers.get(i)).ifPresent(place -> offersAt.computeIfAbsent(place, any -> new ArrayList<>())
                        .add(offer));
            }
        }

        /** Where a need enters: nothing that begins later is in time. */
        private Place place(Need need) {
            return new Place(need.village(), Objects.requireNonNull(days.floor(need.neededBy())));
        }

        /** Where an offer is found: the earliest that it is in time for; none where nobody needs it. */
        private Optional<Place> place(Offer offer) {
            return Optional.ofNullable(places.floorKey(new Place(offer.division(), offer.from())))
                    .filter(place -> place.division() == offer.division());
        }

        /** The same division for those who wait less long; none where nobody does. */
        private Optional<Place> back(Place place) {
            return Optional.ofNullable(places.higherKey(place)).filter(next -> next.division() == place.division());
        }

        List<Match> matches() {
            Loader.loadNativeLibraries();
            int nodes = places.size() + needs.size() + 1;
            int sink = nodes - 1;
            var solver = new MinCostFlow(nodes, needs.size() * 2 + places.size() * 2 + offers.size());
            try {
                long supply = needArcs(solver, sink);
                var arcs = offerArcs(solver, sink);
                placeArcs(solver, supply);
                solver.setNodeSupply(sink, -supply);
                var status = solver.solve();
                if (status != MinCostFlowBase.Status.OPTIMAL) {
                    throw new IllegalStateException("The solver must find an optimal flow, but it answers " + status);
                }
                return dealt(solver, arcs);
            } finally {
                solver.delete();
            }
        }

        /** The first arc of the i-th need is the 2i-th of all. */
        private long needArcs(MinCostFlow solver, int sink) {
            long supply = 0;
            for (int i = 0; i < needs.size(); i++) {
                var need = needs.get(i);
                int node = places.size() + i;
                solver.addArcWithCapacityAndUnitCost(node, node(place(need)), need.amount(), 0);
                solver.addArcWithCapacityAndUnitCost(node, sink, need.amount(), need.weight());
                solver.setNodeSupply(node, need.amount());
                supply += need.amount();
            }
            return supply;
        }

        /** Offers where nobody needs anything in time have no arc. */
        private int[] offerArcs(MinCostFlow solver, int sink) {
            var arcs = new int[offers.size()];
            offersAt.forEach(
                    (place, there) -> there.forEach(offer -> arcs[offer] = solver.addArcWithCapacityAndUnitCost(
                            node(place), sink, offers.get(offer).amount(), 0)));
            return arcs;
        }

        private void placeArcs(MinCostFlow solver, long supply) {
            for (var place : places.keySet()) {
                if (place.up().division() != EVERYWHERE) {
                    solver.addArcWithCapacityAndUnitCost(node(place), node(place.up()), supply, 1);
                }
                back(place)
                        .ifPresent(back -> arcsBack.put(
                                place, solver.addArcWithCapacityAndUnitCost(node(place), node(back), supply, 0)));
            }
        }

        private int node(Place place) {
            return Objects.requireNonNull(places.get(place));
        }

        /** Deals the flow out along its way: what no offer of a place took waits at an earlier day there, or above. */
        private List<Match> dealt(MinCostFlow solver, int[] arcs) {
            var waiting = new TreeMap<Place, Deque<Share>>(Place.ALONG_THE_FLOW);
            for (int i = 0; i < needs.size(); i++) {
                enqueue(waiting, place(needs.get(i)), List.of(new Share(i, flow(solver, 2 * i))));
            }
            List<Match> matches = new ArrayList<>();
            while (!waiting.isEmpty()) {
                var next = waiting.pollFirstEntry();
                var place = next.getKey();
                var queue = next.getValue();
                for (int offer : offersAt.getOrDefault(place, List.of())) {
                    for (var share : taken(queue, flow(solver, arcs[offer]))) {
                        matches.add(new Match(
                                needs.get(share.need()).id(), offers.get(offer).id(), share.amount()));
                    }
                }
                var back = arcsBack.get(place);
                if (back != null) {
                    enqueue(waiting, back(place).orElseThrow(), taken(queue, flow(solver, back)));
                }
                enqueue(waiting, place.up(), List.copyOf(queue));
            }
            return matches;
        }

        private static int flow(MinCostFlow solver, int arc) {
            return Math.toIntExact(solver.getFlow(arc));
        }
    }

    /** What is left of the flow of a need. */
    private record Share(int need, int amount) {}

    private static void enqueue(Map<Place, Deque<Share>> waiting, Place place, List<Share> shares) {
        shares.stream().filter(share -> share.amount() > 0).forEach(share -> waiting.computeIfAbsent(
                        place, any -> new ArrayDeque<>())
                .add(share));
    }

    /** Takes so much from the head of a queue. */
    private static List<Share> taken(Deque<Share> queue, int amount) {
        List<Share> taken = new ArrayList<>();
        int left = amount;
        while (left > 0) {
            var first = queue.removeFirst();
            int part = Math.min(left, first.amount());
            taken.add(new Share(first.need(), part));
            left -= part;
            if (first.amount() > part) {
                queue.addFirst(new Share(first.need(), first.amount() - part));
            }
        }
        return taken;
    }

    private static int depth(long division) {
        int depth = 0;
        for (long place = division; place != EVERYWHERE; place = above(place)) {
            depth++;
        }
        return depth;
    }
}
