package org.jingzhun.identification.published;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.LocalDate;

/**
 * The exit of a household was wrong and is undone (回退).
 *
 * @param rolledBackOn day of the decision
 * @param documentNumber of the decision
 */
public record HouseholdRolledBack(
        @JsonUnwrapped HouseholdState household, LocalDate rolledBackOn, String documentNumber)
        implements HouseholdEvent {

    public static final String TYPE = "org.jingzhun.identification.household-rolled-back";

    @Override
    public String type() {
        return TYPE;
    }
}
