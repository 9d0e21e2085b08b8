package org.jingzhun.identification.household;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What is recorded of a household.
 *
 * @param villageCode division of level VILLAGE
 * @param hamlet natural village or villager group (自然屯、村民小组)
 * @param householder name of the head
 * @param members none, or one HEAD and any others, each person once
 */
public record HouseholdFacts(
        long villageCode,
        String hamlet,
        String address,
        String householder,
        @Nullable String phone,
        List<MemberFacts> members) {

    public static final int LONGEST_NAME = 100;
    public static final int LONGEST_ADDRESS = 200;
    public static final int LONGEST_PHONE = 30;

    /** Two digits of GB/T 3304. */
    public static final String ETHNICITY = "\\d{2}";

    /** @throws HouseholdRefusal.InvalidMembers when the members are no household */
    public HouseholdFacts {
        members = List.copyOf(members);
        long heads = members.stream()
                .filter(member -> member.relation() == Relation.HEAD)
                .count();
        if (!members.isEmpty() && heads != 1) {
            throw new HouseholdRefusal.InvalidMembers(heads == 0 ? "head-missing" : "two-heads", "/members");
        }
        Set<Object> persons = new HashSet<>();
        Set<UUID> ids = new HashSet<>();
        for (int i = 0; i < members.size(); i++) {
            MemberFacts member = members.get(i);
            if (!persons.add(member.secrets().idNumber())) {
                throw new HouseholdRefusal.InvalidMembers("duplicate-person", "/members/" + i + "/idNumber");
            }
            if (!ids.add(member.id())) {
                throw new HouseholdRefusal.InvalidMembers("duplicate-member", "/members/" + i + "/id");
            }
        }
    }
}
