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
    /** On duty by the links of pairing, on the day by which the plan's year is counted. */
    FIRST_SECRETARIES(FactorCode::elsewhere),
    /** From a factor table that an officer has loaded; never read off a place. */
    TABLE(FactorCode::elsewhere);

    private final ToLongFunction<Place> value;

    FactorCode(ToLongFunction<Place> value) {
        this.value = value;
    }

    /** Whether a place itself has it, as identification tells. */
    boolean isOfPlace() {
        return this != FIRST_SECRETARIES && this != TABLE;
    }

    private static long elsewhere(Place place) {
        throw new IllegalStateException("Value must be looked up elsewhere, not at " + place.code());
    }

    long valueOf(Place place) {
        return value.applyAsLong(place);
    }
}
