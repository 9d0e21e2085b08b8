package org.jingzhun.pairing.pairing.matching;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Understands how households find helpers when those of one helper must lie in one or adjacent hamlets (一个屯或相邻屯), which
 * ties them to each other, so that no flow can price it.
 *
 * <p>The flow without the rule is solved first. If it keeps the rule by itself, it is the answer. Else a small problem is
 * solved as one by {@link HamletSolver}. A large one is taken apart: each helper goes where the flow sent most of its
 * households, villages that no adjacent hamlets join are solved by themselves, and whoever is left over then, households and
 * helpers, is matched in further rounds. What that may have cost is not hidden: {@link HamletBound} holds for the whole
 * problem.
 */
final class HamletMatching {

    /** Arcs up to which a problem is given to the solver as a whole. */
    private static final int WHOLE_ARCS = 20_000;

    /** Households times helpers above which it is not even tried. */
    private static final long WHOLE_PAIRS = 60_000;

    /** Arcs of a block above which the flow's own deployment is taken. */
    private static final int SOLVED_ARCS = 60_000;

    /** Of the solver's own measure, for all blocks of a round together, and for one. */
    private static final double WORK = 240;

    private static final double MOST_WORK_OF_A_BLOCK = 8;
    private static final int MOST_ROUNDS = 4;

    private final PairingProblem problem;
    private final Costs costs;
    private final HamletRule rule;
    private final Map<UUID, HouseholdToPair> households;
    private final Map<UUID, HelperToPair> helpers;
    private final List<Pair> pairs = new ArrayList<>();
    private final Map<UUID, Long> prices = new HashMap<>();
    private @Nullable Long solverBound;

    private HamletMatching(PairingProblem problem, HamletRule rule) {
        this.problem = problem;
        this.rule = rule;
        costs = problem.costs();
        households = problem.households().stream().collect(Collectors.toMap(HouseholdToPair::id, Function.identity()));
        helpers = problem.helpers().stream().collect(Collectors.toMap(HelperToPair::id, Function.identity()));
    }

    /** @param problem with a rule of hamlets */
    static PairingResult solve(PairingProblem problem) {
        return new HamletMatching(problem, Objects.requireNonNull(problem.rule())).solve();
    }

    private PairingResult solve() {
        PairingResult free = Matching.solve(problem.withoutRule());
        Map<UUID, Long> freePrices = freePrices(free);
        if (keepsTheRule(free)) {
            return new PairingResult(
                    free.pairs(), free.unpaired(), free.cost(), free.potentials(), freePrices, free.cost());
        }
        HamletTeams whole = (long) households.size() * helpers.size() <= WHOLE_PAIRS ? new HamletTeams(problem) : null;
        if (whole != null && whole.arcCount() <= WHOLE_ARCS) {
            solverBound = solveBlock(whole, free, MOST_WORK_OF_A_BLOCK);
        } else {
            solveInRounds(free);
        }
        fillFreePlaces();
        List<UUID> unpaired = unpaired();
        long cost = pairs.stream().mapToLong(pair -> pair.terms().total()).sum()
                + unpaired.stream()
                        .mapToLong(id -> costs.unpaired(Objects.requireNonNull(households.get(id))))
                        .sum();
        pairs.sort(Comparator.comparing(Pair::household));
        return new PairingResult(pairs, unpaired, cost, free.potentials(), bestPrices(freePrices), solverBound);
    }

    private boolean keepsTheRule(PairingResult result) {
        return hamletsOf(result.pairs()).values().stream().allMatch(rule::allows);
    }

    private Map<UUID, Set<Hamlet>> hamletsOf(List<Pair> some) {
        Map<UUID, Set<Hamlet>> hamlets = new TreeMap<>();
        for (Pair pair : some) {
            hamlets.computeIfAbsent(pair.helper(), _ -> new HashSet<>()).add(home(pair.household()));
        }
        return hamlets;
    }

    private Hamlet home(UUID household) {
        return Objects.requireNonNull(households.get(household)).home();
    }

