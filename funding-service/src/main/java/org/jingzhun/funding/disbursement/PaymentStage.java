package org.jingzhun.funding.disbursement;

/** How far a payment has come. */
public enum PaymentStage {

    /** With the bank; the money is in transit. */
    SENT,

    /** The bank says that it arrived. */
    PAID,

    /** The bank says that it could not; the money is still in transit. */
    FAILED,

    /** Whoever is to receive it has been corrected. */
    CORRECTED,

    /** Waits for a batch of retries. */
    TO_RETRY,

    /** Another payment takes its place. */
    RETRIED,

    /** The money is back where it came from. */
    RETURNED
}
