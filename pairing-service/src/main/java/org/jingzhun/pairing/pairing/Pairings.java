package org.jingzhun.pairing.pairing;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jingzhun.chassis.caller.Area;
import org.jingzhun.chassis.http.Cursor;
import org.jingzhun.chassis.http.Slice;
import org.jspecify.annotations.Nullable;

/** All pairings, the history too. */
@ApplicationScoped
public class Pairings implements PanacheRepositoryBase<Pairing, UUID> {

    private static final UUID BEFORE_ALL = new UUID(0, 0);

    /** Which pairings to list; an absent part does not narrow. */
    public record Filter(
            Area area,
            @Nullable UUID helper,
            @Nullable UUID household,
            @Nullable PairingState state) {}

    /** In the order of their ids. */
    public Slice<Pairing> list(Filter filter, @Nullable Cursor after, int limit) {
        StringBuilder where = new StringBuilder("id > :after and villageCode between :from and :to");
        Map<String, Object> values = new HashMap<>();
        values.put("after", after == null ? BEFORE_ALL : after.id(0));
        values.put("from", filter.area().from());
        values.put("to", filter.area().to());
        if (filter.helper() != null) {
            where.append(" and helper.id = :helper");
            values.put("helper", filter.helper());
        }
        if (filter.household() != null) {
            where.append(" and householdId = :household");
            values.put("household", filter.household());
        }
        if (filter.state() != null) {
            where.append(" and state = :state");
            values.put("state", filter.state());
        }
        List<Pairing> rows =
                find(where + " order by id", values).range(0, limit).list();
        return Slice.of(rows, limit, last -> Cursor.of(last.id()));
    }

    /** The pairing of a helper with a household that stood on a day. */
    public Optional<Pairing> findOn(UUID helper, UUID household, LocalDate day) {
        return find(
                        "helper.id = ?1 and householdId = ?2 and since <= ?3 and (until is null or until >= ?3)"
                                + " order by since desc, id desc",
                        helper,
                        household,
                        day)
                .firstResultOptional();
    }

    boolean isActive(UUID household, UUID helper) {
        return count("householdId = ?1 and helper.id = ?2 and state = ?3", household, helper, PairingState.ACTIVE) > 0;
    }
}