    /** What each household would pay without the rule, which is worth as much as a bound under it. */
    private Map<UUID, Long> freePrices(PairingResult free) {
        CheapestOffers offers = new CheapestOffers(problem, free.potentials());
        Map<UUID, Long> all = new HashMap<>();
        problem.households()
                .forEach(household ->
                        all.put(household.id(), offers.cheapest(household).price() * HamletSolver.THOUSANDTHS));
        return all;
    }

    /** Those of the flow or those of the linear relaxations, whichever proves more. */
    private Map<UUID, Long> bestPrices(Map<UUID, Long> freePrices) {
        Map<UUID, Long> mixed = new HashMap<>(freePrices);
        mixed.putAll(prices);
        return HamletBound.of(problem, mixed) > HamletBound.of(problem, freePrices) ? mixed : freePrices;
    }

    private void solveInRounds(PairingResult first) {
        PairingProblem rest = problem;
        PairingResult free = first;
        for (int round = 0; round < MOST_ROUNDS; round++) {
            int before = pairs.size();
            solveByVillages(rest, free);
            Set<UUID> busy = pairs.stream().map(Pair::helper).collect(Collectors.toSet());
            Set<UUID> open = Set.copyOf(unpaired());
            rest = problem.of(
                    problem.households().stream()
                            .filter(household -> open.contains(household.id()))
                            .toList(),
                    problem.helpers().stream()
                            .filter(helper -> !busy.contains(helper.id()))
                            .toList());
            if (pairs.size() == before
                    || rest.households().isEmpty()
                    || rest.helpers().isEmpty()) {
                return;
            }
            free = Matching.solve(rest.withoutRule());
        }
    }

    private void solveByVillages(PairingProblem part, PairingResult free) {
        Map<Hamlet, Integer> blockOf = blocks(part);
        Map<Integer, List<HouseholdToPair>> homes = new TreeMap<>();
        part.households().forEach(household -> homes.computeIfAbsent(
                        Objects.requireNonNull(blockOf.get(household.home())), _ -> new ArrayList<>())
                .add(household));
        Map<Integer, List<HelperToPair>> hands = new TreeMap<>();
        Map<UUID, List<Pair>> byHelper = free.pairs().stream().collect(Collectors.groupingBy(Pair::helper));
        byHelper.forEach((helper, its) -> {
            int block = mostFrequent(its.stream()
                    .map(pair -> Objects.requireNonNull(blockOf.get(home(pair.household()))))
                    .toList());
            hands.computeIfAbsent(block, _ -> new ArrayList<>()).add(Objects.requireNonNull(helpers.get(helper)));
        });
        double work = Math.min(MOST_WORK_OF_A_BLOCK, WORK / Math.max(1, homes.size()));
        homes.forEach((block, its) ->
                solveBlock(new HamletTeams(problem.of(its, hands.getOrDefault(block, List.of()))), free, work));
    }

    /** Hamlets of one village, or joined by adjacent ones, are one block. */
    private Map<Hamlet, Integer> blocks(PairingProblem part) {
        Set<Hamlet> present =
                part.households().stream().map(HouseholdToPair::home).collect(Collectors.toSet());
        Map<Long, Long> root = new TreeMap<>();
        present.forEach(hamlet -> root.put(hamlet.village(), hamlet.village()));
        for (Set<Hamlet> joined : rule.connected(present)) {
            long to = joined.iterator().next().village();
            for (Hamlet hamlet : joined) {
                Long from = root.get(hamlet.village());
                Long target = root.get(to);
                if (from != null && target != null) {
                    root.replaceAll((_, old) -> old.equals(from) ? target : old);
                }
            }
        }
        Map<Long, Integer> numbers = new TreeMap<>();
        root.values().stream().sorted().distinct().forEach(village -> numbers.put(village, numbers.size()));
        Map<Hamlet, Integer> blocks = new HashMap<>();
        present.forEach(hamlet -> blocks.put(
                hamlet, Objects.requireNonNull(numbers.get(Objects.requireNonNull(root.get(hamlet.village()))))));
        return blocks;
    }

    private static int mostFrequent(List<Integer> values) {
        Map<Integer, Long> counts =
                values.stream().collect(Collectors.groupingBy(value -> value, TreeMap::new, Collectors.counting()));
        return counts.entrySet().stream()
                .max(Map.Entry.<Integer, Long>comparingByValue()
                        .thenComparing(Map.Entry.comparingByKey(Comparator.reverseOrder())))
                .map(Map.Entry::getKey)
                .orElseThrow();
    }

