package org.jingzhun.pairing.pairing.matching;

import java.util.Comparator;

/**
 * A hamlet (自然屯) of a village.
 *
 * @param village 12-digit code
 * @param name as the register has it; empty for the households of which it names none, which count as one hamlet
 */
public record Hamlet(long village, String name) implements Comparable<Hamlet> {

    private static final Comparator<Hamlet> BY_VILLAGE =
            Comparator.comparingLong(Hamlet::village).thenComparing(Hamlet::name);

    @Override
    public int compareTo(Hamlet other) {
        return BY_VILLAGE.compare(this, other);
    }
}
