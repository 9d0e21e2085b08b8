package org.jingzhun.pairing.pairing.matching;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
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
 * A problem as the rule of hamlets sees it (片区编组): households that are alike, and teams, which are helpers that are alike
 * with a group of adjacent hamlets to which some of them may be sent. Once it is settled how many go where, the rest is a
 * flow.
 */
final class HamletTeams {

    /** Households of one hamlet that cost the same with every helper, neighbours together. */
    record Need(Hamlet hamlet, List<HouseholdToPair> members) {
        HouseholdToPair first() {
            return members.getFirst();
        }
    }

    /** Helpers that cost the same with every household here, ordered by id. */
    record Kind(List<HelperToPair> members) {
        HelperToPair first() {
            return members.getFirst();
        }
    }

    /** What a household of a need costs with a helper of the team, its place apart. */
    record Arc(int need, long cost) {}

    /** Helpers of a kind who may be sent to a group of hamlets. */
    record Team(int kind, int group, List<Arc> arcs) {}

    /** What makes helpers alike, as far as the villages of the problem go. */
    private record Signature(
            List<Long> whereabouts,
            Set<Cause> skills,
            @Nullable String ethnicity,
            int quota,
            @Nullable UUID single) {}

    private static final long FORBIDDEN = -1;

    private final Costs costs;
    private final List<Need> needs;
    private final List<Kind> kinds;
    private final List<Set<Hamlet>> groups;
    private final List<Team> teams = new ArrayList<>();

    HamletTeams(PairingProblem problem) {
        costs = problem.costs();
        needs = problem.households().stream()
                .sorted(PairingNetwork.BY_NEIGHBOURHOOD)
                .collect(Collectors.groupingBy(
                        household -> List.of(household.home(), HouseholdClass.of(household, Set.of())),
                        LinkedHashMap::new,
                        Collectors.toList()))
                .values()
                .stream()
                .map(members -> new Need(members.getFirst().home(), members))
                .toList();
        Set<Long> villages = new TreeSet<>();
        Set<UUID> singles = new HashSet<>();
        for (Need need : needs) {
            villages.add(need.hamlet().village());
            singles.addAll(need.first().excluded());
            if (need.first().standingHelper() != null) {
                singles.add(need.first().standingHelper());
            }
        }
        kinds = problem.helpers().stream()
                .filter(helper -> helper.quota() > 0)
                .sorted(Comparator.comparing(HelperToPair::id))
                .collect(Collectors.groupingBy(
                        helper -> signature(helper, villages, singles), LinkedHashMap::new, Collectors.toList()))
                .values()
                .stream()
                .map(Kind::new)
                .toList();
        groups = Objects.requireNonNull(problem.rule())
                .groups(needs.stream().map(Need::hamlet).collect(Collectors.toSet()));
        makeTeams();
    }

    private Signature signature(HelperToPair helper, Set<Long> villages, Set<UUID> singles) {
        List<Long> whereabouts = villages.stream()
                .map(village -> helper.mayHelpIn(village) ? costs.whereabouts(village, helper) : FORBIDDEN)
                .toList();
        return new Signature(
                whereabouts,
                helper.skills(),
                helper.ethnicity(),
                helper.quota(),
                singles.contains(helper.id()) ? helper.id() : null);
    }

    private void makeTeams() {
        Map<Hamlet, List<Integer>> needsOfHamlet = new LinkedHashMap<>();
        for (int need = 0; need < needs.size(); need++) {
            needsOfHamlet
                    .computeIfAbsent(needs.get(need).hamlet(), _ -> new ArrayList<>())
                    .add(need);
        }
        for (int group = 0; group < groups.size(); group++) {
            List<Integer> reached = groups.get(group).stream()
                    .flatMap(hamlet -> needsOfHamlet.getOrDefault(hamlet, List.of()).stream())
                    .toList();
            for (int kind = 0; kind < kinds.size(); kind++) {
                HelperToPair helper = kinds.get(kind).first();
                List<Arc> arcs = reached.stream()
                        .filter(need -> helper.mayHelp(needs.get(need).first()))
                        .map(need -> new Arc(need, costs.fit(needs.get(need).first(), helper)))
                        .toList();
                if (!arcs.isEmpty()) {
                    teams.add(new Team(kind, group, arcs));
                }
            }
        }
    }

    Costs costs() {
        return costs;
    }

    List<Need> needs() {
        return needs;
    }

    List<Kind> kinds() {
        return kinds;
    }

    List<Set<Hamlet>> groups() {
        return groups;
    }

    List<Team> teams() {
        return teams;
    }

    /** The size of the problem for a solver. */
    int arcCount() {
        return teams.stream().mapToInt(team -> team.arcs().size()).sum();
    }
}
