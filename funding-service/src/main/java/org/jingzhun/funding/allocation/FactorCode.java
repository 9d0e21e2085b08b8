package org.jingzhun.funding.allocation;

import java.util.function.ToLongFunction;
import org.jingzhun.funding.observed.identification.Place;

/** Factors that a receiver's value can be had for (分配因素); labels and sources in the list {@code allocation-factor}. */
@SuppressWarnings("ImmutableEnumChecker") // references to accessors of a record
public enum FactorCode {
    POOR_PERSONS(Place::poorPersons),
    POOR_HOUSEHOLDS(Place::poorHouseholds),
    /** In millionths. */
    POVERTY_INCIDENCE(Place::incidenceMillionths),
    RURAL_PERSONS(Place::ruralPersons),
    RURAL_HOUSEHOLDS(Place::ruralHouseholds),
    /** 1 for a designated poor village, 0 for any other; of a larger division how many it has. */
    POOR_VILLAGE(Place::poorVillages),
    VILLAGES(Place::villages),
    MONITORED_PERSONS(Place::monitoredPersons),
    MONITORED_HOUSEHOLDS(Place::monitoredHouseholds),
    EXITED_PERSONS(Place::exitedPersons),
    EXITED_HOUSEHOLDS(Place::exitedHouseholds),
    /** From a factor table that an officer has loaded; never read off a place. */
    TABLE(place -> {
        throw new IllegalStateException("Values of a table must be looked up there, not at " + place.code());
    });

    private final ToLongFunction<Place> value;

    FactorCode(ToLongFunction<Place> value) {
        this.value = value;
    }

    long valueOf(Place place) {
        return value.applyAsLong(place);
    }
}
