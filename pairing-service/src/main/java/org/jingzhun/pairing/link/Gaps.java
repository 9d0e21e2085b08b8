package org.jingzhun.pairing.link;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import org.jingzhun.chassis.caller.Area;
import org.jingzhun.chassis.caller.CurrentCaller;
import org.jingzhun.chassis.http.Cursor;
import org.jingzhun.chassis.http.Slice;
import org.jingzhun.chassis.query.Database;
import org.jingzhun.chassis.time.Clocks;
import org.jspecify.annotations.Nullable;

/**
 * Where help is not complete: every poor village has a first secretary, a resident team of three or more, a full-time
 * information officer and a unit (第一书记和驻村工作队全覆盖).
 */
@ApplicationScoped
public class Gaps {

    private static final String LIST = """
            select d.code::text as code, d.name, c.*
            from observed_division d, lateral (
              select count(*) filter (where kind = 'FIRST_SECRETARY') > 0 as secretary,
                     count(*) filter (where kind in ('FIRST_SECRETARY', 'TEAM_MEMBER')) as team,
                     count(*) filter (where kind = 'INFORMATION_OFFICER') > 0 as officer,
                     count(*) filter (where kind = 'UNIT_VILLAGE') > 0 as unit
              from link l where l.division = d.code and l.until is null) c
            where d.level = 'VILLAGE' and d.poor_village and d.code > ? and d.code between ? and ?
              and not (c.secretary and c.team >= ? and c.officer and c.unit)
            order by d.code limit ?
            """;

    private final Database database;
    private final CurrentCaller caller;
    private final LinkLimits limits;
    private final Clock clock;

    Gaps(Database database, CurrentCaller caller, LinkLimits limits, Clock clock) {
        this.database = database;
        this.caller = caller;
        this.limits = limits;
        this.clock = clock;
    }

    /** By code. The register of divisions is the same for everybody, so the caller's area narrows it here. */
    @Transactional
    public Slice<Gap> list(Area area, @Nullable Cursor after, int limit) {
        Area seen = area.intersect(caller.get().area());
        int least = limits.leastTeam(Clocks.today(clock));
        List<Gap> rows = database.list(
                LIST,
                row -> new Gap(
                        row.getString("code"),
                        row.getString("name"),
                        row.getBoolean("secretary"),
                        row.getInt("team"),
                        least,
                        row.getBoolean("officer"),
                        row.getBoolean("unit")),
                after == null ? 0L : after.number(0),
                seen.from(),
                seen.to(),
                least,
                limit + 1);
        return Slice.of(rows, limit, last -> Cursor.of(Long.parseLong(last.villageCode())));
    }
}
