package org.jingzhun.pairing.visit;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/**
 * A place on the earth (定位), WGS 84.
 *
 * @param latitude -90 to 90 degrees
 * @param longitude -180 to 180 degrees
 */
public record Location(BigDecimal latitude, BigDecimal longitude) {

    /** A tenth of a metre; as it is stored, so that the same place is equal to itself. */
    private static final int DECIMALS = 6;

    private static final double RADIUS_METRES = 6_371_000;

    public Location {
        latitude = latitude.setScale(DECIMALS, RoundingMode.HALF_UP);
        longitude = longitude.setScale(DECIMALS, RoundingMode.HALF_UP);
    }

    /** Null when one of them is. */
    static @Nullable Location find(@Nullable BigDecimal latitude, @Nullable BigDecimal longitude) {
        return latitude == null || longitude == null ? null : new Location(latitude, longitude);
    }

    /** Along the great circle, in whole metres. */
    public int metresTo(Location other) {
        double north = radians(other.latitude.subtract(latitude));
        double east = radians(other.longitude.subtract(longitude));
        double square = Math.pow(Math.sin(north / 2), 2)
                + Math.cos(radians(latitude)) * Math.cos(radians(other.latitude)) * Math.pow(Math.sin(east / 2), 2);
        return (int) Math.round(2 * RADIUS_METRES * Math.asin(Math.min(1, Math.sqrt(square))));
    }

    private static double radians(BigDecimal degrees) {
        return Math.toRadians(degrees.doubleValue());
    }
}
