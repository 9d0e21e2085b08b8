package org.jingzhun.pairing.pairing.matching;

import java.util.Arrays;

/** Nodes by a rank that only falls, and those of one rank together: a queue by small whole numbers (Dial 1969). */
final class Ranks {

    /** Ranks a node that are told apart; nodes further away count as at the end. */
    private static final int PER_NODE = 4;

    private final int[] rank;
    private final int[] firstOf;
    private final int[] before;
    private final int[] after;

    Ranks(int nodes) {
        rank = new int[nodes];
        before = new int[nodes];
        after = new int[nodes];
        firstOf = new int[PER_NODE * nodes];
    }

    /** The rank of nodes that have none. */
    int most() {
        return firstOf.length;
    }

    int of(int node) {
        return rank[node];
    }

    void clear() {
        Arrays.fill(rank, most());
        Arrays.fill(firstOf, -1);
    }

    /** @param lower than the rank that the node has */
    void lower(int node, int lower) {
        if (rank[node] < most()) {
            takeOut(node);
        }
        rank[node] = lower;
        int follower = firstOf[lower];
        before[node] = -1;
        after[node] = follower;
        firstOf[lower] = node;
        if (follower >= 0) {
            before[follower] = node;
        }
    }

    /** Takes out a node of this rank, which it keeps; -1 if there is none. */
    int next(int ofRank) {
        int node = firstOf[ofRank];
        if (node >= 0) {
            takeOut(node);
        }
        return node;
    }

    private void takeOut(int node) {
        int follower = after[node];
        if (before[node] >= 0) {
            after[before[node]] = follower;
        } else {
            firstOf[rank[node]] = follower;
        }
        if (follower >= 0) {
            before[follower] = before[node];
        }
    }
}
