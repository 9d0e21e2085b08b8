package org.jingzhun.identification.special.web;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jingzhun.identification.division.DivisionCode;
import org.jingzhun.identification.special.SpecialRecord;
import org.jingzhun.identification.special.Stage;
import org.jingzhun.identification.special.facts.LeftBehind;
import org.jspecify.annotations.Nullable;

/**
 * Somebody left behind in a list (三留守人员).
 *
 * @param memberId null when the person is a member of no household now, with the name
 * @param rule version by which it was derived; null when an officer says so
 * @param away members who work away, as it was derived
 * @param monthsAway the fewest that one of them works away
 * @param contactPhone masked for those who do not need it
 */
@Schema(name = "LeftBehindRow")
public record LeftBehindRow(
        UUID id,
        @Nullable UUID memberId,
        @Nullable String name,
        UUID householdId,
        String villageCode,
        Stage stage,
        LocalDate since,
        LocalDate stageOn,
        @Nullable LocalDate endedOn,
        LeftBehind.Kind kind,
        @Nullable String rule,
        List<UUID> away,
        @Nullable Integer monthsAway,
        @Nullable String contactName,
        @Nullable String contactPhone,
        long revision) {

    static LeftBehindRow of(SpecialRecord record, Showing showing) {
        LeftBehind facts = (LeftBehind) record.facts();
        return new LeftBehindRow(
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
                facts.rule(),
                facts.away().stream().map(LeftBehind.Absence::memberId).toList(),
                facts.away().stream()
                        .map(LeftBehind.Absence::months)
                        .min(Integer::compare)
                        .orElse(null),
                showing.contactName(record),
                showing.contactPhone(record),
                record.revision());
    }
}
