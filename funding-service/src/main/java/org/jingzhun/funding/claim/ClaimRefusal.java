package org.jingzhun.funding.claim;

import java.util.UUID;

/** What the procedure of claims says no to. */
public abstract sealed class ClaimRefusal extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private ClaimRefusal(String message) {
        super(message, null, false, false);
    }

    /** There is no such claim, or not in the caller's area. */
    public static final class UnknownClaim extends ClaimRefusal {
        private static final long serialVersionUID = 1L;

        UnknownClaim(UUID id) {
            super("Claim " + id + " must exist");
        }
    }

    /** The step is taken by what the bank answers. */
    public static final class TakenByTheBank extends ClaimRefusal {
        private static final long serialVersionUID = 1L;
        private final ClaimStep step;

        public TakenByTheBank(ClaimStep step) {
            super("Step " + step + " must be taken by the results of a batch");
            this.step = step;
        }

        public ClaimStep step() {
            return step;
        }
    }

    /** PAY needs to know from which budget. */
    public static final class SourceMissing extends ClaimRefusal {
        private static final long serialVersionUID = 1L;

        public SourceMissing() {
            super("Source and year must be named by the step PAY");
        }
    }
}
