package org.jingzhun.pairing.planning;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.jingzhun.chassis.caller.Area;
import org.jingzhun.chassis.http.Cursor;
import org.jingzhun.chassis.http.Slice;
import org.jspecify.annotations.Nullable;

/** All pairing plans. */
@ApplicationScoped
public class PairingPlans implements PanacheRepositoryBase<PairingPlan, UUID> {

    private static final UUID BEFORE_ALL = new UUID(0, 0);

    /** In the order of their ids, which is that of their making. */
    public Slice<PairingPlan> list(Area area, @Nullable Cursor after, int limit) {
        List<PairingPlan> rows = find(
                        "id > ?1 and division between ?2 and ?3 order by id",
                        after == null ? BEFORE_ALL : after.id(0),
                        area.from(),
                        area.to())
                .range(0, limit)
                .list();
        return Slice.of(rows, limit, last -> Cursor.of(last.id()));
    }
}
