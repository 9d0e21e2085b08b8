package org.jingzhun.identification.published;

/** What happens to a household on the register. Topic {@value #TOPIC}, key {@code householdId}; the state lies flat in it. */
public sealed interface HouseholdEvent extends IdentificationEvent
        permits HouseholdRegistered,
                HouseholdChanged,
                HouseholdExited,
                HouseholdReturned,
                HouseholdRolledBack,
                HouseholdRemoved {

    String TOPIC = "identification.register";

    /** The household as it stands after it. */
    HouseholdState household();

    @Override
    default String topic() {
        return TOPIC;
    }

    @Override
    default String key() {
        return household().householdId().toString();
    }
}
