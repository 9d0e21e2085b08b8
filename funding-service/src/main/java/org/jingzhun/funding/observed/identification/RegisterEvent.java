package org.jingzhun.funding.observed.identification;

import java.util.UUID;

/** What funding reads of the topic of the register. */
sealed interface RegisterEvent permits RegisteredHousehold, MonitoredHousehold, DepartedPerson {

    /** What the event is about. */
    UUID key();

    /** Grows with each change of the same key. */
    long revision();
}
