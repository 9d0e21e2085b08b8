package org.jingzhun.identification.published;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.LocalDate;

/**
 * A household left poverty (脱贫).
 *
 * @param exitYear year of the exit
 * @param exitedOn day of its announcement
 * @param exitStandard version of the standard that the household met and must keep meeting
 * @param documentNumber of the approval
 */
public record HouseholdExited(
        @JsonUnwrapped HouseholdState household,
        int exitYear,
        LocalDate exitedOn,
        String exitStandard,
        String documentNumber)
        implements HouseholdEvent {

    public static final String TYPE = "org.jingzhun.identification.household-exited";

    @Override
    public String type() {
        return TYPE;
    }
}
