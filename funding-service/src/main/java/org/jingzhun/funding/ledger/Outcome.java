package org.jingzhun.funding.ledger;

/** What a submission is told once its group's transaction has ended. */
sealed interface Outcome {

    void answer();

    /** It is in the journal. */
    record Booked(Submission submission, JournalEntry entry, boolean before) implements Outcome {

        @Override
        public void answer() {
            submission.answer().complete(new GroupPosting.Receipt(entry, before));
        }
    }

    /** It is not, and its neighbours do not care. */
    record Refused(Submission submission, LedgerRefusal refusal) implements Outcome {

        @Override
        public void answer() {
            submission.answer().completeExceptionally(refusal);
        }
    }
}
