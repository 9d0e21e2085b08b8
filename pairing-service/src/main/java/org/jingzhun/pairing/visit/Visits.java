package org.jingzhun.pairing.visit;

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
import org.jspecify.annotations.Nullable;

/** All visits. */
@ApplicationScoped
public class Visits implements PanacheRepositoryBase<Visit, UUID> {

    /** Which visits to list; an absent part does not narrow. */
    public record Filter(
            Area area,
            @Nullable UUID helper,
            @Nullable UUID household,
            @Nullable LocalDate from,
            @Nullable LocalDate to) {}

    /** By day and id. */
    public Slice<Visit> list(Filter filter, @Nullable Cursor after, int limit) {
        StringBuilder where = new StringBuilder("villageCode between :first and :last");
        Map<String, Object> values = new HashMap<>();
        values.put("first", filter.area().from());
        values.put("last", filter.area().to());
        if (filter.helper() != null) {
            where.append(" and helper.id = :helper");
            values.put("helper", filter.helper());
        }
        if (filter.household() != null) {
            where.append(" and householdId = :household");
            values.put("household", filter.household());
        }
        if (filter.from() != null) {
            where.append(" and visitedOn >= :from");
            values.put("from", filter.from());
        }
        if (filter.to() != null) {
            where.append(" and visitedOn <= :to");
            values.put("to", filter.to());
        }
        if (after != null) {
            where.append(" and (visitedOn > :day or (visitedOn = :day and id > :id))");
            values.put("day", LocalDate.ofEpochDay(after.number(0)));
            values.put("id", after.id(1));
        }
        List<Visit> rows =
                find(where + " order by visitedOn, id", values).range(0, limit).list();
        return Slice.of(rows, limit, last -> Cursor.of(last.facts().visitedOn().toEpochDay(), last.id()));
    }
}
