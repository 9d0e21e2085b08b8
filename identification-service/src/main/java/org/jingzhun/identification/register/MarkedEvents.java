package org.jingzhun.identification.register;

import jakarta.persistence.Tuple;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jingzhun.identification.division.DivisionCode;
import org.jingzhun.identification.published.HouseholdExited;
import org.jingzhun.identification.published.HouseholdRemoved;
import org.jingzhun.identification.published.HouseholdReturned;
import org.jingzhun.identification.published.HouseholdRolledBack;
import org.jingzhun.identification.published.IdentificationEvent;

/** What others are told of a changed status: always the whole state of the entry. */
final class MarkedEvents {

    private MarkedEvents() {}

    static IdentificationEvent event(TransitionKind kind, Tuple row) {
        return switch (kind) {
            case EXITED ->
                new HouseholdExited(
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
                        row.get("decided_year", Integer.class),
                        row.get("decided_on", LocalDate.class),
                        row.get("standard", String.class),
                        row.get("document_number", String.class),
                        row.get("revision", Long.class));
            case RETURNED ->
                new HouseholdReturned(
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
                        row.get("decided_year", Integer.class),
                        row.get("decided_on", LocalDate.class),
                        row.get("document_number", String.class),
                        row.get("revision", Long.class));
            case ROLLED_BACK ->
                new HouseholdRolledBack(
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
                        row.get("decided_on", LocalDate.class),
                        row.get("document_number", String.class),
                        row.get("revision", Long.class));
            case REMOVED ->
                new HouseholdRemoved(
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
                        row.get("decided_on", LocalDate.class),
                        row.get("document_number", String.class),
                        row.get("revision", Long.class));
        };
    }
}
