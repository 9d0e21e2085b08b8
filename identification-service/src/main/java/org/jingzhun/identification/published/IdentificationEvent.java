package org.jingzhun.identification.published;

/** Everything that this service tells the others. */
public sealed interface IdentificationEvent
        permits DivisionRecorded,
                HouseholdEvent,
                HouseholdMembersRecorded,
                HouseholdMonitored,
                HouseholdMonitoringClosed,
                PersonLeft {

    /** Kafka topic. */
    String topic();

    /** Events with the same key keep their order. */
    String key();

    /** CloudEvents type. */
    String type();
}
