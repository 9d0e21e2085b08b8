package org.jingzhun.funding.allocation;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jingzhun.chassis.caller.Area;
import org.jingzhun.funding.observed.identification.Place;
import org.jingzhun.funding.observed.identification.Places;
import org.jingzhun.funding.observed.pairing.FirstSecretaries;

/** Finds who receives by a plan, and what counts for each. */
@ApplicationScoped
class Receiving {

    private final Places places;
    private final FactorTables tables;
    private final FirstSecretaries secretaries;

    Receiving(Places places, FactorTables tables, FirstSecretaries secretaries) {
        this.places = places;
        this.tables = tables;
        this.secretaries = secretaries;
    }

    /** A receiver with its value of each factor, in their order. */
    record Receiver(Place place, List<Long> values) {}

    /**
     * In the order of the codes.
     *
     * @throws AllocationRefusal.TableIncomplete if a table lacks a receiver
     */
    List<Receiver> list(Computing.Basis basis, LocalDate today) {
        var area = Area.ofPrefix(Long.toString(basis.area()));
        var terms = basis.terms();
        var receivers = places.list(area, terms.level().span(), today).stream()
                .filter(place -> place.poorVillages() > 0 || !terms.onlyPoorVillages())
                .toList();
        var lookedUp = new HashMap<WeightedFactor, Map<Long, Long>>();
        for (var factor : basis.factors()) {
            if (factor.tableId() != null) {
                var values = tables.values(factor.tableId());
                requireComplete(factor, values, receivers);
                lookedUp.put(factor, values);
            } else if (factor.factor() == FactorCode.FIRST_SECRETARIES) {
                var day = FirstSecretaries.dayOf(basis.year(), today);
                lookedUp.put(factor, secretaries.count(area, terms.level().span(), day));
            }
        }
        return receivers.stream()
                .map(place -> new Receiver(
                        place,
                        basis.factors().stream()
                                .map(factor -> lookedUp.containsKey(factor)
                                        ? lookedUp.getOrDefault(factor, Map.of())
                                                .getOrDefault(place.code(), 0L)
                                        : (Long) factor.factor().valueOf(place))
                                .toList()))
                .toList();
    }

    private static void requireComplete(WeightedFactor factor, Map<Long, Long> values, List<Place> receivers) {
        var without = receivers.stream()
                .filter(place -> !values.containsKey(place.code()))
                .toList();
        if (!without.isEmpty()) {
            throw new AllocationRefusal.TableIncomplete(
                    String.valueOf(factor.tableId()),
                    without.size(),
                    without.getFirst().code());
        }
    }
}
