package org.jingzhun.funding.ledger;

import java.util.List;

/**
 * The result of recomputing the ledger within an area.
 *
 * @param accounts how many were recomputed from their postings
 * @param entries how many were hashed anew
 * @param faults what does not agree, empty when the ledger holds
 * @param heads the last hash of each county's chain, to be noted elsewhere and compared later
 */
public record LedgerProof(long accounts, long entries, List<Fault> faults, List<Head> heads) {

    public LedgerProof {
        faults = List.copyOf(faults);
        heads = List.copyOf(heads);
    }

    public boolean holds() {
        return faults.isEmpty();
    }

    /** Something that does not agree. */
    public record Fault(FaultCode code, String subject, String detail) {}

    /** What can disagree. */
    public enum FaultCode {
        /** An account's balance is not the sum of its postings. */
        BALANCE_DIFFERS,
        /** An account's id was not made of its kind, owner, source, year and subject. */
        ACCOUNT_DIFFERS,
        /** An entry's postings do not sum to nothing, or some are missing. */
        ENTRY_UNBALANCED,
        /** A county's entries are not numbered 1, 2, 3, ... */
        NUMBER_MISSING,
        /** An entry is not what its hash was made of. */
        HASH_DIFFERS
    }

    /** The end of a county's chain. */
    public record Head(String county, long number, String hash) {}
}
