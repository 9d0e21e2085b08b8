package org.jingzhun.pairing.link;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.Array;
import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jingzhun.chassis.caller.Area;
import org.jingzhun.chassis.caller.CurrentCaller;
import org.jingzhun.chassis.http.Cursor;
import org.jingzhun.chassis.http.Slice;
import org.jingzhun.chassis.query.Database;
import org.jingzhun.chassis.time.Clocks;
import org.jspecify.annotations.Nullable;

/**
 * Where help is not complete: every poor village has a first secretary, a resident team of three or more, a full-time
 * information officer and a unit (第一书记和驻村工作队全覆盖), every county with a poor village a leader of the region, a unit
 * of the centre and a city of another province. The policy {@code link-limits} says how many, by its rows
 * {@code <KIND>_LEAST}; a kind without such a row is not asked for. Whoever helps by a link and has fewer of its kind than
 * {@code <KIND>_LEAST_OF_PARTY} is named with that link: a leader of the county with one village (每人联系两个贫困村).
 */
@ApplicationScoped
public class Gaps {

    private static final String LIST = """
            with need as (
              select * from unnest(?::text[], ?::text[], ?::bigint[]) need (kind, level, least)
            ), village as (
              select code, name from observed_division
              where level = 'VILLAGE' and poor_village and exited_on is null and code between ? and ?
            ), place as (
              select code, name, 'VILLAGE' as level from village
              union all
              select c.code, d.name, 'COUNTY'
              from (select distinct code / 1000000 * 1000000 as code from village) c
              left join observed_division d on d.code = c.code
              where c.code between ? and ?
            )
            select p.code::text as code, p.name, p.level, m.*, e.*, w.*
            from place p, lateral (
              select array_agg(n.kind order by n.kind) as kinds, array_agg(n.standing order by n.kind) as standing,
                     array_agg(n.least order by n.kind) as least
              from (select need.kind, need.least,
                           (select count(*) from link l
                            where l.division = p.code and l.until is null
                              and (l.kind = need.kind
                                   or need.kind = 'TEAM_MEMBER' and l.kind = 'FIRST_SECRETARY')) as standing
                    from need where need.level = p.level) n
              where n.standing < n.least) m, lateral (
              select array_agg(l.id order by l.expires_on, l.id) as ended,
                     array_agg(l.kind order by l.expires_on, l.id) as ended_kinds,
                     array_agg(l.expires_on order by l.expires_on, l.id) as ended_on
              from link l where l.division = p.code and l.until is null and l.expires_on < ?::date) e, lateral (
              select array_agg(l.id order by l.id) as few, array_agg(l.kind order by l.id) as few_kinds,
                     array_agg(l.standing order by l.id) as few_standing, array_agg(l.least order by l.id) as few_least
              from (select l.id, l.kind, of_party.least,
                           standing_links_of(l.kind, coalesce(l.unit_id, l.helper_id, l.enterprise_id), l.city) as standing
                    from link l join unnest(?::text[], ?::bigint[]) of_party (kind, least) on of_party.kind = l.kind
                    where l.division = p.code and l.until is null) l
              where l.standing < l.least) w
            where p.code > ? and (m.kinds is not null or e.ended is not null or w.few is not null)
            order by p.code limit ?
            """;

    private final Database database;
    private final LinkLimits limits;
    private final CurrentCaller caller;
    private final Clock clock;

    Gaps(Database database, LinkLimits limits, CurrentCaller caller, Clock clock) {
        this.database = database;
        this.limits = limits;
        this.caller = caller;
        this.clock = clock;
    }

    /** By code, those of the caller's area alone: of others its links cannot be seen. */
    @Transactional
    public Slice<Gap> list(Area wanted, @Nullable Cursor after, int limit) {
        LocalDate today = Clocks.today(clock);
        Area area = wanted.intersect(caller.get().area());
        List<LinkKind> kinds = limits.listNeeded(today);
        List<LinkKind> ofParty = limits.listNeededOfParty(today);
        List<Gap> rows = database.list(
                LIST,
                Gaps::read,
                kinds.stream().map(LinkKind::name).toArray(String[]::new),
                kinds.stream()
                        .map(kind -> kind.target() == LinkKind.Target.COUNTY ? "COUNTY" : "VILLAGE")
                        .toArray(String[]::new),
                kinds.stream().map(kind -> (long) limits.least(kind, today)).toArray(Long[]::new),
                area.from(),
                area.to(),
                area.from(),
                area.to(),
                today.toString(),
                ofParty.stream().map(LinkKind::name).toArray(String[]::new),
                ofParty.stream()
                        .map(kind -> (long) limits.leastOfParty(kind, today))
                        .toArray(Long[]::new),
                after == null ? 0L : after.number(0),
                limit + 1);
        return Slice.of(rows, limit, last -> Cursor.of(Long.parseLong(last.division())));
    }

    private static Gap read(ResultSet row) throws SQLException {
        return new Gap(
                row.getString("code"),
                Gap.Place.valueOf(row.getString("level")),
                row.getString("name"),
                missing(row),
                ended(row),
                few(row));
    }

    private static List<Gap.Missing> missing(ResultSet row) throws SQLException {
        List<Gap.Missing> missing = new ArrayList<>();
        Array kinds = row.getArray("kinds");
        if (kinds != null) {
            String[] names = (String[]) kinds.getArray();
            Long[] standing = (Long[]) row.getArray("standing").getArray();
            Long[] least = (Long[]) row.getArray("least").getArray();
            for (int i = 0; i < names.length; i++) {
                missing.add(new Gap.Missing(LinkKind.valueOf(names[i]), standing[i].intValue(), least[i].intValue()));
            }
        }
        return missing;
    }

    private static List<Gap.Few> few(ResultSet row) throws SQLException {
        List<Gap.Few> few = new ArrayList<>();
        Array ids = row.getArray("few");
        if (ids != null) {
            UUID[] links = (UUID[]) ids.getArray();
            String[] kinds = (String[]) row.getArray("few_kinds").getArray();
            Long[] standing = (Long[]) row.getArray("few_standing").getArray();
            Long[] least = (Long[]) row.getArray("few_least").getArray();
            for (int i = 0; i < links.length; i++) {
                few.add(new Gap.Few(links[i], LinkKind.valueOf(kinds[i]), standing[i].intValue(), least[i].intValue()));
            }
        }
        return few;
    }

    private static List<Gap.Ended> ended(ResultSet row) throws SQLException {
        List<Gap.Ended> ended = new ArrayList<>();
        Array ids = row.getArray("ended");
        if (ids != null) {
            UUID[] links = (UUID[]) ids.getArray();
            String[] kinds = (String[]) row.getArray("ended_kinds").getArray();
            Date[] days = (Date[]) row.getArray("ended_on").getArray();
            for (int i = 0; i < links.length; i++) {
                ended.add(new Gap.Ended(links[i], LinkKind.valueOf(kinds[i]), days[i].toLocalDate()));
            }
        }
        return ended;
    }
}
