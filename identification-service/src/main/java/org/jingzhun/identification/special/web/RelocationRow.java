package org.jingzhun.identification.special.web;

import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jingzhun.identification.division.DivisionCode;
import org.jingzhun.identification.special.SpecialRecord;
import org.jingzhun.identification.special.Stage;
import org.jingzhun.identification.special.facts.Boundary;
import org.jingzhun.identification.special.facts.Relocation;
import org.jspecify.annotations.Nullable;

/**
 * A relocated household in a list (易地扶贫搬迁户).
 *
 * @param fromVillageCode the place left, 12 digits
 * @param fromBoundary red line of the moved-out area
 * @param signedBy who signed that the household moves of its own will
 * @param contactPhone masked for those who do not need it, or give no purpose
 */
@Schema(name = "RelocationRow")
public record RelocationRow(
        UUID id,
        UUID householdId,
        String villageCode,
        Stage stage,
        LocalDate since,
        LocalDate stageOn,
        @Nullable LocalDate endedOn,
        Relocation.Way way,
        Relocation.Settlement settlement,
        Relocation.Site site,
        String fromVillageCode,
        @Nullable String fromHamlet,
        @Nullable Double fromLongitude,
        @Nullable Double fromLatitude,
        @Nullable Boundary fromBoundary,
        String toDivision,
        String toPlace,
        int plannedYear,
        @Nullable String signedBy,
        @Nullable LocalDate signedOn,
        @Nullable String contactName,
        @Nullable String contactPhone,
        long revision) {

    static RelocationRow of(SpecialRecord record, Showing showing) {
        Relocation facts = (Relocation) record.facts();
        return new RelocationRow(
                record.id(),
                record.householdId(),
                DivisionCode.text(record.villageCode()),
                record.stage(),
                record.since(),
                record.stageOn(),
                record.endedOn(),
                facts.way(),
                facts.settlement(),
                facts.site(),
                facts.from().villageCode(),
                facts.from().hamlet(),
                facts.from().longitude(),
                facts.from().latitude(),
                facts.from().boundary(),
                facts.to().division(),
                facts.to().place(),
                facts.plannedYear(),
                facts.signedBy(),
                facts.signedOn(),
                showing.contactName(record),
                showing.contactPhone(record),
                record.revision());
    }
}
