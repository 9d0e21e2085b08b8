package org.jingzhun.funding.allocation;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jingzhun.chassis.caller.Area;
import org.jingzhun.funding.observed.identification.Place;
import org.jingzhun.funding.observed.identification.Places;

/** Finds who receives by a plan, and what counts for each. */
@ApplicationScoped
class Receiving {

    private final Places places;
    private final FactorTables tables;

    Receiving(Places places, FactorTables tables) {
        this.places = places;
        this.tables = tables;
    }

    /** A receiver with its value of each factor, in their order. */
    record Receiver(Place place, List<Long> values) {}

    /**
     * In the order of the codes.
     *
     * @throws AllocationRefusal.TableIncomplete if a table lacks a receiver
     */
    List<Receiver> list(long area, Terms terms, List<WeightedFactor> factors, LocalDate day) {
        var receivers = places
                .list(Area.ofPrefix(Long.toString(area)), terms.level().span(), day)
                .stream()
                .filter(place -> place.poorVillages() > 0 || !terms.onlyPoorVillages())
                .toList();
        var loaded = new HashMap<WeightedFactor, Map<Long, Long>>();
        for (var factor : factors) {
            if (factor.tableId() != null) {
                var values = tables.values(factor.tableId());
                requireComplete(factor, values, receivers);
                loaded.put(factor, values);
            }
        }
        return receivers.stream()
                .map(place -> new Receiver(
                        place,
                        factors.stream()
                                .map(factor -> loaded.containsKey(factor)
                                        ? loaded.getOrDefault(factor, Map.of()).getOrDefault(place.code(), 0L)
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
