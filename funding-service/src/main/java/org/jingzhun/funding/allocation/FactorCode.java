package org.jingzhun.funding.allocation;

import org.jingzhun.funding.observed.identification.Village;

/** Factors that a village's value can be read for (分配因素); labels and sources in the list {@code allocation-factor}. */
public enum FactorCode {
    POOR_PERSONS {
        @Override
        long valueOf(Village village) {
            return village.poorPersons();
        }
    },
    POOR_HOUSEHOLDS {
        @Override
        long valueOf(Village village) {
            return village.poorHouseholds();
        }
    },
    /** In millionths. */
    POVERTY_INCIDENCE {
        @Override
        long valueOf(Village village) {
            return village.incidenceMillionths();
        }
    },
    RURAL_PERSONS {
        @Override
        long valueOf(Village village) {
            return village.ruralPersons();
        }
    },
    RURAL_HOUSEHOLDS {
        @Override
        long valueOf(Village village) {
            return village.ruralHouseholds();
        }
    },
    /** 1 for a designated poor village, 0 for any other. */
    POOR_VILLAGE {
        @Override
        long valueOf(Village village) {
            return village.poorVillage() ? 1 : 0;
        }
    };

    abstract long valueOf(Village village);
}
