package org.jingzhun.funding.project;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jingzhun.chassis.query.Database;
import org.jspecify.annotations.Nullable;

/** Households that projects are for (受益户), within the caller's area. */
@ApplicationScoped
public class Beneficiaries {

    private static final String ADD = """
            insert into project_beneficiary (project_id, household_id, village_code, added_by, added_at)
            select ?, h.id, h.village_code, ?, ?
            from observed_household h
            where h.id = any (?::uuid[]) and h.status <> 'REMOVED' and h.village_code between ? and ?
            on conflict do nothing
            """;
    private static final String KNOWN = """
            select count(*) as counted from observed_household h
            where h.id = any (?::uuid[]) and h.status <> 'REMOVED' and h.village_code between ? and ?
            """;
    private static final String REMOVE = """
            with gone as (
              delete from project_beneficiary where project_id = ? and household_id = any (?::uuid[])
              returning project_id, household_id, village_code, added_by, added_at)
            insert into project_beneficiary_removal (id, project_id, household_id, village_code, added_by, added_at, reason,
              removed_by, removed_at)
            select uuidv7(), project_id, household_id, village_code, added_by, added_at, ?, ?, ? from gone
            """;
    private static final long OF_A_COUNTY = 999_999;

    private final Database database;

    Beneficiaries(Database database) {
        this.database = database;
    }

    /** A household that a project is for. */
    public record Beneficiary(UUID householdId, long village) {}

    /**
     * Those that are there already are left.
     *
     * @throws ProjectRefusal.NoBeneficiaries if one is unknown, was removed, or lives in another county
     */
    void add(Project project, List<UUID> households, String by, Instant now) {
        var ids = households.stream().distinct().map(UUID::toString).toArray(String[]::new);
        long from = project.county();
        long known = database.find(KNOWN, row -> row.getLong("counted"), ids, from, from + OF_A_COUNTY)
                .orElseThrow();
        if (known < ids.length) {
            throw new ProjectRefusal.NoBeneficiaries((int) (ids.length - known));
        }
        database.execute(ADD, project.id(), by, now, ids, from, from + OF_A_COUNTY);
    }

    /** What was removed stays on record with who had named it. */
    int remove(UUID project, List<UUID> households, String reason, String by, Instant now) {
        return database.execute(
                REMOVE,
                project,
                households.stream().distinct().map(UUID::toString).toArray(String[]::new),
                reason,
                by,
                now);
    }

    /** A household that a project is not for any more. */
    public record Removed(
            UUID id, UUID householdId, long village, String reason, String removedBy, Instant removedAt) {}

    /** In the order in which they were removed. */
    public List<Removed> listRemoved(UUID project, @Nullable UUID after, int limit) {
        return database.list(
                """
                select * from project_beneficiary_removal
                where project_id = ? and (?::uuid is null or id > ?::uuid) order by id limit ?
                """,
                row -> new Removed(
                        row.getObject("id", UUID.class),
                        row.getObject("household_id", UUID.class),
                        row.getLong("village_code"),
                        row.getString("reason"),
                        row.getString("removed_by"),
                        row.getObject("removed_at", OffsetDateTime.class).toInstant()),
                project,
                after,
                after,
                limit);
    }

    public long count(UUID project) {
        return database.find(
                        "select count(*) as counted from project_beneficiary where project_id = ?",
                        row -> row.getLong("counted"),
                        project)
                .orElseThrow();
    }

    /** In the order of the households' ids. */
    public List<Beneficiary> list(UUID project, @Nullable UUID after, int limit) {
        return database.list(
                """
                select household_id, village_code from project_beneficiary
                where project_id = ? and (?::uuid is null or household_id > ?::uuid) order by household_id limit ?
                """,
                row -> new Beneficiary(row.getObject("household_id", UUID.class), row.getLong("village_code")),
                project,
                after,
                after,
                limit);
    }
}
