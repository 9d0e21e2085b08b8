package org.jingzhun.pairing.helper;

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

/** All units. */
@ApplicationScoped
public class Units implements PanacheRepositoryBase<Unit, UUID> {

    private static final UUID BEFORE_ALL = new UUID(0, 0);

    /**
     * In the order of their ids.
     *
     * @param level only those of this level; null for all
     */
    public Slice<Unit> list(Area area, @Nullable UnitLevel level, @Nullable Cursor after, int limit) {
        String where = "id > :after and division between :from and :to";
        Map<String, Object> values = new HashMap<>();
        values.put("after", after == null ? BEFORE_ALL : after.id(0));
        values.put("from", area.from());
        values.put("to", area.to());
        if (level != null) {
            where += " and level = :level";
            values.put("level", level);
        }
        List<Unit> rows = find(where + " order by id", values).range(0, limit).list();
        return Slice.of(rows, limit, last -> Cursor.of(last.id()));
    }
}
