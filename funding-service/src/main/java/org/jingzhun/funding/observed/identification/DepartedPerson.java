package org.jingzhun.funding.observed.identification;

import java.time.LocalDate;
import java.util.Objects;
import java.util.UUID;

/**
 * What funding reads of an event about somebody who left a household (自然减少).
 *
 * @param householdId the household that was left
 * @param villageCode 12 digits
 * @param reason DEATH, MARRIAGE_OUT, MOVED_OUT, SPLIT or MERGE
 */
record DepartedPerson(UUID personId, UUID householdId, String villageCode, String reason, LocalDate on, long revision)
        implements RegisterEvent {

    DepartedPerson {
        Objects.requireNonNull(personId, "personId");
        Objects.requireNonNull(householdId, "householdId");
        Objects.requireNonNull(reason, "reason");
        Objects.requireNonNull(on, "on");
        RecordedDivision.requireCode(villageCode);
    }

    @Override
    public UUID key() {
        return personId;
    }
}
