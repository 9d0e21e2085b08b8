package org.jingzhun.pairing.pairing.matching;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Where helpers start from whose way is measured in kilometres (出发点): a place of its own for all that have the same office
 * and the same rules of places, at the end of a way from each village that is nearer than {@value Costs#FAR_KILOMETRES} km.
 * Its number is negative, as no division's.
 */
final class Bases {

    /** What helpers share who start from one place. */
    private record Base(
            GeoPoint office, long area, @Nullable Long decidesIn) {}

    /** The way from a village. */
    record Way(long base, long cost) {}

    private static final Comparator<Base> IN_ORDER = Comparator.comparingDouble(
                    (Base base) -> base.office().latitude())
            .thenComparingDouble(base -> base.office().longitude())
            .thenComparingLong(Base::area)
            .thenComparingLong(base -> base.decidesIn() == null ? 0 : base.decidesIn());

    private final Map<Base, Long> numbers = new HashMap<>();
    private final Map<Long, List<Way>> waysFrom = new HashMap<>();
    private final Set<Long> measuredCounties = new HashSet<>();

    /** @param from villages in which households live */
    Bases(PairingProblem problem, Collection<Long> from) {
        problem.villages().keySet().forEach(village -> measuredCounties.add(Places.county(village)));
        if (measuredCounties.isEmpty()) {
            return;
        }
        Map<Base, HelperToPair> starting = new HashMap<>();
        for (HelperToPair helper : problem.helpers()) {
            if (helper.office() != null && helper.quota() > 0) {
                starting.putIfAbsent(base(helper, helper.office()), helper);
            }
        }
        starting.keySet().stream().sorted(IN_ORDER).forEach(base -> numbers.put(base, -1L - numbers.size()));
        Costs costs = problem.costs();
        for (long village : from) {
            GeoPoint point = problem.villages().get(village);
            if (point != null) {
                starting.forEach((base, helper) -> addWay(village, point, base, helper, costs));
                waysFrom.getOrDefault(village, new ArrayList<>()).sort(Comparator.comparingLong(Way::base));
            }
        }
    }

    private void addWay(long village, GeoPoint point, Base base, HelperToPair helper, Costs costs) {
        Long number = numbers.get(base);
        if (number != null && helper.mayHelpIn(village) && base.office().kilometresTo(point) < Costs.FAR_KILOMETRES) {
            waysFrom.computeIfAbsent(village, _ -> new ArrayList<>())
                    .add(new Way(number, costs.distance(village, helper)));
        }
    }

    private static Base base(HelperToPair helper, GeoPoint office) {
        return new Base(office, helper.area(), helper.decidesIn());
    }

    static boolean isBase(long place) {
        return place < Places.ANYWHERE;
    }

    /** Where the helper starts from; {@code null} if its ways are not measured. */
    @Nullable
    Long of(HelperToPair helper) {
        return helper.office() == null ? null : numbers.get(base(helper, helper.office()));
    }

    List<Way> waysFrom(long village) {
        return waysFrom.getOrDefault(village, List.of());
    }

    /** Whether the helper's ways to this place, if it is not wider than a county, are measured. */
    boolean measures(HelperToPair helper, long place) {
        return helper.office() != null && measuredCounties.contains(Places.county(place));
    }
}
