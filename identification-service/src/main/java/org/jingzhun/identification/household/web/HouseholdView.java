package org.jingzhun.identification.household.web;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jingzhun.chassis.sealing.Sealing;
import org.jingzhun.identification.access.Discretion;
import org.jingzhun.identification.division.DivisionCode;
import org.jingzhun.identification.household.Education;
import org.jingzhun.identification.household.Health;
import org.jingzhun.identification.household.Household;
import org.jingzhun.identification.household.HouseholdFacts;
import org.jingzhun.identification.household.Labour;
import org.jingzhun.identification.household.MemberFacts;
import org.jingzhun.identification.household.Relation;
import org.jingzhun.identification.household.Schooling;
import org.jingzhun.identification.household.Work;
import org.jingzhun.identification.household.identity.Disability;
import org.jingzhun.identification.household.identity.Masking;
import org.jingzhun.identification.household.identity.ResidentId;
import org.jingzhun.identification.household.identity.Sex;
import org.jspecify.annotations.Nullable;

/** A household as it is shown; how much of the personal data depends on the caller's role and purpose. */
@Schema(name = "Household")
public record HouseholdView(
        UUID id,
        String villageCode,
        String hamlet,
        String address,
        String householder,

        @Schema(description = "Masked unless the caller's role needs it and a purpose is given.") @Nullable
        String phone,

        int persons,
        int labourers,

        @Schema(description = "As in the poverty register; absent when never registered.") @Nullable
        String status,

        @Schema(description = "As in the poverty register; absent when never registered.") @Nullable
        String mainCause,

        @Schema(
                description =
                        "Version of the table of contradictions that judged the members last; absent when none did.")
        @Nullable
        String contradictionRules,

        List<MemberView> members,
        long revision) {

    /** A member as it is shown. */
    @Schema(name = "Member")
    public record MemberView(
            UUID id,
            String name,

            @Schema(description = "Masked unless the caller's role needs it and a purpose is given.")
            String idNumber,

            Sex sex,
            LocalDate birthDate,
            Relation relation,
            String ethnicity,
            Education education,
            Schooling schooling,

            @Schema(description = "Absent unless the caller's role needs it and a purpose is given.") @Nullable
            Health health,

            @Schema(description = "Absent unless the caller's role needs it and a purpose is given.") @Nullable
            String disability,

            Labour labour,
            Work work,
            int monthsWorked,
            boolean insured,
            boolean pensioned) {

        private static MemberView of(MemberFacts member, Discretion discretion) {
            ResidentId number = member.secrets().idNumber();
            Disability disability = member.secrets().disability();
            return new MemberView(
                    member.id(),
                    member.name(),
                    discretion.showsNumbers() ? number.number() : number.masked(),
                    member.sex(),
                    member.birthDate(),
                    member.relation(),
                    member.ethnicity(),
                    member.education(),
                    member.schooling(),
                    discretion.showsHealth() ? member.secrets().health() : null,
                    discretion.showsHealth() && disability != null ? disability.toString() : null,
                    member.labour(),
                    member.work(),
                    member.monthsWorked(),
                    member.insured(),
                    member.pensioned());
        }
    }

    static HouseholdView of(Household household, Sealing sealing, Discretion discretion) {
        HouseholdFacts facts = household.facts(sealing);
        String phone = facts.phone();
        return new HouseholdView(
                household.id(),
                DivisionCode.text(facts.villageCode()),
                facts.hamlet(),
                facts.address(),
                facts.householder(),
                phone == null || discretion.showsNumbers() ? phone : Masking.maskPhone(phone),
                household.persons(),
                household.labourers(),
                household.status(),
                household.mainCause(),
                household.contradictionRules(),
                facts.members().stream()
                        .map(member -> MemberView.of(member, discretion))
                        .toList(),
                household.revision());
    }
}
