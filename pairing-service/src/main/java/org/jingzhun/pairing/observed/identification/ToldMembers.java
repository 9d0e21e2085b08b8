package org.jingzhun.pairing.observed.identification;

import java.util.List;
import java.util.Objects;
import java.util.UUID;

/**
 * What pairing reads of an event about the members of a household.
 *
 * @param villageCode 12 digits
 * @param members the head first
 */
record ToldMembers(UUID householdId, String villageCode, List<HouseholdMember> members, long revision) {

    ToldMembers {
        Objects.requireNonNull(householdId, "householdId");
        RecordedDivision.requireCode(villageCode);
        members = List.copyOf(members);
    }
}
