package org.jingzhun.pairing.enterpriseproject;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jingzhun.chassis.caller.Area;
import org.jingzhun.chassis.http.Cursor;
import org.jingzhun.chassis.query.Conditions;
import org.jingzhun.chassis.query.Database;
import org.jspecify.annotations.Nullable;

/** All projects of enterprises within the caller's area. */
@ApplicationScoped
public class ProjectRows {

    private static final String ADD = """
            insert into enterprise_project (id, link_id, enterprise_id, village_code, kind, title, planned_fen, planned_jobs,
              planned_households, first_on, last_on, state)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'PROPOSED')
            on conflict (id) do nothing
            """;
    private static final String LINK = """
            select id from link
            where kind = 'ENTERPRISE_VILLAGE' and enterprise_id = ? and division = ? and state = 'STANDING' for share
            """;
    private static final String MOVE = """
            update enterprise_project set state = ?, closed_on = ?::date, version = version + 1 where id = ?
            """;
    private static final String COUNTS = """
            with project as (
              select * from enterprise_project
              where state in ('UNDER_WAY', 'CLOSED') and village_code between ? and ?
                and (?::integer is null or ?::integer between extract(year from first_on) and extract(year from last_on))
            ), progress as (
              select r.* from enterprise_progress r join project p on p.id = r.project_id
              where r.state = 'ACCEPTED' and (?::integer is null or r.year = ?::integer)
            ), benefit as (
              select distinct b.household_id from enterprise_benefit b join progress r on r.id = b.progress_id
            )
            select (select count(distinct enterprise_id) from project) as enterprises,
                   (select count(distinct village_code) from project) as villages,
                   (select count(*) from project) as projects,
                   (select coalesce(sum(planned_fen), 0) from project) as planned_fen,
                   (select coalesce(sum(invested_fen), 0) from progress) as invested_fen,
                   (select coalesce(sum(jobs), 0) from (
                      select distinct on (project_id) jobs from progress order by project_id, year desc) newest) as jobs,
                   (select count(*) from benefit) as households,
                   (select coalesce(sum(h.persons), 0) from observed_household h join benefit b on b.household_id = h.id) as persons
            """;

    private final Database database;

    ProjectRows(Database database) {
        this.database = database;
    }

    /** Filters of a list; null leaves one out. */
    public record Filter(
            Area area,
            @Nullable UUID enterprise,
            @Nullable ProjectKind kind,
            @Nullable ProjectState state) {}

    /** The standing link by which the enterprise helps the village. */
    Optional<UUID> link(UUID enterprise, long village) {
        return database.find(LINK, row -> row.getObject(1, UUID.class), enterprise, village);
    }

    /** @return whether the id was free, elsewhere too */
    boolean add(UUID id, UUID link, Project.Proposal told) {
        return database.execute(
                        ADD,
                        id,
                        link,
                        told.enterpriseId(),
                        told.villageCode(),
                        told.kind().name(),
                        told.title(),
                        told.plan().fen(),
                        told.plan().jobs(),
                        told.plan().households(),
                        told.firstOn(),
                        told.lastOn())
                == 1;
    }

    Optional<Project> find(UUID id) {
        return database.find("select * from enterprise_project_effect where id = ?", ProjectRows::read, id);
    }

    /** Locked until the transaction ends. */
    Optional<Project> lock(UUID id) {
        database.list("select from enterprise_project where id = ? for update", row -> true, id);
        return find(id);
    }

    /** @param closedOn the day on which it is closed; null when it is not */
    void move(UUID id, ProjectState to, @Nullable LocalDate closedOn) {
        database.execute(MOVE, to.name(), closedOn, id);
    }

    /** Its effect has changed. */
    void advance(UUID id) {
        database.execute("update enterprise_project set version = version + 1 where id = ?", id);
    }

    /** In the order of their ids. */
    public List<Project> list(Filter filter, @Nullable UUID after, int limit) {
        var where = new Conditions()
                .within("village_code", filter.area())
                .equal("enterprise_id", filter.enterprise())
                .equal("kind", filter.kind())
                .equal("state", filter.state())
                .behind("id", after == null ? null : Cursor.of(after), each -> List.of(each.id(0)));
        return database.list(
                "select * from enterprise_project_effect where " + where.positional() + " order by id limit " + limit,
                ProjectRows::read,
                where.arguments());
    }

    /** @param year null for all years */
    ProjectCounts counts(Area area, @Nullable Integer year) {
        return database.find(COUNTS, ProjectRows::readCounts, area.from(), area.to(), year, year, year, year)
                .orElseThrow();
    }

    private static Project read(ResultSet row) throws SQLException {
        return new Project(
                row.getObject("id", UUID.class),
                row.getObject("link_id", UUID.class),
                row.getObject("enterprise_id", UUID.class),
                row.getLong("village_code"),
                ProjectKind.valueOf(row.getString("kind")),
                row.getString("title"),
                new Project.Brought(
                        row.getLong("planned_fen"), row.getInt("planned_jobs"), row.getInt("planned_households")),
                row.getObject("first_on", LocalDate.class),
                row.getObject("last_on", LocalDate.class),
                ProjectState.valueOf(row.getString("state")),
                row.getObject("closed_on", LocalDate.class),
                new Project.Brought(row.getLong("invested_fen"), row.getInt("jobs"), row.getInt("households")),
                row.getLong("version"));
    }

    private static ProjectCounts readCounts(ResultSet row) throws SQLException {
        return new ProjectCounts(
                row.getInt("enterprises"),
                row.getInt("villages"),
                row.getInt("projects"),
                row.getLong("planned_fen"),
                row.getLong("invested_fen"),
                row.getLong("jobs"),
                row.getInt("households"),
                row.getLong("persons"));
    }
}
