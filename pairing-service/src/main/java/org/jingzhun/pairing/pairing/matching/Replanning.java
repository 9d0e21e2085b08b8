package org.jingzhun.pairing.pairing.matching;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Understands how a plan is made anew without moving more households than the policy allows (稳定性).
 *
 * <p>Moving a household has a price, the weight of the standing pair. The higher it is, the fewer move; whatever it is,
 * no assignment with as few moves is cheaper in the other terms (Everett 1963), and the certificate at that price is the
 * proof. The lowest price that keeps within the limit is looked for by halving. Households whose helper is gone, or may
 * not help them any more, move in any case.
 */
public final class Replanning {

    private static final int MOST_SOLUTIONS = 10;
    private static final int GROWTH = 4;

    private Replanning() {}

    /**
     * A plan within the limit, if there is one.
     *
     * @param problem with the price of moving by which it was solved
     * @param moves households that get another helper than they have, or none
     * @param freeMoves those that would, were moving no dearer than the policy says
     * @param price of the stability: how much dearer the plan is in all other terms than without the limit, in
     *     hundredths of a weight point
     */
    public record Replan(PairingProblem problem, PairingResult result, int moves, int freeMoves, long price) {}

    /** @param mostMoves that the policy allows; if no plan has so few, one with the fewest */
    public static Replan solve(PairingProblem problem, int mostMoves) {
        Replan free = at(problem, problem.weights().standing(), null);
        if (free.moves() <= mostMoves) {
            return free;
        }
        Replan best = free;
        int tooLow = problem.weights().standing();
        int enough = Weights.LARGEST + 1;
        for (int solutions = 1; solutions < MOST_SOLUTIONS && tooLow + 1 < enough; solutions++) {
            boolean growing = enough > Weights.LARGEST;
            int weight = growing ? Math.min(Weights.LARGEST, Math.max(1, tooLow) * GROWTH) : (tooLow + enough) / 2;
            Replan next = at(problem, weight, free);
            if (next.moves() <= mostMoves) {
                enough = weight;
                best = next;
            } else {
                tooLow = weight;
                best = growing ? next : best;
            }
        }
        return best;
    }

    private static Replan at(PairingProblem problem, int weight, @Nullable Replan free) {
        PairingProblem dearer = problem.with(problem.weights().withStanding(weight));
        PairingResult result = Matching.solve(dearer);
        int moves = moves(dearer, result);
        long price = free == null ? 0 : fit(dearer, result) - fit(free.problem(), free.result());
        return new Replan(dearer, result, moves, free == null ? moves : free.freeMoves(), price);
    }

    /** Households that have a helper and get another one or none: just those for whom the assignment pays the price of moving. */
    public static int moves(PairingProblem problem, PairingResult result) {
        Map<UUID, UUID> standing = new HashMap<>();
        for (HouseholdToPair household : problem.households()) {
            if (household.standingHelper() != null) {
                standing.put(household.id(), household.standingHelper());
            }
        }
        long kept = result.pairs().stream()
                .filter(pair -> pair.helper().equals(standing.get(pair.household())))
                .count();
        return standing.size() - (int) kept;
    }

    /** What the assignment costs but for the price of moving. */
    private static long fit(PairingProblem problem, PairingResult result) {
        Costs costs = problem.with(problem.weights().withStanding(0)).costs();
        Map<UUID, HouseholdToPair> households =
                problem.households().stream().collect(Collectors.toMap(HouseholdToPair::id, Function.identity()));
        long paired = result.pairs().stream()
                .mapToLong(pair -> pair.terms().total() - pair.terms().standing())
                .sum();
        long unpaired = result.unpaired().stream()
                .map(households::get)
                .filter(Objects::nonNull)
                .mapToLong(costs::unpaired)
                .sum();
        return paired + unpaired;
    }
}
