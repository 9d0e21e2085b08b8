package org.jingzhun.pairing.pairing.matching;

/**
 * A point on the earth (坐标), WGS 84.
 *
 * @param latitude degrees north, -90 to 90
 * @param longitude degrees east, -180 to 180
 */
public record GeoPoint(double latitude, double longitude) {

    private static final double RADIUS_METRES = 6_371_000;
    private static final int METRES_OF_A_KILOMETRE = 1_000;

    public GeoPoint {
        if (!(Math.abs(latitude) <= 90) || !(Math.abs(longitude) <= 180)) {
            throw new IllegalArgumentException("Latitude " + latitude + " and longitude " + longitude
                    + " must be from -90 to 90 and from -180 to 180 degrees");
        }
    }

    /** Along the great circle (haversine), in whole metres. */
    public int metresTo(GeoPoint other) {
        double north = Math.sin(Math.toRadians(other.latitude - latitude) / 2);
        double east = Math.sin(Math.toRadians(other.longitude - longitude) / 2);
        double square = north * north
                + Math.cos(Math.toRadians(latitude)) * Math.cos(Math.toRadians(other.latitude)) * east * east;
        return (int) Math.round(2 * RADIUS_METRES * Math.asin(Math.min(1, Math.sqrt(square))));
    }

    /** Along the great circle, in whole kilometres, those begun not counted. */
    public int kilometresTo(GeoPoint other) {
        return metresTo(other) / METRES_OF_A_KILOMETRE;
    }
}
