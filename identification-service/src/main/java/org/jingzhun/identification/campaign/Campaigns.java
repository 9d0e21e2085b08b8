package org.jingzhun.identification.campaign;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jingzhun.chassis.caller.Area;
import org.jingzhun.chassis.http.Cursor;
import org.jingzhun.chassis.http.Problem;
import org.jingzhun.chassis.http.Slice;
import org.jspecify.annotations.Nullable;

/** The campaigns of the counties that the caller's area touches. */
@ApplicationScoped
public class Campaigns implements PanacheRepositoryBase<Campaign, UUID> {

    /** @throws org.jingzhun.chassis.http.ProblemException 404 */
    public Campaign get(UUID id) {
        return findByIdOptional(id)
                .orElseThrow(() -> Problem.of(404, "not-found").asException());
    }

    /** Visits that were recorded for a campaign, perhaps before it, outside of some days. */
    int countVisitsOutside(UUID id, LocalDate from, LocalDate until) {
        Number visits = (Number) getEntityManager()
                .createNativeQuery(
                        "select count(*) from assessment where campaign_id = ?1 and visited_on not between ?2 and ?3")
                .setParameter(1, id)
                .setParameter(2, from)
                .setParameter(3, until)
                .getSingleResult();
        return visits.intValue();
    }

    /** Campaigns in the order of their ids, which is about that of their beginnings. */
    public Slice<Campaign> list(@Nullable Area division, @Nullable Integer year, @Nullable Cursor after, int limit) {
        StringBuilder where = new StringBuilder("1 = 1");
        Map<String, Object> values = new LinkedHashMap<>();
        if (division != null) {
            where.append(" and county between :from and :to");
            values.put("from", division.from());
            values.put("to", division.to());
        }
        if (year != null) {
            where.append(" and year = :year");
            values.put("year", year);
        }
        if (after != null) {
            where.append(" and id > :after");
            values.put("after", after.id(0));
        }
        List<Campaign> rows =
                find(where + " order by id", values).range(0, limit).list();
        return Slice.of(rows, limit, last -> Cursor.of(last.id()));
    }
}
