package org.jingzhun.pairing.enterpriseproject;

import java.util.List;
import java.util.Set;
import java.util.UUID;

/** What a project brought in a year (年度进展), as it was reported. */
public record Progress(UUID id, UUID projectId, Facts facts, ProgressState state, long revision) {

    /**
     * What is reported; never changes.
     *
     * @param fen invested in this year, 0 or more
     * @param jobs at its end, 0 or more
     * @param households of the register that benefited in it
     * @param evidence documents, at least one
     */
    public record Facts(int year, long fen, int jobs, Set<UUID> households, List<String> evidence, String remark) {

        public Facts {
            households = Set.copyOf(households);
            evidence = List.copyOf(evidence);
        }
    }
}
