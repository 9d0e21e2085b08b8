package org.jingzhun.funding.loan.rating;

import java.util.List;

/** What came of rating. */
public sealed interface Rated {

    /**
     * A grade, with the points of each criterion.
     *
     * @param points their sum
     */
    record Graded(Grade grade, int points, List<Option> parts) implements Rated {

        public Graded {
            parts = List.copyOf(parts);
        }
    }

    /** The findings do not answer each criterion once. */
    record Incomplete(List<String> missing, List<String> unknown) implements Rated {

        public Incomplete {
            missing = List.copyOf(missing);
            unknown = List.copyOf(unknown);
        }
    }
}
