package org.jingzhun.identification.special.web;

import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jingzhun.identification.division.DivisionCode;
import org.jingzhun.identification.special.SpecialRecord;
import org.jingzhun.identification.special.Stage;
import org.jingzhun.identification.special.facts.DropOutCause;
import org.jingzhun.identification.special.facts.SchoolLevel;
import org.jingzhun.identification.special.facts.Student;
import org.jspecify.annotations.Nullable;

/**
 * A student in a list (贫困学生).
 *
 * @param memberId null when the person is a member of no household now, with the name
 * @param cause why the student dropped out; null at other stages
 * @param grade from 1 in each level
 * @param schoolYear the year in which it begins
 * @param contactPhone masked for those who do not need it
 */
@Schema(name = "StudentRow")
public record StudentRow(
        UUID id,
        @Nullable UUID memberId,
        @Nullable String name,
        UUID householdId,
        String villageCode,
        Stage stage,
        LocalDate since,
        LocalDate stageOn,
        @Nullable LocalDate endedOn,
        @Nullable DropOutCause cause,
        SchoolLevel level,
        int grade,
        int schoolYear,
        String school,
        @Nullable String contactName,
        @Nullable String contactPhone,
        long revision) {

    static StudentRow of(SpecialRecord record, Showing showing) {
        Student facts = (Student) record.facts();
        return new StudentRow(
                record.id(),
                record.memberId(),
                record.name(),
                record.householdId(),
                DivisionCode.text(record.villageCode()),
                record.stage(),
                record.since(),
                record.stageOn(),
                record.endedOn(),
                record.cause(),
                facts.level(),
                facts.grade(),
                facts.schoolYear(),
                facts.school(),
                showing.contactName(record),
                showing.contactPhone(record),
                record.revision());
    }
}
