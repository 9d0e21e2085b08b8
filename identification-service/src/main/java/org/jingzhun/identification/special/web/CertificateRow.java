package org.jingzhun.identification.special.web;

import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jingzhun.identification.division.DivisionCode;
import org.jingzhun.identification.special.SpecialRecord;
import org.jingzhun.identification.special.Stage;
import org.jingzhun.identification.special.facts.Certificate;
import org.jspecify.annotations.Nullable;

/**
 * A holder of a certificate in a list (持证人员).
 *
 * @param memberId null when the person is a member of no household now, with the name
 * @param number masked for those who do not need it
 * @param contactPhone masked for those who do not need it
 */
@Schema(name = "CertificateRow")
public record CertificateRow(
        UUID id,
        @Nullable UUID memberId,
        @Nullable String name,
        UUID householdId,
        String villageCode,
        Stage stage,
        LocalDate since,
        LocalDate stageOn,
        @Nullable LocalDate endedOn,
        Certificate.Kind kind,
        String occupation,
        @Nullable Integer grade,
        @Nullable String number,
        String issuer,
        @Nullable LocalDate validTo,
        @Nullable String contactName,
        @Nullable String contactPhone,
        long revision) {

    static CertificateRow of(SpecialRecord record, Showing showing) {
        Certificate facts = (Certificate) record.facts();
        return new CertificateRow(
                record.id(),
                record.memberId(),
                record.name(),
                record.householdId(),
                DivisionCode.text(record.villageCode()),
                record.stage(),
                record.since(),
                record.stageOn(),
                record.endedOn(),
                facts.kind(),
                facts.occupation(),
                facts.grade(),
                showing.number(facts.number()),
                facts.issuer(),
                facts.validTo(),
                showing.contactName(record),
                showing.contactPhone(record),
                record.revision());
    }
}
