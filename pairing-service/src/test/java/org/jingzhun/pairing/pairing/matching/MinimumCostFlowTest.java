package org.jingzhun.pairing.pairing.matching;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.ortools.Loader;
import com.google.ortools.graph.MinCostFlow;
import com.google.ortools.graph.MinCostFlowBase;
import java.util.Arrays;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** The solver against the one of OR-Tools, on networks of any shape. */
final class MinimumCostFlowTest {

    /** Some nodes are dead ends, some arcs lie beside each other, and costs are of all sizes. */
    private static FlowNetwork network(Random random, int nodes, int sources, int highest) {
        FlowNetwork network = new FlowNetwork();
        for (int i = 0; i < nodes; i++) {
            network.addNode();
        }
        for (int i = random.nextInt(nodes * 6); i > 0; i--) {
            int tail = random.nextInt(nodes - 1);
            int head = random.nextInt(nodes);
            if (tail != head) {
                network.addArc(tail, head, random.nextInt(1 << random.nextInt(8)), random.nextInt(highest));
            }
        }
        for (int source = 0; source < sources; source++) {
            network.addArc(source, nodes - 1, Integer.MAX_VALUE / 2, highest * (1L + random.nextInt(30)));
        }
        return network;
    }

    @Property(tries = 1_000)
    void noFlowIsCheaper(
            @ForAll Random random,
            @ForAll @IntRange(min = 2, max = 60) int nodes,
            @ForAll @IntRange(min = 1, max = 60_000) int highest,
            @ForAll @IntRange(min = 1, max = 120_000) int ceiling) {
        int sources = 1 + random.nextInt(nodes - 1);
        FlowNetwork network = network(random, nodes, sources, highest);
        int[] supplies = random.ints(sources, 0, 1 << random.nextInt(8)).toArray();
        MinimumCostFlow.Optimal optimal = MinimumCostFlow.solveBelow(network, supplies, nodes - 1, ceiling);
        requireCarries(network, supplies, nodes - 1, optimal.flow());
        assertThat(cost(network, optimal.flow())).isEqualTo(peer(network, supplies, nodes - 1));
        requireProves(network, optimal);
    }

    private static void requireCarries(FlowNetwork network, int[] supplies, int sink, int[] flow) {
        long[] left = new long[network.nodeCount()];
        for (int node = 0; node < supplies.length; node++) {
            left[node] += supplies[node];
            left[sink] -= supplies[node];
        }
        for (int arc = 0; arc < flow.length; arc++) {
            assertThat(flow[arc]).isBetween(0, network.capacity(arc));
            left[network.tail(arc)] -= flow[arc];
            left[network.head(arc)] += flow[arc];
        }
        assertThat(left).containsOnly(0);
    }

    /** What an arc costs is what its ends differ by where it carries something but not all, and no less where it could carry more. */
    private static void requireProves(FlowNetwork network, MinimumCostFlow.Optimal optimal) {
        for (int arc = 0; arc < network.arcCount(); arc++) {
            long tail = optimal.potentials()[network.tail(arc)];
            long head = optimal.potentials()[network.head(arc)];
            if (optimal.flow()[arc] < network.capacity(arc) && head < Long.MAX_VALUE / 4) {
                assertThat(tail).isLessThanOrEqualTo(head + network.cost(arc));
            }
            if (optimal.flow()[arc] > 0) {
                assertThat(head).isLessThanOrEqualTo(tail - network.cost(arc));
            }
        }
    }

    private static long cost(FlowNetwork network, int[] flow) {
        long cost = 0;
        for (int arc = 0; arc < flow.length; arc++) {
            cost += flow[arc] * network.cost(arc);
        }
        return cost;
    }

    private static long peer(FlowNetwork network, int[] supplies, int sink) {
        Loader.loadNativeLibraries();
        MinCostFlow solver = new MinCostFlow(network.nodeCount(), network.arcCount());
        for (int arc = 0; arc < network.arcCount(); arc++) {
            solver.addArcWithCapacityAndUnitCost(
                    network.tail(arc), network.head(arc), network.capacity(arc), network.cost(arc));
        }
        for (int node = 0; node < supplies.length; node++) {
            solver.setNodeSupply(node, supplies[node]);
        }
        solver.setNodeSupply(sink, -Arrays.stream(supplies).sum());
        assertThat(solver.solve()).isEqualTo(MinCostFlowBase.Status.OPTIMAL);
        long cost = solver.getOptimalCost();
        solver.delete();
        return cost;
    }
}
