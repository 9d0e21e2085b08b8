package org.jingzhun.identification.screening;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jingzhun.chassis.caller.Area;
import org.jingzhun.chassis.http.Cursor;
import org.jingzhun.chassis.http.Problem;
import org.jingzhun.chassis.http.Slice;
import org.jspecify.annotations.Nullable;

/** The flags of the caller's area. */
@ApplicationScoped
public class Flags implements PanacheRepositoryBase<Flag, UUID> {

    /** @throws org.jingzhun.chassis.http.ProblemException 404 */
    Flag getLocked(UUID id) {
        return findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE)
                .orElseThrow(() -> Problem.of(404, "not-found").asException());
    }

    /** What to look for; null where it does not matter. */
    public record Filter(
            @Nullable UUID campaign,
            @Nullable Purpose purpose,
            @Nullable FlagState state,
            @Nullable UUID household,
            @Nullable Area division) {}

    /** The flags by village and id. */
    public Slice<Flag> list(Filter filter, @Nullable Cursor after, int limit) {
        StringBuilder where = new StringBuilder("1 = 1");
        Map<String, Object> values = new LinkedHashMap<>();
        narrow(where, values, "campaignId", filter.campaign());
        narrow(where, values, "state", filter.state());
        narrow(where, values, "householdId", filter.household());
        if (filter.purpose() != null) {
            where.append(
                    filter.purpose() == Purpose.REGISTER ? " and campaignId is null" : " and campaignId is not null");
        }
        Area division = filter.division();
        if (division != null) {
            where.append(" and villageCode between :from and :to");
            values.put("from", division.from());
            values.put("to", division.to());
        }
        if (after != null) {
            where.append(" and villageCode >= :village and (villageCode > :village or id > :id)");
            values.put("village", after.number(0));
            values.put("id", after.id(1));
        }
        List<Flag> rows = find(where + " order by villageCode, id", values)
                .range(0, limit)
                .list();
        return Slice.of(rows, limit, last -> Cursor.of(last.villageCode(), last.id()));
    }

    private static void narrow(
            StringBuilder where, Map<String, Object> values, String property, @Nullable Object value) {
        if (value != null) {
            where.append(" and ").append(property).append(" = :").append(property);
            values.put(property, value);
        }
    }
}
