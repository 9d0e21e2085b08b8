package org.jingzhun.funding.alert;

import java.util.UUID;

/** What alerts say no to. */
public sealed interface AlertRefusal {

    default AlertException asException() {
        return new AlertException(this);
    }

    /** There is no such alert, or not in the caller's area. */
    record UnknownAlert(UUID id) implements AlertRefusal {}

    /** ASSIGN names the person. */
    record OwnerMissing() implements AlertRefusal {}

    /** Only the person it was given to explains. */
    record NotTheOwner() implements AlertRefusal {}

    /** The owner does not decide. */
    record OwnerDecides(AlertStep step) implements AlertRefusal {}

    /** EXPLAIN, RETURN and CLOSE say why. */
    record EvidenceMissing(AlertStep step) implements AlertRefusal {}
}
