package org.jingzhun.pairing.sync;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jingzhun.pairing.observed.identification.HouseholdMember;
import org.jingzhun.pairing.visit.NeedKind;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a helper's household, so that nobody asks for it again: the form of the next visit, filled in.
 *
 * @param since first day of the pairing
 * @param villageCode 12 digits
 * @param villageName null when identification has not told it
 * @param known null when identification has not told of the household
 * @param members the head first; empty when identification has not told of them
 * @param lastVisit null for none
 * @param needs those of the last visit
 * @param incomes told in this year's visits, by item
 * @param benefits that arrived this year
 * @param visitsThisMonth recorded
 */
public record HouseholdForm(
        UUID householdId,
        UUID pairingId,
        LocalDate since,
        long villageCode,
        @Nullable String villageName,
        @Nullable Known known,
        List<HouseholdMember> members,
        @Nullable LastVisit lastVisit,
        List<Need> needs,
        List<Income> incomes,
        List<Benefit> benefits,
        int visitsThisMonth) {

    /**
     * What identification tells.
     *
     * @param status POOR, EXITED, RETURNED or REMOVED
     * @param attribute of the register; null when not told, likewise the next two
     */
    public record Known(
            String householder,
            String hamlet,
            int persons,
            String status,
            String mainCause,
            List<String> otherCauses,
            @Nullable String attribute,
            @Nullable Integer labourers,
            @Nullable LocalDate registeredOn) {}

    /** The last visit that was not corrected. */
    public record LastVisit(UUID id, LocalDate on, String content) {}

    /** Something that the household needs. */
    public record Need(NeedKind kind, String text) {}

    /** A sum by item. */
    public record Income(String item, long fen) {}

    /** Money that arrived. */
    public record Benefit(String benefit, long fen, LocalDate on) {}
}
