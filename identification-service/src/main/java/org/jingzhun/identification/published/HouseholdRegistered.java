package org.jingzhun.identification.published;

import com.fasterxml.jackson.annotation.JsonUnwrapped;

/**
 * A household was found poor and is on the poverty register (建档立卡).
 */
public record HouseholdRegistered(@JsonUnwrapped HouseholdState household) implements HouseholdEvent {

    public static final String TYPE = "org.jingzhun.identification.household-registered";

    @Override
    public String type() {
        return TYPE;
    }
}
