package org.jingzhun.funding.observed.identification;

import java.time.LocalDate;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What funding reads of an event about a monitored household (监测户), which need not be on the register.
 *
 * @param monitoringId of the case; a household that is monitored again has another
 * @param villageCode 12 digits
 * @param monitoringClass UNSTABLE_EXIT, EDGE or SUDDEN_HARDSHIP
 * @param closedOn since when it is not monitored any more; null while it is
 */
record MonitoredHousehold(
        UUID monitoringId,
        UUID householdId,
        String villageCode,
        int persons,
        String monitoringClass,
        LocalDate monitoredOn,
        @Nullable LocalDate closedOn,
        long revision)
        implements RegisterEvent {

    MonitoredHousehold {
        Objects.requireNonNull(monitoringId, "monitoringId");
        Objects.requireNonNull(householdId, "householdId");
        RecordedDivision.requireCode(villageCode);
    }

    @Override
    public UUID key() {
        return monitoringId;
    }
}
