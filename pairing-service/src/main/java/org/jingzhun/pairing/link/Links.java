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

    List<Link> listStanding(LinkKind kind, Party party) {
        String column =
                switch (kind.party()) {
                    case UNIT -> "unitId";
                    case HELPER -> "helperId";
                    case ENTERPRISE -> "enterpriseId";
                    case CITY -> "city";
                };
        Object id =
                switch (kind.party()) {
                    case UNIT -> party.unitId();
                    case HELPER -> party.helperId();
                    case ENTERPRISE -> party.enterpriseId();
                    case CITY -> party.city();
                };
        return list("kind = ?1 and " + column + " = ?2 and until is null", kind, id);
    }

    /** @param person counted by this person, wherever it lives; null to count by place */
    long countStanding(LinkKind kind, long division, @Nullable UUID person) {
        return person == null
                ? count("kind = ?1 and division = ?2 and until is null", kind, division)
                : count("kind = ?1 and personId = ?2 and until is null", kind, person);
    }
}
