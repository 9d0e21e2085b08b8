package org.jingzhun.pairing.planning;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.LongUnaryOperator;
import org.jingzhun.chassis.caller.Area;
import org.jingzhun.pairing.pairing.matching.GeoPoint;
import org.jingzhun.pairing.pairing.matching.Hamlet;
import org.jingzhun.pairing.pairing.matching.HamletRule;
import org.jingzhun.pairing.pairing.matching.HouseholdToPair;
import org.jspecify.annotations.Nullable;

/**
 * Gathers where villages and hamlets lie (村屯位置). A hamlet lies where the county said, else amid the homes at which visits
 * were located; a village amid its hamlets or else its homes, and one of which nothing is known amid those of its township,
 * or of its county, of which something is.
 */
@ApplicationScoped
class LandReader {

    private static final String VILLAGES = """
            select d.code as village_code, coalesce(h.latitude, v.latitude) as latitude,
                   coalesce(h.longitude, v.longitude) as longitude
            from observed_division d
            left join (select village_code, avg(latitude) as latitude, avg(longitude) as longitude from hamlet
                       where village_code between ? and ? group by village_code) h on h.village_code = d.code
            left join lateral (
              select avg(latitude) as latitude, avg(longitude) as longitude
              from (select latitude, longitude from visit
                    where h.latitude is null and village_code = d.code and latitude is not null and place is null
                    order by visited_on, id limit 20) homes) v on true
            where d.code between ? and ? and d.level = 'VILLAGE' and coalesce(h.latitude, v.latitude) is not null
            """;

    private static final String HAMLETS = """
            select coalesce(k.village_code, o.village_code) as village_code, coalesce(k.name, o.hamlet) as name,
                   coalesce(k.latitude, o.latitude) as latitude, coalesce(k.longitude, o.longitude) as longitude,
                   coalesce(k.neighbours, '{}') as neighbours
            from (select * from hamlet where village_code between ? and ?) k
            full join (
              select o.village_code, o.hamlet, avg(home.latitude) as latitude, avg(home.longitude) as longitude
              from observed_household o
              left join lateral (
                select latitude, longitude from visit
                where household_id = o.id and latitude is not null and place is null
                order by visited_on, id limit 1) home on true
              where o.village_code between ? and ? group by o.village_code, o.hamlet) o
              on o.village_code = k.village_code and o.hamlet = k.name
            order by 1, 2
            """;

    private static final int VILLAGES_OF_A_TOWNSHIP = 1_000;
    private static final int VILLAGES_OF_A_COUNTY = 1_000_000;

    /** A hamlet with what is known of its place. */
    private record Known(Hamlet hamlet, @Nullable GeoPoint point, Set<Hamlet> neighbours) {}

    /** Where the villages of these households lie, as far as anything is known of their counties. */
    Map<Long, GeoPoint> villages(Connection connection, Area area, List<HouseholdToPair> households)
            throws SQLException {
        Map<Long, GeoPoint> known = new TreeMap<>();
        try (PreparedStatement statement = connection.prepareStatement(VILLAGES)) {
            bindTwice(statement, area);
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    GeoPoint point = point(row);
                    if (point != null) {
                        known.put(row.getLong("village_code"), point);
                    }
                }
            }
        }
        return known.isEmpty() ? Map.of() : completed(known, households);
    }

    private static Map<Long, GeoPoint> completed(Map<Long, GeoPoint> known, List<HouseholdToPair> households) {
        Map<Long, GeoPoint> townships = middles(known, code -> code / VILLAGES_OF_A_TOWNSHIP);
        Map<Long, GeoPoint> counties = middles(known, code -> code / VILLAGES_OF_A_COUNTY);
        Map<Long, GeoPoint> all = new HashMap<>();
        households.stream().map(HouseholdToPair::village).distinct().forEach(village -> {
            GeoPoint point = known.get(village);
            if (point == null) {
                point = townships.get(village / VILLAGES_OF_A_TOWNSHIP);
            }
            if (point == null) {
                point = counties.get(village / VILLAGES_OF_A_COUNTY);
            }
            if (point != null) {
                all.put(village, point);
            }
        });
        return all;
    }

    private static Map<Long, GeoPoint> middles(Map<Long, GeoPoint> villages, LongUnaryOperator wider) {
        Map<Long, double[]> sums = new TreeMap<>();
        villages.forEach((code, point) -> {
            double[] sum = sums.computeIfAbsent(wider.applyAsLong(code), _ -> new double[3]);
            sum[0] += point.latitude();
            sum[1] += point.longitude();
            sum[2]++;
        });
        Map<Long, GeoPoint> middles = new HashMap<>();
        sums.forEach((code, sum) -> middles.put(code, new GeoPoint(sum[0] / sum[2], sum[1] / sum[2])));
        return middles;
    }

    /** Which hamlets adjoin each other: as was named, and where neither's neighbours were named by the distance of points. */
    HamletRule rule(Connection connection, Area area, int adjacentMetres) throws SQLException {
        Map<Long, List<Known>> byTownship = new TreeMap<>();
        Map<Hamlet, Set<Hamlet>> neighbours = new TreeMap<>();
        try (PreparedStatement statement = connection.prepareStatement(HAMLETS)) {
            bindTwice(statement, area);
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    Known known = known(row);
                    if (known.neighbours().isEmpty()) {
                        byTownship
                                .computeIfAbsent(
                                        known.hamlet().village() / VILLAGES_OF_A_TOWNSHIP, _ -> new ArrayList<>())
                                .add(known);
                    } else {
                        neighbours.put(known.hamlet(), known.neighbours());
                    }
                }
            }
        }
        byTownship.values().forEach(hamlets -> addNear(hamlets, adjacentMetres, neighbours));
        return new HamletRule(neighbours);
    }

    private static void addNear(List<Known> hamlets, int metres, Map<Hamlet, Set<Hamlet>> neighbours) {
        for (int i = 0; i < hamlets.size(); i++) {
            GeoPoint one = hamlets.get(i).point();
            for (int j = 0; one != null && j < i; j++) {
                GeoPoint other = hamlets.get(j).point();
                if (other != null && one.metresTo(other) <= metres) {
                    neighbours
                            .computeIfAbsent(hamlets.get(i).hamlet(), _ -> new TreeSet<>())
                            .add(hamlets.get(j).hamlet());
                }
            }
        }
    }

    private static Known known(ResultSet row) throws SQLException {
        Hamlet hamlet = new Hamlet(row.getLong("village_code"), row.getString("name"));
        Set<Hamlet> neighbours = new TreeSet<>();
        for (String named : (String[]) row.getArray("neighbours").getArray()) {
            int slash = named.indexOf('/');
            neighbours.add(
                    slash < 0
                            ? new Hamlet(hamlet.village(), named)
                            : new Hamlet(Long.parseLong(named.substring(0, slash)), named.substring(slash + 1)));
        }
        return new Known(hamlet, point(row), neighbours);
    }

    private static void bindTwice(PreparedStatement statement, Area area) throws SQLException {
        for (int i = 0; i < 4; i += 2) {
            statement.setLong(i + 1, area.from());
            statement.setLong(i + 2, area.to());
        }
    }

    /** The point of a row; {@code null} if it has none. */
    static @Nullable GeoPoint point(ResultSet row) throws SQLException {
        double latitude = row.getDouble("latitude");
        if (row.wasNull()) {
            return null;
        }
        return new GeoPoint(latitude, row.getDouble("longitude"));
    }
}
