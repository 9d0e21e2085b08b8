package org.jingzhun.identification.special.facts;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;

/**
 * An area as a GeoJSON polygon (RFC 7946): rings of longitude and latitude in degrees, CGCS2000 or WGS 84; the first ring
 * is the outline, others are holes.
 *
 * @param type Polygon
 * @param coordinates 1 to 10 rings with 1,000 positions together
 */
public record Boundary(String type, List<List<List<Double>>> coordinates) {

    static final int MOST_RINGS = 10;
    static final int MOST_POSITIONS = 1000;

    private static final int FEWEST_POSITIONS = 4;
    private static final double WEST = 73;
    private static final double EAST = 136;
    private static final double SOUTH = 3;
    private static final double NORTH = 54;

    public Boundary {
        coordinates = coordinates.stream()
                .map(ring -> ring.stream().map(List::copyOf).toList())
                .toList();
    }

    /** The code of what is wrong with it. */
    Optional<String> findFault() {
        long positions = coordinates.stream().mapToLong(List::size).sum();
        if (!type.equals("Polygon")) {
            return Optional.of("boundary-no-polygon");
        }
        if (coordinates.isEmpty() || coordinates.size() > MOST_RINGS || positions > MOST_POSITIONS) {
            return Optional.of("boundary-size");
        }
        if (!coordinates.stream().flatMap(List::stream).allMatch(Boundary::isInChina)) {
            return Optional.of("boundary-position");
        }
        return coordinates.stream().allMatch(Boundary::isClosed) ? Optional.empty() : Optional.of("boundary-open-ring");
    }

    private static boolean isInChina(List<Double> position) {
        return position.size() == 2
                && position.get(0) >= WEST
                && position.get(0) <= EAST
                && position.get(1) >= SOUTH
                && position.get(1) <= NORTH;
    }

    /** Closed, and around something. */
    private static boolean isClosed(List<List<Double>> ring) {
        return ring.size() >= FEWEST_POSITIONS
                && ring.getFirst().equals(ring.getLast())
                && new HashSet<>(ring).size() >= FEWEST_POSITIONS - 1
                && doubleArea(ring) != 0;
    }

    private static double doubleArea(List<List<Double>> ring) {
        double sum = 0;
        for (int i = 1; i < ring.size(); i++) {
            sum += ring.get(i - 1).get(0) * ring.get(i).get(1)
                    - ring.get(i).get(0) * ring.get(i - 1).get(1);
        }
        return sum;
    }
}
