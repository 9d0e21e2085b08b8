package org.jingzhun.identification.monitoring.judging;

import java.util.List;

/**
 * What the figures say; people decide.
 *
 * @param rules version of the rules
 * @param grounds why, at least one
 * @param facts everything it was judged from
 */
public record Judgement(String rules, Outcome outcome, List<Ground> grounds, Facts facts) {

    public Judgement {
        grounds = List.copyOf(grounds);
        if (grounds.isEmpty()) {
            throw new IllegalArgumentException("judgement %s must have a ground".formatted(outcome));
        }
    }

    /** The class that the figures point to. */
    public enum Outcome {
        UNSTABLE_EXIT,
        EDGE,
        SUDDEN_HARDSHIP,
        /** The income is above the line and no sudden event weighs on it. */
        NOT_AT_RISK,
        /** Too little of the income is on record to say. */
        UNKNOWN
    }

    /** Why. */
    public enum Ground {
        INCOME_BELOW_LINE,
        INCOME_ABOVE_LINE,
        INCOME_UNKNOWN,
        PAYMENTS_LEAVE_LESS_THAN_LINE,
        CANNOT_COPE
    }
}
