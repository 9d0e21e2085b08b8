package org.jingzhun.pairing.pairing.matching;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jingzhun.pairing.cause.Cause;
import org.jspecify.annotations.Nullable;

/**
 * The problem as a network in which a cheapest flow is a cheapest assignment.
 *
 * <p>Between the classes of households and of helpers stand meeting points: (place, cause, language), where place is a
 * village, a township or anywhere, and cause and language may be "any". A helper stands behind the meeting points that
 * it can serve, a household goes to those that describe it ever more loosely; missing skill and language is paid on the
 * household's arc, distance on the helper's. The cheapest path costs exactly what {@link Costs} says of the pair, with
 * some fifty arcs a class instead of one arc for each pair of classes.
 *
 * <p>Arcs are numbered in this order: from households, from meeting points, from helpers to the sink.
 */
final class PairingNetwork {

    /** Where households and helpers meet; {@code null} is "any". */
    private record MeetingPoint(
            long place, @Nullable Cause cause, @Nullable String ethnicity) {}

    static final Comparator<HouseholdToPair> BY_NEIGHBOURHOOD = Comparator.comparingLong(HouseholdToPair::village)
            .thenComparing(HouseholdToPair::hamlet)
            .thenComparing(HouseholdToPair::id);

    private final Costs costs;
    private final FlowNetwork network = new FlowNetwork();
    private final List<List<HouseholdToPair>> householdsByNode = new ArrayList<>();
    private final Map<Integer, List<HelperToPair>> helpersByNode = new LinkedHashMap<>();
    private final Map<UUID, Integer> standingHelperNodes = new HashMap<>();
    private final Map<MeetingPoint, Integer> meetingPoints = new LinkedHashMap<>();
    private final int householdCount;
    private final int sink;
    private final int firstArcToHelpers;
    private final int firstArcFromHelpers;

    PairingNetwork(PairingProblem problem) {
        costs = new Costs(problem.weights());
        householdCount = problem.households().size();
        Map<HouseholdClass, List<HouseholdToPair>> householdClasses = problem.households().stream()
                .sorted(BY_NEIGHBOURHOOD)
                .collect(Collectors.groupingBy(HouseholdClass::of, LinkedHashMap::new, Collectors.toList()));
        householdClasses.values().forEach(members -> {
            network.addNode();
            householdsByNode.add(members);
        });
        addHelperNodes(problem);
        helpersByNode.forEach((_, members) -> pointsServedBy(members.getFirst())
                .forEach(point -> meetingPoints.computeIfAbsent(point, _ -> network.addNode())));
        sink = network.addNode();
        for (int node = 0; node < householdsByNode.size(); node++) {
            addArcsFromHouseholds(node, householdsByNode.get(node));
        }
        firstArcToHelpers = network.arcCount();
        helpersByNode.forEach(this::addArcsToHelpers);
        firstArcFromHelpers = network.arcCount();
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

    int firstArcToHelpers() {
        return firstArcToHelpers;
    }

    int firstArcFromHelpers() {
        return firstArcFromHelpers;
    }

    int[] supplies() {
        return householdsByNode.stream().mapToInt(List::size).toArray();
    }

    private void addHelperNodes(PairingProblem problem) {
        Set<UUID> standing = problem.households().stream()
                .map(HouseholdToPair::standingHelper)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
        Map<HelperClass, List<HelperToPair>> classes = problem.helpers().stream()
                .filter(helper -> helper.quota() > 0)
                .sorted(Comparator.comparing(HelperToPair::id))
                .collect(Collectors.groupingBy(
                        helper -> HelperClass.of(helper, standing), LinkedHashMap::new, Collectors.toList()));
        classes.forEach((helperClass, members) -> {
            int node = network.addNode();
            helpersByNode.put(node, members);
            if (helperClass.standing() != null) {
                standingHelperNodes.put(helperClass.standing(), node);
            }
        });
    }

    private void addArcsFromHouseholds(int node, List<HouseholdToPair> members) {
        HouseholdToPair household = members.getFirst();
        int count = members.size();
        long change = household.standingHelper() == null ? 0 : costs.change();
        List<@Nullable Cause> causes =
                new ArrayList<>(household.otherCauses().stream().sorted().toList());
        causes.addFirst(household.mainCause());
        causes.add(null);
        List<@Nullable String> languages = new ArrayList<>();
        languages.add(null);
        if (costs.language(household.ethnicity(), null) > 0) {
            languages.add(household.ethnicity());
        }
        for (long place : new long[] {household.village(), Places.township(household.village()), Places.ANYWHERE}) {
            for (Cause cause : causes) {
                long skill = costs.skill(
                        household.mainCause(), household.otherCauses(), cause == null ? Set.of() : Set.of(cause));
                for (String language : languages) {
                    Integer point = meetingPoints.get(new MeetingPoint(place, cause, language));
                    if (point != null) {
                        long cost = change + skill + costs.language(household.ethnicity(), language);
                        network.addArc(node, point, count, cost);
                    }
                }
            }
        }
        Integer standing = standingHelperNodes.get(household.standingHelper());
        if (standing != null) {
            HelperToPair helper =
                    Objects.requireNonNull(helpersByNode.get(standing)).getFirst();
            network.addArc(node, standing, count, costs.fit(household, helper));
        }
        network.addArc(node, sink, count, costs.unpaired(household));
    }

    private void addArcsToHelpers(int node, List<HelperToPair> members) {
        HelperToPair helper = members.getFirst();
        for (MeetingPoint point : pointsServedBy(helper)) {
            long distance = costs.unitVillage(point.place(), helper.unitVillages())
                    + costs.homeVillage(point.place(), helper.homeVillage());
            network.addArc(Objects.requireNonNull(meetingPoints.get(point)), node, householdCount, distance);
        }
    }

    private void addArcsFromHelpers(int node, List<HelperToPair> members) {
        int quota = members.getFirst().quota();
        for (int place = 1; place <= quota; place++) {
            network.addArc(node, sink, members.size(), costs.load(place, quota));
        }
    }

    private static List<MeetingPoint> pointsServedBy(HelperToPair helper) {
        Set<Long> places = new TreeSet<>(helper.unitVillages());
        if (helper.homeVillage() != null) {
            places.add(helper.homeVillage());
        }
        places.addAll(places.stream().map(Places::township).toList());
        places.add(Places.ANYWHERE);
        List<MeetingPoint> points = new ArrayList<>();
        for (long place : places) {
            addPointsAt(place, null, helper.ethnicity(), points);
            helper.skills().stream().sorted().forEach(skill -> addPointsAt(place, skill, helper.ethnicity(), points));
        }
        return points;
    }

    private static void addPointsAt(
            long place, @Nullable Cause cause, @Nullable String ethnicity, List<MeetingPoint> points) {
        points.add(new MeetingPoint(place, cause, null));
        if (ethnicity != null) {
            points.add(new MeetingPoint(place, cause, ethnicity));
        }
    }
}
