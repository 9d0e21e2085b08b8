package org.jingzhun.pairing.sync.web;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jingzhun.pairing.observed.identification.HouseholdMember;
import org.jingzhun.pairing.sync.HouseholdForm;
import org.jingzhun.pairing.visit.NeedKind;
import org.jingzhun.pairing.visit.web.VisitNote;
import org.jspecify.annotations.Nullable;

/** What a phone takes with it. */
@Schema(name = "SyncAnswer")
public record SyncView(
        Instant serverTime,

        @Schema(description = "The server's clock less the phone's; absent when the phone did not tell its time.")
        @Nullable
        Long clockOffsetSeconds,

        @Schema(description = "Whether the phone's clock should be set right; days of its visits were shifted by it.")
        boolean clockWrong,

        @Schema(description = "Pass as `since` the next time.")
        String token,

        @Schema(description = "Whether `households` are all of the helper's; otherwise those that have changed.")
        boolean complete,

        @Schema(description = "One for each change, in their order.")
        List<Result> results,

        List<Form> households,

        @Schema(description = "No longer the helper's; empty when complete.")
        List<Gone> gone,

        @Schema(
                description = "Photos and pictures of confirmations named by recorded visits that have not come: send"
                        + " them by PUT /v1/photos.")
        List<String> photosMissing,

        int visitsRequiredPerMonth) {

    /** What came of a change. */
    @Schema(name = "SyncOutcome")
    public enum Outcome {
        /** It is kept; also when it was kept before. */
        RECORDED,
        /** What is recorded stands against it: `existing` names it. Nothing was overwritten. */
        CONFLICT,
        /** It cannot be recorded as it is. */
        REFUSED
    }

    /** What came of one change. */
    @Schema(name = "SyncResult")
    public record Result(
            @Nullable UUID id,
            Outcome outcome,

            @Schema(description = "Day of the visit by the server's clock, when recorded.") @Nullable
            LocalDate visitedOn,

            @Nullable String code,
            @Nullable String detail,

            @Schema(description = "The visit or pairing that stands against it.") @Nullable
            UUID existing,

            List<BadField> errors,

            @Schema(description = "Hints beside a visit that was recorded.")
            List<VisitNote> notes) {}

    /** One bad field of a change. */
    @Schema(name = "SyncBadField")
    public record BadField(String pointer, String code, String detail) {}

    /** A household that another helper has, or none. */
    @Schema(name = "SyncGone")
    public record Gone(UUID householdId, LocalDate until, String endedBy) {}

    /** The form of the next visit, filled in. */
    @Schema(name = "HouseholdForm")
    public record Form(
            UUID householdId,
            UUID pairingId,
            LocalDate since,
            String villageCode,
            @Nullable String villageName,

            @Schema(description = "Absent when identification has not told of the household.") @Nullable
            Known known,

            @Schema(description = "The head first; empty when identification has not told of them.")
            List<HouseholdMember> members,

            @Nullable LastVisit lastVisit,

            @Schema(description = "As of the last visit.") List<Need> needs,

            @Schema(description = "Told in this year's visits.")
            List<Income> incomes,

            @Schema(description = "Arrived this year.") List<Benefit> benefits,
            int visitsThisMonth) {

        static Form of(HouseholdForm form) {
            return new Form(
                    form.householdId(),
                    form.pairingId(),
                    form.since(),
                    Long.toString(form.villageCode()),
                    form.villageName(),
                    Known.of(form.known()),
                    form.members(),
                    LastVisit.of(form.lastVisit()),
                    form.needs().stream()
                            .map(need -> new Need(need.kind(), need.text()))
                            .toList(),
                    form.incomes().stream()
                            .map(income -> new Income(income.item(), yuan(income.fen())))
                            .toList(),
                    form.benefits().stream()
                            .map(benefit -> new Benefit(benefit.benefit(), yuan(benefit.fen()), benefit.on()))
                            .toList(),
                    form.visitsThisMonth());
        }
    }

    /** What identification tells. */
    @Schema(name = "HouseholdFormKnown")
    public record Known(
            String householder,
            String hamlet,
            int persons,
            @Nullable Integer labourers,
            String status,
            @Nullable String attribute,
            String mainCause,
            List<String> otherCauses,
            @Nullable LocalDate registeredOn) {

        static @Nullable Known of(HouseholdForm.@Nullable Known known) {
            return known == null
                    ? null
                    : new Known(
                            known.householder(),
                            known.hamlet(),
                            known.persons(),
                            known.labourers(),
                            known.status(),
                            known.attribute(),
                            known.mainCause(),
                            known.otherCauses(),
                            known.registeredOn());
        }
    }

    /** The last visit. */
    @Schema(name = "HouseholdFormVisit")
    public record LastVisit(UUID id, LocalDate visitedOn, String content) {

        static @Nullable LastVisit of(HouseholdForm.@Nullable LastVisit visit) {
            return visit == null ? null : new LastVisit(visit.id(), visit.on(), visit.content());
        }
    }

    /** Something that the household needs. */
    @Schema(name = "HouseholdFormNeed")
    public record Need(NeedKind kind, String text) {}

    /** Yuan by item. */
    @Schema(name = "HouseholdFormIncome")
    public record Income(String item, String amount) {}

    /** Yuan that arrived. */
    @Schema(name = "HouseholdFormBenefit")
    public record Benefit(String benefit, String amount, LocalDate paidOn) {}

    private static String yuan(long fen) {
        return BigDecimal.valueOf(fen, 2).toPlainString();
    }
}
