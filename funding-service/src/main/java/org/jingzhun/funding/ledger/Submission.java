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
record Submission(Voucher voucher, Caller by, Audit.Attributed audit, CompletableFuture<GroupPosting.Receipt> answer) {

    /** Answers whoever still waits when the poster has gone: nobody knows whether the transaction was committed. */
    void giveUp() {
        if (!answer.isDone()) {
            answer.completeExceptionally(new IllegalStateException(
                    "Voucher (key " + voucher.key() + ") has no answer: send it again with the same key"));
        }
    }

    /** Waits for the end of the transaction that posts it. */
    GroupPosting.Receipt await() {
        try {
            return answer.join();
        } catch (CompletionException failed) {
            throw failed.getCause() instanceof RuntimeException refusal ? refusal : failed;
        }
    }
}
