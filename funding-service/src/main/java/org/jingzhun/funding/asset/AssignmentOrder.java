package org.jingzhun.funding.asset;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jingzhun.chassis.caller.Area;
import org.jingzhun.funding.ledger.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * What an officer asks for when shares are to be given, or taken back.
 *
 * @param amount of the value to be divided, null for all that nobody holds
 * @param collective village whose collective takes the remainder, or gives its shares to others
 * @param area where all poor households are candidates, null when they are named
 * @param onlyWithoutLabour whether only households in which nobody can work are candidates
 * @param candidates named candidates
 * @param leaving households to give back for what the register does not tell; only for a return
 */
public record AssignmentOrder(
        ShareAssignment.Kind kind,
        ShareAssignment.Mode mode,
        LocalDate effectiveOn,
        @Nullable Money amount,
        @Nullable Long collective,
        Money unit,
        Money minimum,
        @Nullable Area area,
        boolean onlyWithoutLabour,
        List<Named> candidates,
        List<Departed> leaving,
        String documentNumber) {

    public AssignmentOrder {
        candidates = List.copyOf(candidates);
        leaving = List.copyOf(leaving);
    }

    /**
     * A candidate by name.
     *
     * @param withoutLabour the officer's finding, by the assignment's document; null leaves it to the register
     */
    public record Named(
            UUID householdId, int weight, @Nullable Boolean withoutLabour) {}

    /** A household that died out or moved away. */
    public record Departed(UUID householdId, Reason reason) {}

    /** Why, beside what the register tells. */
    public enum Reason {
        DIED,
        MOVED_AWAY
    }
}
