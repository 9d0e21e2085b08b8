package org.jingzhun.pairing.link;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jingzhun.chassis.caller.Area;
import org.jingzhun.chassis.http.Cursor;
import org.jingzhun.chassis.http.Slice;
import org.jspecify.annotations.Nullable;

/** All links, ended ones too. */
@ApplicationScoped
public class Links implements PanacheRepositoryBase<Link, UUID> {

    private static final UUID BEFORE_ALL = new UUID(0, 0);

    /**
     * In the order of their ids.
     *
     * @param unit only those of this unit; null for all
     * @param standing only those that have not ended
     */
    public Slice<Link> list(Area area, @Nullable UUID unit, boolean standing, @Nullable Cursor after, int limit) {
        String where = "id > :after and villageCode between :from and :to";
        Map<String, Object> values = new HashMap<>();
        values.put("after", after == null ? BEFORE_ALL : after.id(0));
        values.put("from", area.from());
        values.put("to", area.to());
        if (unit != null) {
            where += " and unitId = :unit";
            values.put("unit", unit);
        }
        if (standing) {
            where += " and until is null";
        }
        List<Link> rows = find(where + " order by id", values).range(0, limit).list();
        return Slice.of(rows, limit, last -> Cursor.of(last.id()));
    }

    List<Link> listStanding(LinkKind kind, UUID unit) {
        return list("kind = ?1 and unitId = ?2 and until is null", kind, unit);
    }
}
