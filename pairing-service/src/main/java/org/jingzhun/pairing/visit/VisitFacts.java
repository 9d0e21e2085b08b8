package org.jingzhun.pairing.visit;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a helper writes down of a visit.
 *
 * @param visitedOn by the calendar of whoever wrote it
 * @param place where they met; null for the household's home
 * @param content what was done and talked about
 * @param risks seen; may be empty
 * @param incomes told by the household since the last visit, each item once; may be empty
 * @param policiesExplained which policies were explained; null for none
 * @param needs all that the household needs as of this visit; may be empty
 * @param photos SHA-256 of each, 64 hexadecimal digits; the files come by themselves
 * @param location where the phone was; null when it could not tell
 * @param confirmation null when the household did not confirm
 * @param corrects the visit in whose place this one stands; null for none
 */
public record VisitFacts(
        UUID helperId,
        UUID householdId,
        LocalDate visitedOn,
        @Nullable String place,
        String content,
        Set<Risk> risks,
        List<IncomeItem> incomes,
        @Nullable String policiesExplained,
        List<Need> needs,
        List<String> photos,
        @Nullable Location location,
        @Nullable Confirmation confirmation,
        @Nullable UUID corrects) {

    /**
     * An amount of money.
     *
     * @param item code of the income rules of identification
     * @param fen 0 or more
     */
    public record IncomeItem(String item, long fen) {}

    /** Something that a household needs. */
    public record Need(NeedKind kind, String text) {}

    public VisitFacts {
        risks = Set.copyOf(risks);
        incomes = List.copyOf(incomes);
        needs = List.copyOf(needs);
        photos = List.copyOf(photos);
    }

    /** SHA-256 of all pictures that come by themselves: the photos, and that of signature or fingerprint. */
    public List<String> pictures() {
        return Stream.concat(photos.stream(), Stream.ofNullable(confirmation == null ? null : confirmation.sha256()))
                .toList();
    }
}
