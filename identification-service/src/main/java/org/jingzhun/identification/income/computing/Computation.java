package org.jingzhun.identification.income.computing;

import java.util.List;

/**
 * A net income with its proof: {@code net} is the sum of what is counted less the sum of the costs.
 *
 * @param contributions one for each line, in their order
 * @param gross sum of all stated income in fen, whether it counts or not
 * @param counted sum of what counts, in fen
 * @param costs sum of the costs, in fen
 * @param net counted less costs in fen; below 0 when costs are higher
 * @param persons among whom it is shared, 1 or more
 * @param perHead net by persons in whole fen, rounded down
 */
public record Computation(
        List<Contribution> contributions, long gross, long counted, long costs, long net, int persons, long perHead) {

    public Computation {
        contributions = List.copyOf(contributions);
    }

    /**
     * What a line gives.
     *
     * @param counted of it, in fen; 0 of what does not count and of costs
     * @param cost of it, in fen
     * @param effect why
     */
    public record Contribution(String item, Kind kind, long stated, long counted, long cost, Effect effect) {}

    /** What becomes of a stated amount. */
    public enum Effect {
        COUNTS,
        DOES_NOT_COUNT,
        TAKES_AWAY
    }
}
