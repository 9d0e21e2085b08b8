package org.jingzhun.pairing.pairing.matching;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jingzhun.pairing.cause.Cause;
import org.jspecify.annotations.Nullable;

/**
 * Where households and helpers meet: (place, cause, language), where the place is a village or whatever is around it,
 * and cause and language may be "any". A household goes to the narrowest points that describe it; from there the way
 * leads to the same point of the next wider place, and, at the price of the language, to the point of any language.
 * Behind the points stand the helpers, those of one profile at one place together. Helpers whose ways are measured in
 * kilometres stand at their base, to which the villages around have ways of their own; see {@link Bases}.
 */
final class MeetingPoints {

    /** {@code null} is "any". */
    record Point(
            long place, @Nullable Cause cause, @Nullable String ethnicity) {

        Point at(long other) {
            return new Point(other, cause, ethnicity);
        }

        /**
         * Ways lead from a level to higher ones only: to wider places, and at the same place to any language. Bases are last:
         * ways lead to them from villages and on to nowhere else.
         */
        int level() {
            int width = Bases.isBase(place) ? Long.SIZE : Long.SIZE - Long.numberOfLeadingZeros(Places.width(place));
            return 2 * width + (ethnicity == null ? 1 : 0);
        }
    }

    /** Helpers of one profile, as seen from one place. */
    private record Stand(
            long place, Set<Cause> skills, @Nullable String ethnicity) {}

    private final Costs costs;
    private final FlowNetwork network;
    private final int mostFlow;
    private final Bases bases;
    private final Set<Point> needed = new HashSet<>();
    private final Map<Long, Set<Long>> villagesByTownship = new LinkedHashMap<>();
    private final Map<Point, Integer> points = new LinkedHashMap<>();
    private final Map<Stand, Integer> stands = new LinkedHashMap<>();
    private final Map<Point, Optional<Point>> enteredFrom = new HashMap<>();

    /** @param households one of each class, for whom points are needed */
    MeetingPoints(PairingProblem problem, FlowNetwork network, Collection<HouseholdToPair> households) {
        this.costs = problem.costs();
        this.network = network;
        this.mostFlow = problem.households().size();
        for (HouseholdToPair household : households) {
            villagesByTownship
                    .computeIfAbsent(Places.township(household.village()), _ -> new TreeSet<>())
                    .add(household.village());
        }
        bases = new Bases(
                problem,
                villagesByTownship.values().stream().flatMap(Set::stream).toList());
        for (HouseholdToPair household : households) {
            need(household);
        }
        for (Point own : List.copyOf(needed)) {
            for (long place : Places.around(own.place())) {
                needed.add(own.at(place));
            }
            bases.waysFrom(own.place()).forEach(way -> needed.add(own.at(way.base())));
        }
    }

    /** The points of its village. */
    private void need(HouseholdToPair household) {
        long village = household.village();
        needed.add(new Point(village, household.mainCause(), null));
        household.otherCauses().forEach(cause -> needed.add(new Point(village, cause, null)));
        needed.add(new Point(village, null, null));
        if (isMinority(household.ethnicity())) {
            needed.add(new Point(village, null, household.ethnicity()));
        }
    }

    private boolean isMinority(@Nullable String ethnicity) {
        return costs.language(ethnicity, null) > 0;
    }

    /** Adds the nodes behind which these helpers stand, one of each class. */
    void addNodes(Collection<HelperToPair> helpers) {
        Set<Stand> wanted = new LinkedHashSet<>();
        for (HelperToPair helper : helpers) {
            for (long place : placesOf(helper)) {
                wanted.add(new Stand(place, helper.skills(), helper.ethnicity()));
            }
        }
        Set<Point> served = new LinkedHashSet<>();
        wanted.forEach(stand -> served.addAll(pointsOf(stand)));
        served.addAll(villagePointsBefore(served));
        served.stream()
                .collect(Collectors.groupingBy(Point::level, TreeMap::new, Collectors.toList()))
                .values()
                .forEach(level -> level.forEach(point -> points.put(point, network.addNode())));
        wanted.forEach(stand -> stands.put(stand, network.addNode()));
    }

