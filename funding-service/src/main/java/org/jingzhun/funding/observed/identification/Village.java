package org.jingzhun.funding.observed.identification;

/**
 * A village (行政村) as funding knows it. Households and persons always stand side by side; neither is derived from the
 * other.
 *
 * @param code division code of 12 digits
 * @param poorVillage whether it is designated a poor village (贫困村)
 * @param ruralHouseholds all rural households, by identification's count
 * @param ruralPersons all rural persons
 * @param poorHouseholds registered households that are poor now
 * @param poorPersons persons in them
 * @param monitoredHouseholds households that are monitored so that they do not fall into poverty (监测户)
 * @param monitoredPersons persons in them
 */
public record Village(
        long code,
        String name,
        boolean poorVillage,
        long ruralHouseholds,
        long ruralPersons,
        long poorHouseholds,
        long poorPersons,
        long monitoredHouseholds,
        long monitoredPersons) {

    private static final long MILLION = 1_000_000;

    /** Poor persons in a million rural persons (贫困发生率), cut to a whole number; 0 without rural persons. */
    public long incidenceMillionths() {
        return ruralPersons == 0 ? 0 : Math.min(MILLION, poorPersons * MILLION / ruralPersons);
    }
}
