package org.jingzhun.pairing.pairing.matching;

import java.util.Arrays;

/** A directed graph with capacities and costs, in arrays: one source of flow per node, arcs numbered in order of adding. */
final class FlowNetwork {

    private int nodeCount;
    private int arcCount;
    private int[] tails = new int[1024];
    private int[] heads = new int[1024];
    private int[] capacities = new int[1024];
    private long[] costs = new long[1024];

    int addNode() {
        return nodeCount++;
    }

    int addArc(int tail, int head, int capacity, long cost) {
        if (arcCount == tails.length) {
            int larger = arcCount * 2;
            tails = Arrays.copyOf(tails, larger);
            heads = Arrays.copyOf(heads, larger);
            capacities = Arrays.copyOf(capacities, larger);
            costs = Arrays.copyOf(costs, larger);
        }
        tails[arcCount] = tail;
        heads[arcCount] = head;
        capacities[arcCount] = capacity;
        costs[arcCount] = cost;
        return arcCount++;
    }

    int nodeCount() {
        return nodeCount;
    }

    int arcCount() {
        return arcCount;
    }

    int tail(int arc) {
        return tails[arc];
    }

    int head(int arc) {
        return heads[arc];
    }

    int capacity(int arc) {
        return capacities[arc];
    }

    long cost(int arc) {
        return costs[arc];
    }
}
