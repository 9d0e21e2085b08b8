package org.jingzhun.pairing.enterpriseproject;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What an enterprise does in a village that it is linked to (村企帮扶项目); its content never changes.
 *
 * @param linkId by which it helps the village
 * @param plan what it is to bring
 * @param firstOn first day
 * @param lastOn last day of the project
 * @param closedOn null while it is not
 * @param effect what accepted reports tell
 */
public record Project(
        UUID id,
        UUID linkId,
        UUID enterpriseId,
        long villageCode,
        ProjectKind kind,
        String title,
        Brought plan,
        LocalDate firstOn,
        LocalDate lastOn,
        ProjectState state,
        @Nullable LocalDate closedOn,
        Brought effect,
        long revision) {

    /**
     * What a project is to bring, or has brought.
     *
     * @param fen invested, 0 or more
     * @param jobs 0 or more; of the last year that was accepted
     * @param households of the register that benefit, each once, 0 or more
     */
    public record Brought(long fen, int jobs, int households) {

        static final Brought NOTHING = new Brought(0, 0, 0);

        boolean reaches(Brought plan) {
            return fen >= plan.fen && jobs >= plan.jobs && households >= plan.households;
        }
    }

    /** Whether everything planned has been reached. */
    public boolean isReached() {
        return effect.reaches(plan);
    }

    boolean lastsIn(int year) {
        return firstOn.getYear() <= year && year <= lastOn.getYear();
    }

    /** Whether it says what was proposed, wherever it stands. */
    boolean says(Proposal other) {
        return new Proposal(enterpriseId, villageCode, kind, title, plan, firstOn, lastOn).equals(other);
    }

    /** What is proposed. */
    public record Proposal(
            UUID enterpriseId,
            long villageCode,
            ProjectKind kind,
            String title,
            Brought plan,
            LocalDate firstOn,
            LocalDate lastOn) {}
}
