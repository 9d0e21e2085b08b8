package org.jingzhun.funding.allocation;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * One person's marks for a proposal (评审打分).
 *
 * @param appraiser subject of the token
 * @param marks 0 to 100 for each criterion of the plan's set, in its order
 */
public record Appraisal(
        UUID proposalId, String appraiser, String name, List<Integer> marks, String remark, Instant givenAt) {

    public Appraisal {
        marks = List.copyOf(marks);
    }
}
