package org.jingzhun.identification.special.web;

import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jingzhun.identification.division.DivisionCode;
import org.jingzhun.identification.special.SpecialRecord;
import org.jingzhun.identification.special.Stage;
import org.jingzhun.identification.special.facts.Patient;
import org.jspecify.annotations.Nullable;

/**
 * A patient in a list (患病人口).
 *
 * @param memberId null when the person is a member of no household now, with the name
 * @param disease code of a class of diseases
 * @param payLater whether treated first and paid for later
 * @param healthCard masked for those who do not need it
 * @param contactPhone masked for those who do not need it
 */
@Schema(name = "PatientRow")
public record PatientRow(
        UUID id,
        @Nullable UUID memberId,
        @Nullable String name,
        UUID householdId,
        String villageCode,
        Stage stage,
        LocalDate since,
        LocalDate stageOn,
        @Nullable LocalDate endedOn,
        String disease,
        boolean payLater,
        @Nullable String familyDoctor,
        @Nullable String healthCard,
        @Nullable String contactName,
        @Nullable String contactPhone,
        long revision) {

    static PatientRow of(SpecialRecord record, Showing showing) {
        Patient facts = (Patient) record.facts();
        return new PatientRow(
                record.id(),
                record.memberId(),
                record.name(),
                record.householdId(),
                DivisionCode.text(record.villageCode()),
                record.stage(),
                record.since(),
                record.stageOn(),
                record.endedOn(),
                facts.disease(),
                facts.payLater(),
                facts.familyDoctor(),
                showing.number(facts.healthCard()),
                showing.contactName(record),
                showing.contactPhone(record),
                record.revision());
    }
}
