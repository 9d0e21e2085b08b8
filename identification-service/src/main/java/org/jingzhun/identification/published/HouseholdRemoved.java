package org.jingzhun.identification.published;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.LocalDate;

/**
 * A household was wrongly included and is removed (错评剔除).
 *
 * @param removedOn day of the decision
 * @param documentNumber of the decision
 */
public record HouseholdRemoved(@JsonUnwrapped HouseholdState household, LocalDate removedOn, String documentNumber)
        implements HouseholdEvent {

    public static final String TYPE = "org.jingzhun.identification.household-removed";

    @Override
    public String type() {
        return TYPE;
    }
}
