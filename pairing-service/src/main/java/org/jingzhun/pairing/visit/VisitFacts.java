package org.jingzhun.pairing.visit;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a helper writes down of a visit.
 *
 * @param place where they met; null for the household's home
 * @param content what was done and talked about
 * @param risks seen; may be empty
 * @param incomes told by the household since the last visit, each item once; may be empty
 */
public record VisitFacts(
        UUID helperId,
        UUID householdId,
        LocalDate visitedOn,
        @Nullable String place,
        String content,
        Set<Risk> risks,
        List<IncomeItem> incomes) {

    /**
     * An amount of money.
     *
     * @param item code of the income rules of identification
     * @param fen 0 or more
     */
    public record IncomeItem(String item, long fen) {}

    public VisitFacts {
        risks = Set.copyOf(risks);
        incomes = List.copyOf(incomes);
    }
}