    /** Where households of a village turn off to the bases. */
    private Set<Point> villagePointsBefore(Set<Point> served) {
        Map<Long, List<Point>> byBase = new HashMap<>();
        served.stream().filter(point -> Bases.isBase(point.place())).forEach(point -> byBase.computeIfAbsent(
                        point.place(), _ -> new ArrayList<>())
                .add(point));
        Set<Point> before = new LinkedHashSet<>();
        villagesByTownship
                .values()
                .forEach(villages -> villages.forEach(village -> bases.waysFrom(village)
                        .forEach(way -> byBase.getOrDefault(way.base(), List.of()).stream()
                                .map(point -> new Point(village, point.cause(), point.ethnicity()))
                                .filter(this::isEntered)
                                .forEach(before::add))));
        return before;
    }

    private boolean isEntered(Point point) {
        return needed.contains(new Point(point.place(), point.cause(), null))
                && (point.ethnicity() == null || needed.contains(new Point(point.place(), null, point.ethnicity())));
    }

    private List<Point> pointsOf(Stand stand) {
        List<Point> all = new ArrayList<>();
        boolean language =
                stand.ethnicity() != null && needed.contains(new Point(stand.place(), null, stand.ethnicity()));
        List<@Nullable Cause> causes = new ArrayList<>(stand.skills().stream()
                .filter(cause -> needed.contains(new Point(stand.place(), cause, null)))
                .sorted()
                .toList());
        causes.add(null);
        for (Cause cause : causes) {
            all.add(new Point(stand.place(), cause, null));
            if (language) {
                all.add(new Point(stand.place(), cause, stand.ethnicity()));
            }
        }
        return all;
    }

    /** The places at which a helper costs differently, as far as households live there. */
    private List<Long> placesOf(HelperToPair helper) {
        Set<Long> near = new TreeSet<>(helper.unitVillages());
        if (helper.homeVillage() != null) {
            near.add(helper.homeVillage());
        }
        if (helper.workplace() != null) {
            near.add(helper.workplace());
        }
        Set<Long> places = new TreeSet<>(near);
        near.forEach(place -> places.addAll(around(helper, place)));
        if (helper.workplace() != null && !bases.measures(helper, helper.workplace())) {
            places.add(Places.county(helper.workplace()));
        }
        places.removeIf(place -> !Places.covers(helper.area(), place) || isTooWide(place, helper));
        places.add(helper.area());
        Long base = bases.of(helper);
        if (base != null) {
            places.add(base);
        }
        places.removeIf(place -> !needed.contains(new Point(place, null, null))
                || (helper.decidesIn() != null && Places.covers(helper.decidesIn(), place)));
        return List.copyOf(places);
    }

    /** The township of a near place, or where ways are measured the villages of it: each is another way. */
    private Set<Long> around(HelperToPair helper, long place) {
        long township = Places.township(place);
        return bases.measures(helper, place) ? villagesByTownship.getOrDefault(township, Set.of()) : Set.of(township);
    }

    /** Adds the ways of a household to the narrowest points that describe it. */
    void addArcsFrom(int node, HouseholdToPair household, int count, long change) {
        addArcs(node, household, household.mainCause(), count, change);
        household.otherCauses().stream().sorted().forEach(cause -> addArcs(node, household, cause, count, change));
        addArcs(node, household, null, count, change);
    }

    private void addArcs(int node, HouseholdToPair household, @Nullable Cause cause, int count, long change) {
        long cost = change
                + costs.skill(household.mainCause(), household.otherCauses(), cause == null ? Set.of() : Set.of(cause));
        Point any = entered(new Point(household.village(), cause, null));
        Point own = isMinority(household.ethnicity())
                ? entered(new Point(household.village(), cause, household.ethnicity()))
                : null;
        if (own != null) {
            network.addArc(node, node(own), count, cost);
        }
        if (any != null && (own == null || own.place() != any.place())) {
            network.addArc(node, node(any), count, cost + costs.language(household.ethnicity(), null));
        }
    }

