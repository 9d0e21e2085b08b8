package org.jingzhun.identification.published;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.LocalDate;

/**
 * A household fell back into poverty (返贫).
 *
 * @param returnYear year in which it fell back
 * @param returnedOn day of the decision
 * @param documentNumber of the decision
 */
public record HouseholdReturned(
        @JsonUnwrapped HouseholdState household, int returnYear, LocalDate returnedOn, String documentNumber)
        implements HouseholdEvent {

    public static final String TYPE = "org.jingzhun.identification.household-returned";

    @Override
    public String type() {
        return TYPE;
    }
}
