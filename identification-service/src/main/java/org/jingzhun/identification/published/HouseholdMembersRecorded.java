package org.jingzhun.identification.published;

import java.util.List;
import java.util.UUID;

/**
 * The members of a household on the register as they stand (家庭成员). Topic {@value #TOPIC}, key {@code householdId}: a topic
 * of its own, which only the service of the helpers reads, and which no subscriber gets.
 *
 * @param villageCode 12 digits
 * @param members the head first, then the oldest first; empty when all have left
 * @param revision grows with each change of what is told here
 */
public record HouseholdMembersRecorded(UUID householdId, String villageCode, List<Member> members, long revision)
        implements IdentificationEvent {

    public static final String TOPIC = "identification.member";
    public static final String TYPE = "org.jingzhun.identification.household-members-recorded";

    /**
     * A member, by as little as a helper needs: no id number, no day of birth, nothing of health.
     *
     * @param relation to the head, a code of the list {@code relation}
     * @param education a code of the list {@code education}
     * @param schooling the class attended now, a code of the list {@code schooling}
     * @param labour a code of the list {@code labour}
     */
    public record Member(
            UUID memberId,
            String name,
            String relation,
            int birthYear,
            String education,
            String schooling,
            String labour) {}

    public HouseholdMembersRecorded {
        members = List.copyOf(members);
    }

    @Override
    public String topic() {
        return TOPIC;
    }

    @Override
    public String key() {
        return householdId.toString();
    }

    @Override
    public String type() {
        return TYPE;
    }
}
