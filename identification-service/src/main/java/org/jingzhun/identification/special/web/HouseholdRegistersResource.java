package org.jingzhun.identification.special.web;

import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.UUID;
import java.util.function.BiFunction;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jingzhun.chassis.audit.Audit;
import org.jingzhun.chassis.audit.AuditEntry;
import org.jingzhun.chassis.http.Problem;
import org.jingzhun.identification.access.Role;
import org.jingzhun.identification.household.Households;
import org.jingzhun.identification.special.SpecialRecord;
import org.jingzhun.identification.special.SpecialRecords;
import org.jingzhun.identification.special.SpecialRegister;
import org.jspecify.annotations.Nullable;

/** The special registers of one household together. */
@Path("/v1/households/{id}/special-registers")
@Tag(name = "Special registers")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({
    Role.SURVEYOR,
    Role.VILLAGE_OFFICER,
    Role.TOWNSHIP_OFFICER,
    Role.COUNTY_OFFICER,
    Role.CITY_OFFICER,
    Role.REGION_OFFICER,
    Role.AUDITOR,
    Role.SUPERVISOR,
    Role.SYSTEM
})
public class HouseholdRegistersResource {

    private final SpecialRecords records;
    private final SpecialAnswers answers;
    private final Households households;
    private final Audit audit;

    HouseholdRegistersResource(SpecialRecords records, SpecialAnswers answers, Households households, Audit audit) {
        this.records = records;
        this.answers = answers;
        this.households = households;
        this.audit = audit;
    }

    /**
     * All special registers in which a household or its members stand.
     *
     * @param patients absent for those who are not shown health and disability, likewise disabilities
     */
    @Schema(name = "HouseholdSpecialRegisters")
    public record HouseholdView(
            UUID householdId,
            List<StudentRow> students,
            @Nullable List<PatientRow> patients,
            @Nullable List<DisabilityRow> disabilities,
            List<LeftBehindRow> leftBehind,
            List<RelocationRow> relocations,
            List<CertificateRow> certificates) {}

    @GET
    @Transactional
    @Operation(
            operationId = "getHouseholdSpecialRegisters",
            summary = "All special registers in which a household or its members stand")
    public HouseholdView ofHousehold(@PathParam("id") UUID id) {
        long village = households
                .findByIdOptional(id)
                .orElseThrow(() -> Problem.of(404, "not-found").asException())
                .villageCode();
        audit.record(AuditEntry.of("special-registers-read", "household", id).in(village));
        List<SpecialRecord> all = records.listOf(id);
        return new HouseholdView(
                id,
                rows(all, SpecialRegister.STUDENT, StudentRow::of),
                sensitive(all, SpecialRegister.PATIENT, PatientRow::of),
                sensitive(all, SpecialRegister.DISABILITY, DisabilityRow::of),
                rows(all, SpecialRegister.LEFT_BEHIND, LeftBehindRow::of),
                rows(all, SpecialRegister.RELOCATION, RelocationRow::of),
                rows(all, SpecialRegister.CERTIFICATE, CertificateRow::of));
    }

    private <T> @Nullable List<T> sensitive(
            List<SpecialRecord> all, SpecialRegister register, BiFunction<SpecialRecord, Showing, T> row) {
        return answers.showing().shows(register) ? rows(all, register, row) : null;
    }

    private <T> List<T> rows(
            List<SpecialRecord> all, SpecialRegister register, BiFunction<SpecialRecord, Showing, T> row) {
        Showing showing = answers.showing();
        return all.stream()
                .filter(record -> record.register() == register)
                .map(record -> row.apply(record, showing))
                .toList();
    }
}
