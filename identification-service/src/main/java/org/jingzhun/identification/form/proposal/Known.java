package org.jingzhun.identification.form.proposal;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What is known before a visit.
 *
 * @param family the members; empty when none is recorded
 * @param earlier answers of an earlier campaign on the same scorecard; null without
 * @param neighbours answers of other households of the hamlet in this campaign, on the same scorecard
 */
public record Known(List<Person> family, @Nullable Earlier earlier, List<Map<String, List<String>>> neighbours) {

    public Known {
        family = List.copyOf(family);
        neighbours = List.copyOf(neighbours);
    }

    /** Answers by category as of a day. */
    public record Earlier(LocalDate visitedOn, Map<String, List<String>> answers) {}
}
