package org.jingzhun.identification.assessment;

import java.math.BigDecimal;

/**
 * Where the visit took place (定位), WGS 84.
 *
 * @param latitude -90 to 90 degrees
 * @param longitude -180 to 180 degrees
 */
public record Location(BigDecimal latitude, BigDecimal longitude) {

    private static final BigDecimal LATITUDE = BigDecimal.valueOf(90);
    private static final BigDecimal LONGITUDE = BigDecimal.valueOf(180);

    public Location {
        if (latitude.abs().compareTo(LATITUDE) > 0 || longitude.abs().compareTo(LONGITUDE) > 0) {
            throw new IllegalArgumentException(
                    "latitude %s and longitude %s must be on the earth".formatted(latitude, longitude));
        }
    }
}
