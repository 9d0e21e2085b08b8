package org.jingzhun.pairing.link;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jingzhun.chassis.caller.Area;
import org.jingzhun.chassis.http.Cursor;
import org.jingzhun.chassis.http.Slice;
import org.jingzhun.chassis.query.Database;
import org.jspecify.annotations.Nullable;

/** All links, ended ones too. */
@ApplicationScoped
public class Links implements PanacheRepositoryBase<Link, UUID> {

    private static final UUID BEFORE_ALL = new UUID(0, 0);

    private final Database database;

    Links(Database database) {
        this.database = database;
    }

    /**
     * Which links to list; an absent part does not narrow.
     *
     * @param standing only those that have not ended
     */
    public record Filter(
            Area area,
            @Nullable LinkKind kind,
            @Nullable UUID unit,
            @Nullable UUID helper,
            boolean standing) {}

    /** In the order of their ids. */
    public Slice<Link> list(Filter filter, @Nullable Cursor after, int limit) {
        StringBuilder where = new StringBuilder("id > :after and division between :from and :to");
        Map<String, Object> values = new HashMap<>();
        values.put("after", after == null ? BEFORE_ALL : after.id(0));
        values.put("from", filter.area().from());
        values.put("to", filter.area().to());
        if (filter.kind() != null) {
            where.append(" and kind = :kind");
            values.put("kind", filter.kind());
        }
        if (filter.unit() != null) {
            where.append(" and unitId = :unit");
            values.put("unit", filter.unit());
        }
        if (filter.helper() != null) {
            where.append(" and helperId = :helper");
            values.put("helper", filter.helper());
        }
        if (filter.standing()) {
            where.append(" and until is null");
        }
        List<Link> rows = find(where + " order by id", values).range(0, limit).list();
        return Slice.of(rows, limit, last -> Cursor.of(last.id()));
    }

    /** Whether this link stands already, within the caller's area. */
    boolean stands(NewLink wanted) {
        Party party = wanted.party();
        return database.find(
                        "select 1 from link where kind = ? and coalesce(unit_id, helper_id, enterprise_id)"
                                + " is not distinct from ?::uuid and city is not distinct from ?::bigint"
                                + " and division = ? and person_id is not distinct from ?::uuid and until is null",
                        row -> true,
                        wanted.kind().name(),
                        party.id(),
                        party.city(),
                        wanted.division(),
                        wanted.personId())
                .isPresent();
    }

    /** Links of this kind that a party has, wherever they lead: also those that the caller may not see. */
    long countStanding(LinkKind kind, Party party) {
        return counted("select standing_links_of(?, ?::uuid, ?::bigint)", kind.name(), party.id(), party.city());
    }

    /** @param person counted by this person, wherever it lives; null to count by place */
    long countStanding(LinkKind kind, long division, @Nullable UUID person) {
        return person == null
                ? count("kind = ?1 and division = ?2 and until is null", kind, division)
                : counted("select standing_links_with(?, ?)", kind.name(), person);
    }

    /** Whether the unit is linked to the village (单位定点帮扶村). */
    boolean isLinked(UUID unit, long village) {
        return count(
                        "kind = ?1 and unitId = ?2 and division = ?3 and until is null",
                        LinkKind.UNIT_VILLAGE,
                        unit,
                        village)
                > 0;
    }

    /** Whether the helper is first secretary or team member of another village, also where the caller may not see it. */
    boolean residesElsewhere(UUID helper, long village) {
        return database.find("select resides_elsewhere(?, ?)", row -> row.getBoolean(1), helper, village)
                .orElseThrow();
    }

    /** Whether the helper is first secretary or team member of this village, which lies in the caller's area. */
    boolean resides(UUID helper, long village) {
        return database.find(
                        "select exists (select from link where helper_id = ? and division = ?"
                                + " and kind in ('FIRST_SECRETARY', 'TEAM_MEMBER') and until is null)",
                        row -> row.getBoolean(1),
                        helper,
                        village)
                .orElseThrow();
    }

    /** Whether the helper was transferred, has retired or died (离任), also where the caller may not see it. */
    boolean hasLeftOffice(UUID helper, LocalDate day) {
        return database.find("select has_left_office(?, ?)", row -> row.getBoolean(1), helper, day)
                .orElseThrow();
    }

    /** A city is no row that can be locked: its links are made one after another. */
    void lock(long city) {
        database.list("select pg_advisory_xact_lock(hashtextextended('links of city', ?))", row -> true, city);
    }

    private long counted(String sql, @Nullable Object... values) {
        return database.find(sql, row -> row.getLong(1), values).orElseThrow();
    }
}
