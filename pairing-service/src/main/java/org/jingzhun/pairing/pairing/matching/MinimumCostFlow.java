package org.jingzhun.pairing.pairing.matching;

import com.google.ortools.Loader;
import com.google.ortools.graph.MinCostFlow;
import com.google.ortools.graph.MinCostFlowBase;
import java.util.Arrays;

/**
 * The solver, and the prices that prove its answer. OR-Tools does not hand out its node potentials, so that they are
 * computed here on the residual graph; that they exist is already the proof that no cheaper flow does.
 */
final class MinimumCostFlow {

    private static final long UNREACHED = Long.MAX_VALUE / 4;

    private MinimumCostFlow() {}

    /**
     * The flow on each arc of a cheapest flow that carries all supplies to the sink. The network must be able to carry
     * them (every source has an overflow arc): on infeasible input the solver would not return.
     */
    static int[] solve(FlowNetwork network, int[] supplies, int sink) {
        return solve(network, supplies, sink, Long.MAX_VALUE);
    }

    /**
     * The same for networks of which it is likely that some dear arcs carry nothing. The solver's rounds grow with the
     * highest cost; so those above the ceiling count as the ceiling first. An answer that uses none of them is as cheap at
     * their own costs, and only otherwise it is asked for again.
     *
     * @param ceiling of costs
     */
    static int[] solveBelow(FlowNetwork network, int[] supplies, int sink, long ceiling) {
        int[] flow = solve(network, supplies, sink, ceiling);
        for (int arc = 0; arc < network.arcCount(); arc++) {
            if (flow[arc] > 0 && network.cost(arc) > ceiling) {
                return solve(network, supplies, sink);
            }
        }
        return flow;
    }

    private static int[] solve(FlowNetwork network, int[] supplies, int sink, long ceiling) {
        Loader.loadNativeLibraries();
        MinCostFlow solver = new MinCostFlow(network.nodeCount(), network.arcCount());
        try {
            for (int arc = 0; arc < network.arcCount(); arc++) {
                solver.addArcWithCapacityAndUnitCost(
                        network.tail(arc),
                        network.head(arc),
                        network.capacity(arc),
                        Math.min(network.cost(arc), ceiling));
            }
            for (int node = 0; node < supplies.length; node++) {
                solver.setNodeSupply(node, supplies[node]);
            }
            solver.setNodeSupply(sink, -Arrays.stream(supplies).sum());
            MinCostFlowBase.Status status = solver.solve();
            if (status != MinCostFlowBase.Status.OPTIMAL) {
                throw new IllegalStateException("The solver must find an optimal flow, but it answers " + status);
            }
            int[] flow = new int[network.arcCount()];
            Arrays.setAll(flow, arc -> Math.toIntExact(solver.getFlow(arc)));
            return flow;
        } finally {
            solver.delete();
        }
    }

    /**
     * The cheapest cost from each node to the sink in the residual graph (Bellman-Ford in alternating sweeps), which is
     * what one more unit at that node would cost. Only an optimal flow has no negative cycle there.
     *
     * @throws IllegalStateException if the flow is not optimal
     */
    static long[] potentials(FlowNetwork network, int[] flow, int sink) {
        long[] distance = new long[network.nodeCount()];
        Arrays.fill(distance, UNREACHED);
        distance[sink] = 0;
        boolean changed = true;
        for (int sweep = 0; changed; sweep++) {
            if (sweep > network.nodeCount()) {
                throw new IllegalStateException(
                        "The flow must be optimal, but its residual graph has a negative cycle");
            }
            changed = false;
            for (int i = 0; i < network.arcCount(); i++) {
                int arc = sweep % 2 == 0 ? network.arcCount() - 1 - i : i;
                changed |= relax(network, arc, flow[arc], distance);
            }
        }
        return distance;
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
