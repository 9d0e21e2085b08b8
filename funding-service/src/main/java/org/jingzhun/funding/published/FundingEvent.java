package org.jingzhun.funding.published;

/** Everything that this service tells the others. */
public sealed interface FundingEvent
        permits AllocationApproved, AllocationWithdrawn, BenefitPaid, DividendPaid, ProjectStageChanged {

    /** CloudEvents type. */
    String type();

    /** Kafka topic. */
    String topic();

    /** Events with the same key keep their order. */
    String key();
}
