package org.jingzhun.funding.loan.rating;

/** What may be found of a household under a criterion (评级指标选项), and the points for it. */
public record Option(String criterion, String option, int points) {

    public Option {
        if (points < 0) {
            throw new IllegalArgumentException("Points (" + points + ") of " + option + " must not be negative");
        }
    }
}
