package org.jingzhun.pairing.planning;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import org.jingzhun.chassis.batch.Columns;
import org.jingzhun.chassis.query.Database;
import org.jingzhun.pairing.pairing.matching.GeoPoint;
import org.jingzhun.pairing.pairing.matching.Hamlet;
import org.jingzhun.pairing.pairing.matching.HamletRule;
import org.jingzhun.pairing.pairing.matching.HelperToPair;
import org.jingzhun.pairing.pairing.matching.PairingProblem;
import org.jspecify.annotations.Nullable;

/** What of the land a plan was computed from: points of villages, and hamlets that adjoin each other. */
@ApplicationScoped
class PlanLand {

    private static final String INSERT_VILLAGES = """
            insert into plan_village (village_code, latitude, longitude, plan_id)
            select *, ?::uuid from unnest(?::bigint[], ?::double precision[], ?::double precision[])
            """;

    private static final String INSERT_HAMLETS = """
            insert into plan_hamlet (village_code, name, other_code, other_name, plan_id)
            select *, ?::uuid from unnest(?::bigint[], ?::text[], ?::bigint[], ?::text[])
            """;

    private final Database database;

    PlanLand(Database database) {
        this.database = database;
    }

    /** Two hamlets that adjoin each other. */
    private record Border(Hamlet one, Hamlet other) {}

    /** A helper of a plan with a hamlet in which it has a household. */
    private record Post(UUID helper, Hamlet hamlet) {}

    void insert(Connection connection, UUID plan, PairingProblem problem) throws SQLException {
        List<Map.Entry<Long, GeoPoint>> villages = List.copyOf(new TreeMap<>(problem.villages()).entrySet());
        if (!villages.isEmpty()) {
            try (PreparedStatement insert = connection.prepareStatement(INSERT_VILLAGES)) {
                insert.setObject(1, plan);
                new Columns<>(insert, villages, 2)
                        .set("bigint", Map.Entry::getKey)
                        .set("float8", village -> village.getValue().latitude())
                        .set("float8", village -> village.getValue().longitude());
                insert.executeUpdate();
            }
        }
        HamletRule rule = problem.rule();
        if (rule != null && !rule.neighbours().isEmpty()) {
            insertBorders(connection, plan, borders(rule));
        }
    }

    private static List<Border> borders(HamletRule rule) {
        List<Border> borders = new ArrayList<>();
        rule.neighbours().forEach((one, others) -> others.stream()
                .filter(other -> one.compareTo(other) < 0)
                .forEach(other -> borders.add(new Border(one, other))));
        return borders;
    }

    private static void insertBorders(Connection connection, UUID plan, List<Border> borders) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(INSERT_HAMLETS)) {
            insert.setObject(1, plan);
            new Columns<>(insert, borders, 2)
                    .set("bigint", border -> border.one().village())
                    .set("text", border -> border.one().name())
                    .set("bigint", border -> border.other().village())
                    .set("text", border -> border.other().name());
            insert.executeUpdate();
        }
    }

    /** Of the helper's office; {@code null} if unknown. */
    static @Nullable Double latitude(HelperToPair helper) {
        GeoPoint office = helper.office();
        return office == null ? null : office.latitude();
    }

    /** Of the helper's office; {@code null} if unknown. */
    static @Nullable Double longitude(HelperToPair helper) {
        GeoPoint office = helper.office();
        return office == null ? null : office.longitude();
    }

    @Transactional(Transactional.TxType.MANDATORY)
    Map<Long, GeoPoint> villages(UUID plan) {
        Map<Long, GeoPoint> villages = new HashMap<>();
        database.list(
                        "select village_code, latitude, longitude from plan_village where plan_id = ?",
                        row -> Map.entry(
                                row.getLong("village_code"),
                                new GeoPoint(row.getDouble("latitude"), row.getDouble("longitude"))),
                        plan)
                .forEach(village -> villages.put(village.getKey(), village.getValue()));
        return villages;
    }

    @Transactional(Transactional.TxType.MANDATORY)
    HamletRule rule(UUID plan) {
        Map<Hamlet, Set<Hamlet>> neighbours = new TreeMap<>();
        database.list(
                        "select village_code, name, other_code, other_name from plan_hamlet where plan_id = ?",
                        row -> new Border(
                                new Hamlet(row.getLong("village_code"), row.getString("name")),
                                new Hamlet(row.getLong("other_code"), row.getString("other_name"))),
                        plan)
                .forEach(border -> neighbours
                        .computeIfAbsent(border.one(), _ -> new TreeSet<>())
                        .add(border.other()));
        return new HamletRule(neighbours);
    }

    /** The hamlets in which the helpers of a plan have households, but for this one. */
    @Transactional(Transactional.TxType.MANDATORY)
    Map<UUID, Collection<Hamlet>> posts(UUID plan, UUID butFor) {
        Map<UUID, Collection<Hamlet>> posts = new HashMap<>();
        database.list(
                        "select distinct helper_id, village_code, hamlet from plan_household"
                                + " where plan_id = ? and helper_id is not null and household_id <> ?",
                        row -> new Post(
                                row.getObject("helper_id", UUID.class),
                                new Hamlet(row.getLong("village_code"), row.getString("hamlet"))),
                        plan,
                        butFor)
                .forEach(post -> posts.computeIfAbsent(post.helper(), _ -> new HashSet<>())
                        .add(post.hamlet()));
        return posts;
    }
}