    /** Adds the pairs and the prices of a block; its bound by the word of the solver. */
    private long solveBlock(HamletTeams teams, PairingResult free, double work) {
        int[] first = asTheFlow(teams, free);
        if (teams.arcCount() > SOLVED_ARCS || teams.teams().isEmpty()) {
            pairs.addAll(Deployment.of(teams, first).pairs(teams));
            return 0;
        }
        HamletSolver.Answer answer = HamletSolver.solve(teams, first, work);
        pairs.addAll(answer.deployment().pairs(teams));
        Map<UUID, Long> worth = HamletSolver.prices(teams);
        if (worth != null) {
            worth.forEach(prices::putIfAbsent);
        }
        return answer.bound();
    }

    /** Sends each helper to the group in which the flow gave it most. */
    private int[] asTheFlow(HamletTeams teams, PairingResult free) {
        Map<UUID, List<Hamlet>> hamlets = new HashMap<>();
        free.pairs().forEach(pair -> hamlets.computeIfAbsent(pair.helper(), _ -> new ArrayList<>())
                .add(home(pair.household())));
        int[] sent = new int[teams.teams().size()];
        for (int kind = 0; kind < teams.kinds().size(); kind++) {
            int wanted = kind;
            int[] own = IntStream.range(0, sent.length)
                    .filter(team -> teams.teams().get(team).kind() == wanted)
                    .toArray();
            for (HelperToPair helper : teams.kinds().get(kind).members()) {
                List<Hamlet> its = hamlets.getOrDefault(helper.id(), List.of());
                Arrays.stream(own)
                        .boxed()
                        .max(Comparator.comparingLong((Integer team) -> within(teams, team, its))
                                .thenComparing(Comparator.reverseOrder()))
                        .ifPresent(team -> sent[team]++);
            }
        }
        return sent;
    }

    private static long within(HamletTeams teams, int team, List<Hamlet> hamlets) {
        Set<Hamlet> group = teams.groups().get(teams.teams().get(team).group());
        return hamlets.stream().filter(group::contains).count();
    }

    private List<UUID> unpaired() {
        Set<UUID> paired = pairs.stream().map(Pair::household).collect(Collectors.toSet());
        return households.keySet().stream()
                .filter(id -> !paired.contains(id))
                .sorted()
                .toList();
    }

    /** Whoever has a place left takes who is left over as far as the rule lets it, the poor first. */
    private void fillFreePlaces() {
        Map<UUID, Set<Hamlet>> hamlets = hamletsOf(pairs);
        Map<UUID, Integer> loads = new HashMap<>();
        pairs.forEach(pair -> loads.merge(pair.helper(), 1, Integer::sum));
        List<HelperToPair> inOrder = helpers.values().stream()
                .sorted(Comparator.comparing(HelperToPair::id))
                .toList();
        List<HouseholdToPair> left = unpaired().stream()
                .map(households::get)
                .filter(Objects::nonNull)
                .sorted(Comparator.comparing((HouseholdToPair household) -> !household.poor())
                        .thenComparing(HouseholdToPair::id))
                .toList();
        for (HouseholdToPair household : left) {
            inOrder.stream()
                    .filter(helper -> loads.getOrDefault(helper.id(), 0) < helper.quota()
                            && helper.mayHelp(household)
                            && hamlets.getOrDefault(helper.id(), Set.of()).stream()
                                    .allMatch(hamlet -> rule.areAdjacent(hamlet, household.home())))
                    .min(Comparator.comparingLong(helper -> costs.fit(household, helper)
                            + costs.place(loads.getOrDefault(helper.id(), 0) + 1, helper.quota())))
                    .ifPresent(helper -> {
                        int place = loads.merge(helper.id(), 1, Integer::sum);
                        hamlets.computeIfAbsent(helper.id(), _ -> new HashSet<>())
                                .add(household.home());
                        pairs.add(new Pair(household.id(), helper.id(), place, costs.terms(household, helper, place)));
                    });
        }
    }
}
