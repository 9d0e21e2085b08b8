package org.jingzhun.pairing.pairing.matching;

/** Nodes that wait for their turn, each once: first come, first served. */
final class WaitingNodes {

    private final int[] ring;
    private final boolean[] waits;
    private int first;
    private int count;

    WaitingNodes(int nodes) {
        ring = new int[nodes];
        waits = new boolean[nodes];
    }

    boolean isEmpty() {
        return count == 0;
    }

    void add(int node) {
        if (!waits[node]) {
            waits[node] = true;
            int end = first + count++;
            ring[end >= ring.length ? end - ring.length : end] = node;
        }
    }

    int take() {
        int node = ring[first];
        first = first + 1 == ring.length ? 0 : first + 1;
        count--;
        waits[node] = false;
        return node;
    }
}
