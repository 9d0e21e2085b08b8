package org.jingzhun.identification.assessment;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * Where the visit took place (定位), WGS 84.
 *
 * @param latitude -90 to 90 degrees
 * @param longitude -180 to 180 degrees
 */
public record Location(BigDecimal latitude, BigDecimal longitude) {

    /** A tenth of a metre; as it is stored, so that the same place is equal to itself. */
    private static final int DECIMALS = 6;

    private static final BigDecimal LATITUDE = BigDecimal.valueOf(90);
    private static final BigDecimal LONGITUDE = BigDecimal.valueOf(180);

    public Location {
        if (latitude.abs().compareTo(LATITUDE) > 0 || longitude.abs().compareTo(LONGITUDE) > 0) {
            throw new IllegalArgumentException(
                    "latitude %s and longitude %s must be on the earth".formatted(latitude, longitude));
        }
        latitude = latitude.setScale(DECIMALS, RoundingMode.HALF_UP);
        longitude = longitude.setScale(DECIMALS, RoundingMode.HALF_UP);
    }
}
