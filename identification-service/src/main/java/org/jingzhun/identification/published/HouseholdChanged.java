package org.jingzhun.identification.published;

import com.fasterxml.jackson.annotation.JsonUnwrapped;

/**
 * The members, head or place of a household on the register changed (信息变更).
 */
public record HouseholdChanged(@JsonUnwrapped HouseholdState household) implements HouseholdEvent {

    public static final String TYPE = "org.jingzhun.identification.household-changed";

    @Override
    public String type() {
        return TYPE;
    }
}
