package org.jingzhun.identification.register;

import jakarta.persistence.Tuple;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jingzhun.identification.division.DivisionCode;
import org.jingzhun.identification.published.HouseholdEvent;
import org.jingzhun.identification.published.HouseholdExited;
import org.jingzhun.identification.published.HouseholdRemoved;
import org.jingzhun.identification.published.HouseholdReturned;
import org.jingzhun.identification.published.HouseholdRolledBack;
import org.jingzhun.identification.published.HouseholdState;

/** What others are told of an entry of the register: always its whole state, whatever happened. */
final class EntryEvents {

    private EntryEvents() {}

    static HouseholdEvent event(TransitionKind kind, Tuple row) {
        HouseholdState state = state(row);
        LocalDate on = row.get("decided_on", LocalDate.class);
        String document = row.get("document_number", String.class);
        return switch (kind) {
            case EXITED ->
                new HouseholdExited(
                        state, row.get("decided_year", Integer.class), on, row.get("standard", String.class), document);
            case RETURNED -> new HouseholdReturned(state, row.get("decided_year", Integer.class), on, document);
            case ROLLED_BACK -> new HouseholdRolledBack(state, on, document);
            case REMOVED -> new HouseholdRemoved(state, on, document);
        };
    }

    /** @param row with the columns of an entry */
    static HouseholdState state(Tuple row) {
        return new HouseholdState(
                row.get("household_id", UUID.class),
                DivisionCode.text(row.get("village_code", Long.class)),
                row.get("hamlet", String.class),
                row.get("householder", String.class),
                row.get("persons", Integer.class),
                row.get("labourers", Integer.class),
                row.get("status", String.class),
                row.get("attribute", String.class),
                row.get("main_cause", String.class),
                List.of(row.get("other_causes", String[].class)),
                row.get("ethnicity", String.class),
                row.get("score", Integer.class),
                row.get("year", Integer.class),
                row.get("campaign_id", UUID.class),
                row.get("registered_on", LocalDate.class),
                row.get("revision", Long.class));
    }
}