    /** The point of the village, or the same one of the narrowest place around it at which there is one. */
    private @Nullable Point entered(Point ofVillage) {
        return enteredFrom
                .computeIfAbsent(
                        ofVillage,
                        point -> Optional.ofNullable(
                                narrowest(Places.around(point.place()), 0, point.cause(), point.ethnicity())))
                .orElse(null);
    }

    private @Nullable Point narrowest(long[] around, int from, @Nullable Cause cause, @Nullable String ethnicity) {
        for (int i = from; i < around.length; i++) {
            Point point = new Point(around[i], cause, ethnicity);
            if (points.containsKey(point)) {
                return point;
            }
        }
        return null;
    }

    private int node(Point point) {
        return Objects.requireNonNull(points.get(point));
    }

    /** Adds the ways between points, and from them to the stands. */
    void addArcsBetween() {
        Map<Integer, List<Integer>> behind = new HashMap<>();
        stands.forEach((stand, node) -> pointsOf(stand)
                .forEach(point -> behind.computeIfAbsent(node(point), _ -> new ArrayList<>())
                        .add(node)));
        points.forEach((point, node) -> {
            Point next = Bases.isBase(point.place()) ? null : next(point);
            if (next != null) {
                network.addArc(node, node(next), mostFlow, 0);
            }
            if (point.ethnicity() != null) {
                network.addArc(
                        node,
                        node(new Point(point.place(), point.cause(), null)),
                        mostFlow,
                        costs.language(point.ethnicity(), null));
            }
            for (Bases.Way way : bases.waysFrom(point.place())) {
                Integer base = points.get(new Point(way.base(), point.cause(), point.ethnicity()));
                if (base != null) {
                    network.addArc(node, base, mostFlow, way.cost());
                }
            }
            behind.getOrDefault(node, List.of()).forEach(stand -> network.addArc(node, stand, mostFlow, 0));
        });
    }

    /** The same point of the next wider place at which there is one. */
    private @Nullable Point next(Point point) {
        long[] around = Places.around(point.place());
        int own = 0;
        while (around[own] != point.place()) {
            own++;
        }
        int wider = own + 1;
        while (wider < around.length && around[wider] == point.place()) {
            wider++;
        }
        return narrowest(around, wider, point.cause(), point.ethnicity());
    }

    /** Adds the ways from the stands to the helpers. */
    void addArcsTo(Map<Integer, List<HelperToPair>> helpersByNode) {
        Map<Integer, List<Integer>> standing = new LinkedHashMap<>();
        Map<Integer, Long> places = new HashMap<>();
        stands.forEach((stand, node) -> {
            standing.put(node, new ArrayList<>());
            places.put(node, stand.place());
        });
        helpersByNode.forEach((node, members) -> {
            HelperToPair helper = members.getFirst();
            for (long place : placesOf(helper)) {
                Objects.requireNonNull(standing.get(stands.get(new Stand(place, helper.skills(), helper.ethnicity()))))
                        .add(node);
            }
        });
        standing.forEach((stand, nodes) -> nodes.forEach(node -> network.addArc(
                stand,
                node,
                mostFlow,
                whereabouts(
                        Objects.requireNonNull(places.get(stand)),
                        Objects.requireNonNull(helpersByNode.get(node)).getFirst()))));
    }

    /** At a base the way is paid already; whoever does not come by it comes from far away. */
    private long whereabouts(long place, HelperToPair helper) {
        if (Bases.isBase(place)) {
            return costs.strange();
        }
        return isTooWide(place, helper) ? costs.farAway() : costs.whereabouts(place, helper);
    }

    /** Whether the ways to the villages of this place are measured each by itself. */
    private boolean isTooWide(long place, HelperToPair helper) {
        return Places.width(place) > 1 && bases.measures(helper, place);
    }
}
