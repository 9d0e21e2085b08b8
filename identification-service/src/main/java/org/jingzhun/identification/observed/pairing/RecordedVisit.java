package org.jingzhun.identification.observed.pairing;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A visit of a helper, as pairing-service tells it.
 *
 * @param villageCode 12 digits
 * @param risks codes of what the helper saw; null counts as none
 * @param incomes what the household told of its income since the last visit; null counts as none
 * @param corrects the visit in whose place this one stands
 */
record RecordedVisit(
        UUID visitId,
        UUID householdId,
        String villageCode,
        UUID helperId,
        String helperName,
        LocalDate visitedOn,
        @Nullable List<String> risks,
        @Nullable List<ToldIncome> incomes,
        @Nullable UUID corrects) {

    RecordedVisit {
        Objects.requireNonNull(visitId, "visitId");
        Objects.requireNonNull(householdId, "householdId");
        risks = risks == null ? List.of() : List.copyOf(risks);
        incomes = incomes == null ? List.of() : List.copyOf(incomes);
    }

    ObservedVisits.ObservedVisit told() {
        return new ObservedVisits.ObservedVisit(
                visitId,
                householdId,
                helperName,
                visitedOn,
                Objects.requireNonNullElse(risks, List.of()),
                Objects.requireNonNullElse(incomes, List.of()),
                corrects);
    }
}
