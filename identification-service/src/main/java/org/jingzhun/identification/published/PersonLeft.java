package org.jingzhun.identification.published;

import java.time.LocalDate;
import java.util.UUID;

/**
 * Somebody is not in a household any more (自然减少). Topic {@value #TOPIC}, key {@code personId}.
 *
 * @param householdId that was left, on the register or not
 * @param villageCode of that household, 12 digits
 * @param reason DEATH, MARRIAGE_OUT, MOVED_OUT or SPLIT
 * @param on day on which it happened
 * @param revision grows with each departure of the same person
 */
public record PersonLeft(
        UUID personId, UUID householdId, String villageCode, String reason, LocalDate on, long revision)
        implements IdentificationEvent {

    public static final String TOPIC = "identification.register";
    public static final String TYPE = "org.jingzhun.identification.person-left";

    @Override
    public String topic() {
        return TOPIC;
    }

    @Override
    public String key() {
        return personId.toString();
    }

    @Override
    public String type() {
        return TYPE;
    }
}
