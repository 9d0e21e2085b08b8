package org.jingzhun.pairing.handbook;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jingzhun.pairing.observed.identification.HouseholdMember;
import org.jingzhun.pairing.visit.Visit;
import org.jspecify.annotations.Nullable;

/**
 * The booklet of a household (帮扶手册) as it stands.
 *
 * @param card what hangs on the wall (帮扶联系卡)
 * @param members the head first; empty when identification has not told of them
 * @param history of its status, as far as identification has told it; the oldest first
 * @param helpers of then and now, the first one first: a new helper is a new row, none is overwritten
 * @param parts what other concepts contribute: plan and measures
 * @param needs with what came of them: those of visits, the first first, then those that were published
 * @param visits without those that were corrected, the oldest first
 * @param incomes by year and item, as told at visits
 * @param benefits that were paid, the oldest first
 */
public record Handbook(
        Card card,
        List<HouseholdMember> members,
        List<StatusSince> history,
        List<HelperTerm> helpers,
        List<HandbookSection.Part> parts,
        List<Need> needs,
        List<Visit> visits,
        List<YearlyIncome> incomes,
        List<Benefit> benefits) {

    /**
     * The household at a glance.
     *
     * @param villageCode 12 digits
     * @param villageName null when identification has not told it
     * @param status POOR, EXITED, RETURNED or REMOVED
     * @param helper of today; null for none
     * @param lastVisitedOn null for never
     */
    public record Card(
            UUID householdId,
            String householder,
            long villageCode,
            @Nullable String villageName,
            String hamlet,
            int persons,
            @Nullable Integer labourers,
            String status,
            @Nullable String attribute,
            String mainCause,
            List<String> otherCauses,
            @Nullable LocalDate registeredOn,
            boolean monitored,
            @Nullable HelperTerm helper,
            @Nullable LocalDate lastVisitedOn) {}

    /** A status and its first day. */
    public record StatusSince(
            String status, LocalDate since, @Nullable String document) {}

    /**
     * A helper's time with the household.
     *
     * @param name null when the helper is out of the caller's area, likewise unit and post
     * @param until last day; null while it stands
     */
    public record HelperTerm(
            @Nullable String name,
            @Nullable String unit,
            @Nullable String post,
            LocalDate since,
            @Nullable LocalDate until) {}

    /** A sum of a year. */
    public record YearlyIncome(int year, String item, long fen) {}

    /**
     * Money that arrived.
     *
     * @param benefit a code of funding, or DIVIDEND
     * @param state PAID or RETURNED
     */
    public record Benefit(int year, String benefit, long fen, String state, LocalDate paidOn, String source) {}
}
