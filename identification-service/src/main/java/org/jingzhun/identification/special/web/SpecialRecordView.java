package org.jingzhun.identification.special.web;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jingzhun.identification.special.SpecialRecord;
import org.jingzhun.identification.special.SpecialRecords;
import org.jingzhun.identification.special.SpecialRegister;
import org.jingzhun.identification.special.Stage;
import org.jingzhun.identification.special.Step;
import org.jingzhun.identification.special.facts.DropOutCause;
import org.jingzhun.identification.special.facts.Facts;
import org.jingzhun.identification.special.facts.Student;
import org.jspecify.annotations.Nullable;

/** A record with its history: exactly one of the rows is there, that of its register. */
@Schema(name = "SpecialRecord")
public record SpecialRecordView(
        UUID id,
        SpecialRegister register,
        @Nullable StudentRow student,
        @Nullable PatientRow patient,
        @Nullable DisabilityRow disability,
        @Nullable LeftBehindRow leftBehind,
        @Nullable RelocationRow relocation,
        @Nullable CertificateRow certificate,
        List<HistoryRow> history) {

    /**
     * A step that was taken.
     *
     * @param school with level, grade and school year: of a student as they were then
     */
    @Schema(name = "SpecialHistoryRow")
    public record HistoryRow(
            Step step,
            Stage stage,
            LocalDate on,
            @Nullable DropOutCause cause,
            @Nullable String remark,
            List<String> evidence,
            @Nullable String school,
            @Nullable String level,
            @Nullable Integer grade,
            @Nullable Integer schoolYear,
            String takenBy,
            Instant takenAt) {

        private static HistoryRow of(SpecialRecords.HistoryEntry entry) {
            Facts facts = entry.facts();
            Student student = facts instanceof Student then ? then : null;
            return new HistoryRow(
                    entry.step(),
                    entry.stage(),
                    entry.on(),
                    entry.cause(),
                    entry.remark(),
                    entry.evidence(),
                    student == null ? null : student.school(),
                    student == null ? null : student.level().name(),
                    student == null ? null : student.grade(),
                    student == null ? null : student.schoolYear(),
                    entry.takenBy(),
                    entry.takenAt());
        }
    }

    static SpecialRecordView of(SpecialRecord record, List<SpecialRecords.HistoryEntry> history, Showing showing) {
        SpecialRegister register = record.register();
        return new SpecialRecordView(
                record.id(),
                register,
                register == SpecialRegister.STUDENT ? StudentRow.of(record, showing) : null,
                register == SpecialRegister.PATIENT ? PatientRow.of(record, showing) : null,
                register == SpecialRegister.DISABILITY ? DisabilityRow.of(record, showing) : null,
                register == SpecialRegister.LEFT_BEHIND ? LeftBehindRow.of(record, showing) : null,
                register == SpecialRegister.RELOCATION ? RelocationRow.of(record, showing) : null,
                register == SpecialRegister.CERTIFICATE ? CertificateRow.of(record, showing) : null,
                history.stream().map(HistoryRow::of).toList());
    }
}
