package org.jingzhun.pairing.pairing.matching;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * A cheapest flow, and the prices that prove it: they exist only where no other flow is cheaper, and are computed without the
 * solver, on the residual graph.
 */
final class MinimumCostFlow {

    private static final long UNREACHED = Long.MAX_VALUE / 4;

    /** Within which the prices of an optimal flow are nearly always found. */
    private static final int FEW_SWEEPS = 100;

    private MinimumCostFlow() {}

    /**
     * A cheapest flow.
     *
     * @param flow on each arc
     * @param potentials of each node: the cheapest cost to the sink in the residual graph, which is what one more unit there
     *     would cost
     */
    record Optimal(int[] flow, long[] potentials) {}

    /**
     * A cheapest flow that carries all supplies to the sink. The network must be able to carry them (every source has an
     * overflow arc).
     */
    static Optimal solve(FlowNetwork network, int[] supplies, int sink) {
        return solveBelow(network, supplies, sink, Long.MAX_VALUE);
    }

    /**
     * The same for networks of which it is likely that some dear arcs carry nothing. The solver's rounds grow with the
     * highest cost; so those above the ceiling count as the ceiling first. Only if what it finds is not the cheapest at the
     * true costs, it is asked again.
     *
     * @param ceiling of costs
     */
    static Optimal solveBelow(FlowNetwork network, int[] supplies, int sink, long ceiling) {
        for (long highest : new long[] {ceiling, Long.MAX_VALUE}) {
            CostScaling scaling = new CostScaling(network, supplies, sink, highest);
            while (!scaling.isExact()) {
                scaling.refine();
                if (scaling.isClose()) {
                    int[] flow = scaling.flow();
                    boolean certain = scaling.isExact() && highest == Long.MAX_VALUE;
                    int sweeps = certain ? network.nodeCount() + 1 : FEW_SWEEPS;
                    long[] potentials = potentials(network, flow, sink, sweeps);
                    if (potentials != null) {
                        return new Optimal(flow, potentials);
                    }
                }
            }
        }
        throw new IllegalStateException("The flow must be optimal, but its residual graph has a negative cycle");
    }

    /** By Bellman and Ford, in alternating sweeps; {@code null} if so many did not suffice. */
    private static long @Nullable [] potentials(FlowNetwork network, int[] flow, int sink, int sweeps) {
        long[] distance = new long[network.nodeCount()];
        Arrays.fill(distance, UNREACHED);
        distance[sink] = 0;
        for (int sweep = 0; sweep < sweeps; sweep++) {
            boolean changed = false;
            for (int i = 0; i < network.arcCount(); i++) {
                int arc = sweep % 2 == 0 ? network.arcCount() - 1 - i : i;
                changed |= relax(network, arc, flow[arc], distance);
            }
            if (!changed) {
                return distance;
            }
        }
        return null;
    }

    private static boolean relax(FlowNetwork network, int arc, int flow, long[] distance) {
        int tail = network.tail(arc);
        int head = network.head(arc);
        boolean changed = false;
        if (flow < network.capacity(arc)
                && distance[head] < UNREACHED
                && distance[head] + network.cost(arc) < distance[tail]) {
            distance[tail] = distance[head] + network.cost(arc);
            changed = true;
        }
        if (flow > 0 && distance[tail] < UNREACHED && distance[tail] - network.cost(arc) < distance[head]) {
            distance[head] = distance[tail] - network.cost(arc);
            changed = true;
        }
        return changed;
    }
}
