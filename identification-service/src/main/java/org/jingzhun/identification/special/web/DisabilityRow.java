package org.jingzhun.identification.special.web;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jingzhun.identification.division.DivisionCode;
import org.jingzhun.identification.household.identity.Disability;
import org.jingzhun.identification.special.SpecialRecord;
import org.jingzhun.identification.special.Stage;
import org.jingzhun.identification.special.derivation.Entitlement;
import org.jingzhun.identification.special.derivation.Entitlement.Subsidy;
import org.jingzhun.identification.special.facts.Disabled;
import org.jspecify.annotations.Nullable;

/**
 * A disabled person in a list (残疾人).
 *
 * @param memberId null when the person is a member of no household now, with the name
 * @param certificate masked for those who do not need it
 * @param disabilityGrade 1 (heaviest) to 4
 * @param livingSubsidy whether entitled to it by the rule; why: {@code /v1/disabilities/{id}/subsidies}
 * @param nursingSubsidy likewise
 * @param contactPhone masked for those who do not need it
 */
@Schema(name = "DisabilityRow")
public record DisabilityRow(
        UUID id,
        @Nullable UUID memberId,
        @Nullable String name,
        UUID householdId,
        String villageCode,
        Stage stage,
        LocalDate since,
        LocalDate stageOn,
        @Nullable LocalDate endedOn,
        String certificate,
        Disability.Type type,
        int disabilityGrade,
        @Nullable LocalDate validTo,
        boolean livingSubsidy,
        boolean nursingSubsidy,
        String subsidyRule,
        @Nullable String contactName,
        @Nullable String contactPhone,
        long revision) {

    static DisabilityRow of(SpecialRecord record, Showing showing) {
        Disabled facts = (Disabled) record.facts();
        List<Entitlement> entitlements = showing.entitlements(record);
        return new DisabilityRow(
                record.id(),
                record.memberId(),
                record.name(),
                record.householdId(),
                DivisionCode.text(record.villageCode()),
                record.stage(),
                record.since(),
                record.stageOn(),
                record.endedOn(),
                showing.shown(facts.certificate()),
                facts.disability().type(),
                facts.disability().grade(),
                facts.validTo(),
                entitled(entitlements, Subsidy.LIVING),
                entitled(entitlements, Subsidy.NURSING),
                entitlements.getFirst().rule(),
                showing.contactName(record),
                showing.contactPhone(record),
                record.revision());
    }

    private static boolean entitled(List<Entitlement> entitlements, Subsidy subsidy) {
        return entitlements.stream().anyMatch(each -> each.subsidy() == subsidy && each.entitled());
    }
}
