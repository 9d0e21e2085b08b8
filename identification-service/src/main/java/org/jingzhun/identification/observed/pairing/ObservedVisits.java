package org.jingzhun.identification.observed.pairing;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Visits of helpers that were not known before: fired in the transaction that keeps them. */
public record ObservedVisits(List<ObservedVisit> visits) {

    public ObservedVisits {
        visits = List.copyOf(visits);
    }

    /**
     * What a helper saw.
     *
     * @param risks codes as pairing-service told them; may be empty
     * @param incomes what the household told of its income since the last visit; may be empty
     * @param corrects the visit in whose place this one stands
     */
    public record ObservedVisit(
            UUID visitId,
            UUID householdId,
            String helperName,
            LocalDate visitedOn,
            List<String> risks,
            List<ToldIncome> incomes,
            @Nullable UUID corrects) {

        public ObservedVisit {
            risks = List.copyOf(risks);
            incomes = List.copyOf(incomes);
        }
    }
}
