package org.jingzhun.funding.ledger;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.jingzhun.chassis.audit.Audit;
import org.jingzhun.chassis.caller.Caller;

/**
 * A voucher on its way into the journal.
 *
 * @param by who submitted it
 * @param audit what is recorded when it is posted
 * @param answer given when the transaction has ended
 */
record Submission(Voucher voucher, Caller by, Audit.Attributed audit, CompletableFuture<Posted> answer) {

    /**
     * What became of it.
     *
     * @param before whether it had been posted before, by the same request sent earlier
     */
    record Posted(JournalEntry entry, boolean before) {}

    /** Waits for the end of the transaction that posts it. */
    Posted await() {
        try {
            return answer.join();
        } catch (CompletionException failed) {
            throw failed.getCause() instanceof RuntimeException refusal ? refusal : failed;
        }
    }
}
