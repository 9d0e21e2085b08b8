package org.jingzhun.sample;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A household (农户) with all that the sample knows about it: what it would tell a surveyor, and the truth.
 *
 * @param hamlet natural village (屯)
 * @param phone eleven digits with the unassigned prefix 142
 * @param members the householder first
 */
public record Household(
        UUID id,
        String villageCode,
        String hamlet,
        String address,
        String householder,
        @Nullable String phone,
        List<Member> members,
        Assessment assessment,
        Truth truth) {

    /** Copies the members. */
    public Household {
        members = List.copyOf(members);
    }

    /**
     * What is really so; no service reads it.
     *
     * @param realIncome yuan per head and year
     * @param trulyPoor whether the income is below the line
     * @param oddity what was planted here
     * @param linked the other half of a split family
     */
    public record Truth(
            int realIncome,
            boolean trulyPoor,
            @Nullable Oddity oddity,
            @Nullable UUID linked) {}
}
