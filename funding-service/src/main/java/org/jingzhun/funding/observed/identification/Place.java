package org.jingzhun.funding.observed.identification;

/**
 * A division of any level with the sums of its villages (行政区划).
 *
 * @param code division code of 12 digits
 * @param villages how many villages it has, 1 for a village
 * @param poorVillages how many of them are designated poor villages (贫困村)
 * @param ruralHouseholds all rural households, by identification's count
 * @param poorHouseholds registered households that are poor now
 * @param monitoredHouseholds households that are monitored so that they do not fall into poverty (监测户)
 * @param exitedHouseholds registered households that have left poverty (脱贫户)
 */
public record Place(
        long code,
        String name,
        long villages,
        long poorVillages,
        long ruralHouseholds,
        long ruralPersons,
        long poorHouseholds,
        long poorPersons,
        long monitoredHouseholds,
        long monitoredPersons,
        long exitedHouseholds,
        long exitedPersons) {

    private static final long MILLION = 1_000_000;

    /** Poor persons in a million rural persons (贫困发生率), cut to a whole number; 0 without rural persons. */
    public long incidenceMillionths() {
        return ruralPersons == 0 ? 0 : Math.min(MILLION, poorPersons * MILLION / ruralPersons);
    }
}
