package org.jingzhun.sample;

import java.util.List;

/** Longlin with seed 42, made once for all tests that only read it. */
final class Longlin {

    static final String COUNTY = "451031";
    static final Sample SAMPLE = Sample.of(SampleOptions.of(42, COUNTY));
    static final List<Village> VILLAGES = SAMPLE.villages().toList();
    static final List<Household> HOUSEHOLDS =
            VILLAGES.stream().flatMap(village -> village.households().stream()).toList();

    private Longlin() {}

    static int persons(List<Household> households) {
        return households.stream()
                .mapToInt(household -> household.members().size())
                .sum();
    }

    static List<Household> poor(List<Household> households) {
        return households.stream()
                .filter(household -> household.truth().trulyPoor())
                .toList();
    }
}
