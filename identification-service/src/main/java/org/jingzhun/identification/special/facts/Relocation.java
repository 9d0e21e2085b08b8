package org.jingzhun.identification.special.facts;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A relocated household (易地扶贫搬迁户). The village that it left may be another than the one it is recorded in.
 *
 * @param plannedYear calendar year
 * @param signedBy who signed for the household that it moves of its own will; null before
 * @param signedOn null with it
 */
public record Relocation(
        Way way,
        Settlement settlement,
        Site site,
        Departure from,
        Destination to,
        int plannedYear,
        @Nullable String signedBy,
        @Nullable LocalDate signedOn)
        implements Facts {

    public static final int FIRST_YEAR = 2000;
    public static final int LAST_YEAR = 2100;
    public static final int LONGEST_TEXT = 100;

    /** Who moves together (搬迁方式). */
    public enum Way {
        /** 整行政村搬迁. */
        WHOLE_VILLAGE,
        /** 整自然村搬迁. */
        WHOLE_HAMLET,
        /** 零散搬迁. */
        INDIVIDUAL
    }

    /** How they live then (安置方式). */
    public enum Settlement {
        /** 集中安置. */
        CENTRALISED,
        /** 分散安置. */
        SCATTERED
    }

    /** Where they live then (安置地). */
    public enum Site {
        COUNTY_SEAT,
        TOWNSHIP,
        OUTSIDE_COUNTY,
        OUTSIDE_VILLAGE,
        INSIDE_VILLAGE
    }

    /**
     * The place left (迁出地).
     *
     * @param villageCode 12 digits
     * @param longitude degrees east, null with the latitude
     * @param boundary red line of the moved-out area (迁出地红线图)
     */
    public record Departure(
            String villageCode,
            @Nullable String hamlet,
            @Nullable Double longitude,
            @Nullable Double latitude,
            @Nullable Boundary boundary) {}

    /** @param division 12 digits */
    public record Destination(String division, String place) {}

    @Override
    public List<Fault> faults(LocalDate since, Rules rules) {
        List<Fault> faults = new ArrayList<>();
        if ((signedBy == null) != (signedOn == null)) {
            faults.add(Fault.of("/signedOn", "signature-incomplete"));
        }
        if ((from.longitude() == null) != (from.latitude() == null)) {
            faults.add(Fault.of("/from/latitude", "position-incomplete"));
        }
        boolean sameVillage = from.villageCode().equals(to.division());
        if (site == Site.INSIDE_VILLAGE ? !sameVillage : sameVillage) {
            faults.add(Fault.of("/to/division", "site-not-fitting", site));
        }
        Boundary boundary = from.boundary();
        if (boundary != null) {
            boundary.findFault().ifPresent(code -> faults.add(Fault.of("/from/boundary", code)));
        }
        return faults;
    }
}
