package org.jingzhun.pairing.pairing.matching;

import java.util.Arrays;

/**
 * A cheapest flow by cost scaling (最小费用流; Goldberg and Tarjan 1990): each round halves three times by how much an arc may
 * be cheaper than the prices at its ends say, gives up what then is too dear, and sends it along short ways of arcs that pay
 * (partial augmentation), until nothing is left at any node. Now and then all prices follow the ways that are open to what is
 * left (global price update).
 *
 * <p>Costs are multiplied by more than the number of nodes, so that the last round's flow is a cheapest one.
 */
final class CostScaling {

    /** Halvings from one round to the next. */
    private static final int STEP = 3;

    /** Halvings of the highest cost with which it begins: what decides is nearly always far below the highest. */
    private static final int SPARED = 9;

    private static final int LONGEST_WAY = 6;

    /** In which prices settle between two rounds, as far as they do at all. */
    private static final int SWEEPS = 8;

    /** Prices are updated after so many changes of single ones a node. */
    private static final int CHANGES = 2;

    private final FlowNetwork network;
    private final int nodes;
    private final int scale;
    /** By node: the first of its residual arcs, which are those of the network in both directions. */
    private final int[] first;

    private final int[] head;
    private final int[] residual;
    private final long[] cost;
    private final int[] reverse;
    /** By arc of the network: the residual arc of its direction. */
    private final int[] forward;

    private final long[] price;
    private final long[] excess;
    /** By node: the first of its arcs that may pay. */
    private final int[] current;

    /** The nodes of the way that is looked for, and the arcs between them. */
    private final int[] way = new int[LONGEST_WAY + 1];

    private final int[] arcs = new int[LONGEST_WAY];
    private final WaitingNodes waiting;
    private final Ranks ranks;
    private int bits;
    private boolean begun;

    /** @param ceiling of costs; higher ones count as it */
    CostScaling(FlowNetwork network, int[] supplies, int sink, long ceiling) {
        this.network = network;
        nodes = network.nodeCount();
        scale = Integer.SIZE - Integer.numberOfLeadingZeros(nodes);
        int count = network.arcCount();
        first = new int[nodes + 1];
        for (int arc = 0; arc < count; arc++) {
            first[network.tail(arc) + 1]++;
            first[network.head(arc) + 1]++;
        }
        for (int node = 0; node < nodes; node++) {
            first[node + 1] += first[node];
        }
        head = new int[2 * count];
        residual = new int[2 * count];
        cost = new long[2 * count];
        reverse = new int[2 * count];
        forward = new int[count];
        price = new long[nodes];
        excess = new long[nodes];
        current = Arrays.copyOf(first, nodes);
        waiting = new WaitingNodes(nodes);
        ranks = new Ranks(nodes);
        long highest = 1;
        for (int arc = 0; arc < count; arc++) {
            long capped = Math.min(network.cost(arc), ceiling);
            highest = Math.max(highest, Math.abs(capped));
            add(arc, capped << scale);
        }
        for (int node = 0; node < supplies.length; node++) {
            excess[node] = supplies[node];
            excess[sink] -= supplies[node];
        }
        bits = Math.max(scale, Long.SIZE - Long.numberOfLeadingZeros(highest) + scale - SPARED);
    }

    private void add(int arc, long scaled) {
        int there = current[network.tail(arc)]++;
        int back = current[network.head(arc)]++;
        forward[arc] = there;
        head[there] = network.head(arc);
        head[back] = network.tail(arc);
        residual[there] = network.capacity(arc);
        cost[there] = scaled;
        cost[back] = -scaled;
        reverse[there] = back;
        reverse[back] = there;
    }

    /** Whether what the last round left is a cheapest flow for certain. */
    boolean isExact() {
        return begun && bits == 0;
    }

    /** Whether an arc may be cheaper than the prices say by so little that the flow is likely to be a cheapest one. */
    boolean isClose() {
        return begun && bits <= scale + 1;
    }

    /** The flow on each arc of the network after the last round. */
    int[] flow() {
        int[] flow = new int[forward.length];
        Arrays.setAll(flow, arc -> residual[reverse[forward[arc]]]);
        return flow;
    }

    /** One more round. */
    void refine() {
        if (begun) {
            bits = Math.max(0, bits - STEP);
            settlePrices();
        }
        begun = true;
        giveUpWhatPaysNoMore();
        System.arraycopy(first, 0, current, 0, nodes);
        for (int node = 0; node < nodes; node++) {
            if (excess[node] > 0) {
                waiting.add(node);
            }
        }
        long limit = (long) CHANGES * nodes;
        long changes = limit;
        while (!waiting.isEmpty()) {
            if (changes >= limit) {
                updatePrices();
                changes = 0;
            }
            int node = waiting.take();
            if (excess[node] > 0) {
                changes += sendFrom(node);
            }
        }
    }

