package org.jingzhun.identification.form.proposal;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is proposed for a category; the surveyor confirms or corrects it.
 *
 * @param items none when nothing is known
 * @param basis where it comes from
 * @param asOf the day of the visit it was taken from; null for other bases
 * @param measure which measure of the members decided; null for other bases
 * @param value of the measure, or the part of the neighbours that agree; null when it has none
 */
public record Proposal(
        String category,
        List<String> items,
        Basis basis,
        @Nullable LocalDate asOf,
        @Nullable Measure measure,
        @Nullable Double value) {

    /** What a proposal rests on, the surest first. */
    public enum Basis {
        /** Counted from the recorded members. */
        MEMBERS,
        /** Answered so in an earlier campaign. */
        EARLIER_VISIT,
        /** Answered so by most of the neighbours in this campaign. */
        HAMLET,
        /** Nothing is known: ask. */
        NOTHING
    }

    public Proposal {
        items = List.copyOf(items);
    }

    static Proposal nothing(String category) {
        return new Proposal(category, List.of(), Basis.NOTHING, null, null, null);
    }
}
