package org.jingzhun.funding.allocation;

import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Shares that are made when they are asked for, so that a million of them need not be held at once.
 *
 * @param at the share at a place, from 0, in the order of the codes
 */
record Computation(int size, IntFunction<StoredShare> at) {

    static Computation of(List<StoredShare> shares) {
        return new Computation(shares.size(), shares::get);
    }

    Stream<StoredShare> shares() {
        return IntStream.range(0, size).mapToObj(at);
    }
}
