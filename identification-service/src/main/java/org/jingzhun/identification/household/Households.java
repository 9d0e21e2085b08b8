package org.jingzhun.identification.household;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;
import jakarta.persistence.TypedQuery;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jingzhun.chassis.caller.Area;
import org.jingzhun.chassis.http.Cursor;
import org.jingzhun.chassis.http.Slice;
import org.jingzhun.identification.division.DivisionCode;
import org.jspecify.annotations.Nullable;

/** The households of the caller's area. */
@ApplicationScoped
public class Households implements PanacheRepositoryBase<Household, UUID> {

    /**
     * What to look for; null where it does not matter.
     *
     * @param division where
     * @param status as in the register
     * @param cause main cause as in the register
     * @param name part of the householder's name
     */
    public record Filter(
            @Nullable Area division,
            @Nullable String status,
            @Nullable String cause,
            @Nullable String name) {}

    public Optional<Household> findWithMembers(UUID id) {
        return list("from Household h left join fetch h.members where h.id = ?1", id).stream()
                .findFirst();
    }

    /** The households by village and id. */
    public Slice<HouseholdRow> list(Filter filter, @Nullable Cursor after, int limit) {
        StringBuilder where = new StringBuilder("1 = 1");
        Map<String, Object> values = new LinkedHashMap<>();
        if (filter.division() != null) {
            where.append(" and h.villageCode between :from and :to");
            values.put("from", filter.division().from());
            values.put("to", filter.division().to());
        }
        if (filter.status() != null) {
            where.append(" and h.status = :status");
            values.put("status", filter.status());
        }
        if (filter.cause() != null) {
            where.append(" and h.mainCause = :cause");
            values.put("cause", filter.cause());
        }
        if (filter.name() != null) {
            where.append(" and position(:name in h.householder) > 0");
            values.put("name", filter.name());
        }
        if (after != null) {
            where.append(" and h.villageCode >= :village and (h.villageCode > :village or h.id > :id)");
            values.put("village", after.number(0));
            values.put("id", after.id(1));
        }
        TypedQuery<Tuple> query = getEntityManager()
                .createQuery(
                        "select h.id, h.villageCode, h.hamlet, h.address, h.householder, h.persons, h.labourers,"
                                + " h.status, h.mainCause, h.revision from Household h where " + where
                                + " order by h.villageCode, h.id",
                        Tuple.class)
                .setMaxResults(limit + 1);
        values.forEach(query::setParameter);
        List<HouseholdRow> rows = query.getResultStream().map(Households::row).toList();
        return Slice.of(rows, limit, last -> Cursor.of(last.villageCode(), last.id()));
    }

    private static HouseholdRow row(Tuple row) {
        return new HouseholdRow(
                row.get(0, UUID.class),
                DivisionCode.text(row.get(1, Long.class)),
                row.get(2, String.class),
                row.get(3, String.class),
                row.get(4, String.class),
                row.get(5, Integer.class),
                row.get(6, Integer.class),
                row.get(7, String.class),
                row.get(8, String.class),
                row.get(9, Long.class));
    }
}
