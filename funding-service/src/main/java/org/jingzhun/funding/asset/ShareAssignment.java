package org.jingzhun.funding.asset;

import java.time.LocalDate;
import java.util.UUID;
import org.jingzhun.funding.ledger.money.Money;

/**
 * A plan that gives shares of an asset, or takes them back (折股量化方案).
 *
 * @param division where the asset lies
 * @param effectiveOn first day on which the new shares are held
 * @param collective the village whose collective takes the remainder
 * @param amount what is divided
 * @param remainder of it what the units do not divide, held by the collective
 * @param waiting how many candidates the amount did not suffice for
 */
public record ShareAssignment(
        UUID id,
        UUID assetId,
        long division,
        Kind kind,
        Mode mode,
        LocalDate effectiveOn,
        long collective,
        Money amount,
        Money remainder,
        Money unit,
        Money minimum,
        int waiting,
        String documentNumber,
        AssignmentStage stage,
        long revision) {

    /** What it does. */
    public enum Kind {
        /** Value that nobody holds yet becomes shares. */
        INITIAL,
        /** Shares of those whose status changed go back to the collective of their village. */
        RETURN,
        /** Shares of a collective go to others. */
        REASSIGNMENT
    }

    /** How the shares were found. */
    public enum Mode {
        EQUAL,
        WEIGHTED,
        /** Line by line, by import. */
        LISTED
    }
}