    private long reduced(int arc, long tailPrice) {
        return cost[arc] + tailPrice - price[head[arc]];
    }

    private void push(int tail, int arc, long units) {
        residual[arc] -= (int) units;
        residual[reverse[arc]] += (int) units;
        excess[tail] -= units;
        excess[head[arc]] += units;
    }

    /** Prices at which most of what the last round sent pays (price refinement): only the rest is sent anew. */
    private void settlePrices() {
        for (int sweep = 0; sweep < SWEEPS; sweep++) {
            for (int i = 0; i < nodes; i++) {
                int node = sweep % 2 == 0 ? i : nodes - 1 - i;
                long own = price[node];
                for (int arc = first[node]; arc < first[node + 1]; arc++) {
                    if (residual[arc] > 0 && own + cost[arc] < price[head[arc]]) {
                        price[head[arc]] = own + cost[arc];
                    }
                }
            }
        }
    }

    private void giveUpWhatPaysNoMore() {
        for (int node = 0; node < nodes; node++) {
            for (int arc = first[node]; arc < first[node + 1]; arc++) {
                if (residual[arc] > 0 && reduced(arc, price[node]) < 0) {
                    push(node, arc, residual[arc]);
                }
            }
        }
    }

    /**
     * Looks for a short way that pays, or one to a node that lacks something, and sends along it.
     *
     * @return how many prices were changed
     */
    private int sendFrom(int start) {
        int changes = 0;
        int length = 0;
        way[0] = start;
        while (length < LONGEST_WAY && (length == 0 || excess[way[length]] >= 0)) {
            int tip = way[length];
            int arc = paying(tip);
            if (arc >= 0) {
                current[tip] = arc;
                arcs[length++] = arc;
                way[length] = head[arc];
            } else {
                length = Math.max(0, length - 1);
                lowerPrice(tip, price[way[length]] + cost[arcs[length]]);
                changes++;
            }
        }
        for (int i = 0; i < length; i++) {
            long units = Math.min(excess[way[i]], residual[arcs[i]]);
            if (units > 0) {
                push(way[i], arcs[i], units);
            }
        }
        for (int i = 0; i <= length; i++) {
            if (excess[way[i]] > 0) {
                waiting.add(way[i]);
            }
        }
        return changes;
    }

    /** The next residual arc of the node that is cheaper than the prices say; -1 if there is none. */
    private int paying(int node) {
        long own = price[node];
        int end = first[node + 1];
        for (int arc = current[node]; arc < end; arc++) {
            if (residual[arc] > 0 && reduced(arc, own) < 0) {
                return arc;
            }
        }
        return -1;
    }

    /** @param deadEnd at which no arc to the node pays any more, if none leads on from there */
    private void lowerPrice(int node, long deadEnd) {
        long best = Long.MIN_VALUE;
        int end = first[node + 1];
        for (int arc = first[node]; arc < end; arc++) {
            if (residual[arc] > 0) {
                best = Math.max(best, price[head[arc]] - cost[arc]);
            }
        }
        price[node] = best == Long.MIN_VALUE ? deadEnd : best - (1L << bits);
        current[node] = first[node];
    }

    /** Lowers each price by the length of the shortest open way to a node that lacks something. */
    private void updatePrices() {
        ranks.clear();
        int open = 0;
        for (int node = 0; node < nodes; node++) {
            if (excess[node] < 0) {
                ranks.lower(node, 0);
            } else if (excess[node] > 0) {
                open++;
            }
        }
        int rank = 0;
        for (; rank < ranks.most() && open > 0; rank++) {
            for (int node = ranks.next(rank); node >= 0; node = ranks.next(rank)) {
                rankThoseBefore(node, rank);
                open -= excess[node] > 0 ? 1 : 0;
            }
        }
        for (int node = 0; node < nodes; node++) {
            price[node] -= (long) Math.min(rank, ranks.of(node)) << bits;
        }
        System.arraycopy(first, 0, current, 0, nodes);
    }

    private void rankThoseBefore(int node, int rank) {
        long own = price[node];
        for (int arc = first[node]; arc < first[node + 1]; arc++) {
            int before = head[arc];
            if (ranks.of(before) > rank && residual[reverse[arc]] > 0) {
                long reduced = price[before] - cost[arc] - own;
                long there = reduced < 0 ? rank : rank + 1 + (reduced >> bits);
                if (there < ranks.of(before)) {
                    ranks.lower(before, (int) there);
                }
            }
        }
    }
}
