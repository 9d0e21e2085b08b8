package org.jingzhun.pairing.enterpriseproject;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jingzhun.chassis.query.Database;
import org.jspecify.annotations.Nullable;

/** All yearly reports within the caller's area. */
@ApplicationScoped
class ProgressRows {

    private static final String ADD = """
            insert into enterprise_progress (id, project_id, village_code, year, invested_fen, jobs, evidence, remark, state)
            values (?, ?, ?, ?, ?, ?, ?, ?, 'REPORTED')
            on conflict (id) do nothing
            """;
    private static final String ADD_BENEFIT = """
            insert into enterprise_benefit (progress_id, household_id, project_id, village_code) values (?, ?, ?, ?)
            """;
    private static final String SELECT = """
            select r.*, coalesce((select array_agg(b.household_id) from enterprise_benefit b where b.progress_id = r.id),
                                 array[]::uuid[]) as households
            from enterprise_progress r
            """;
    private static final String REGISTERED = """
            select id from observed_household where village_code = ? and status <> 'REMOVED' and id = any (?::uuid[])
            """;

    private final Database database;

    ProgressRows(Database database) {
        this.database = database;
    }

    /** @return whether the id was free, elsewhere too */
    boolean add(UUID id, Project project, Progress.Facts facts) {
        int added = database.execute(
                ADD,
                id,
                project.id(),
                project.villageCode(),
                facts.year(),
                facts.fen(),
                facts.jobs(),
                facts.evidence().toArray(String[]::new),
                facts.remark());
        if (added == 0) {
            return false;
        }
        var benefits = new ArrayList<@Nullable Object[]>();
        for (var household : facts.households()) {
            benefits.add(new @Nullable Object[] {id, household, project.id(), project.villageCode()});
        }
        database.executeAll(ADD_BENEFIT, benefits);
        return true;
    }

    Optional<Progress> find(UUID id) {
        return database.find(SELECT + "where r.id = ?", ProgressRows::read, id);
    }

    /** Of a project, by year; those returned before what came after them. */
    List<Progress> of(UUID project) {
        return database.list(SELECT + "where r.project_id = ? order by r.year, r.id", ProgressRows::read, project);
    }

    void move(UUID id, ProgressState to) {
        database.execute("update enterprise_progress set state = ?, version = version + 1 where id = ?", to.name(), id);
    }

    /** Those of the households that are in the register of the village and were not removed from it. */
    Set<UUID> registered(long village, Collection<UUID> households) {
        var ids = households.stream().map(UUID::toString).toArray(String[]::new);
        return new HashSet<>(database.list(REGISTERED, row -> row.getObject(1, UUID.class), village, ids));
    }

    private static Progress read(ResultSet row) throws SQLException {
        return new Progress(
                row.getObject("id", UUID.class),
                row.getObject("project_id", UUID.class),
                new Progress.Facts(
                        row.getInt("year"),
                        row.getLong("invested_fen"),
                        row.getInt("jobs"),
                        Set.of((UUID[]) row.getArray("households").getArray()),
                        List.of((String[]) row.getArray("evidence").getArray()),
                        row.getString("remark")),
                ProgressState.valueOf(row.getString("state")),
                row.getLong("version"));
    }
}
