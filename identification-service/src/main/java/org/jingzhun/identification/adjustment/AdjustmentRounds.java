package org.jingzhun.identification.adjustment;

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

/** The adjustment rounds of the divisions that the caller's area touches. */
@ApplicationScoped
public class AdjustmentRounds implements PanacheRepositoryBase<AdjustmentRound, UUID> {

    private static final String WAITING = """
            select count(*) from transition_case
            where village_code between :from and :to and kind = 'RETURN' and campaign_id is not null and year <= :year
              and stage not in ('APPLIED', 'REJECTED')
            """;

    /** @throws org.jingzhun.chassis.http.ProblemException 404 */
    public AdjustmentRound get(UUID id) {
        return findByIdOptional(id)
                .orElseThrow(() -> Problem.of(404, "not-found").asException());
    }

    /**
     * Holds off, until the end of the transaction, everybody else who wants to close it or plan a check for it. A row lock
     * would not do: who plans for a part of the division must not write the round.
     */
    void hold(UUID id) {
        var unused = getEntityManager()
                .createNativeQuery("select cast(pg_advisory_xact_lock(hashtextextended(:id, 0)) as text)")
                .setParameter("id", id.toString())
                .getSingleResultOrNull();
    }

    /** The same, holding off everybody else who wants to change it. */
    AdjustmentRound getLocked(UUID id) {
        return findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE)
                .orElseThrow(() -> Problem.of(404, "not-found").asException());
    }

    /** How many returns campaigns up to the round's year propose that nobody has decided. */
    int waitingReturns(AdjustmentRound round) {
        return ((Number) getEntityManager()
                        .createNativeQuery(WAITING)
                        .setParameter("from", round.division().from())
                        .setParameter("to", round.division().to())
                        .setParameter("year", round.year())
                        .getSingleResult())
                .intValue();
    }

    /** The rounds, the youngest first. */
    public Slice<AdjustmentRound> list(
            @Nullable Area within, @Nullable Integer year, @Nullable Cursor after, int limit) {
        StringBuilder where = new StringBuilder("1 = 1");
        Map<String, Object> values = new LinkedHashMap<>();
        if (within != null) {
            where.append(" and division between :from and :to");
            values.put("from", within.from());
            values.put("to", within.to());
        }
        if (year != null) {
            where.append(" and year = :year");
            values.put("year", year);
        }
        if (after != null) {
            where.append(" and id < :after");
            values.put("after", after.id(0));
        }
        List<AdjustmentRound> rows =
                find(where + " order by id desc", values).range(0, limit).list();
        return Slice.of(rows, limit, last -> Cursor.of(last.id()));
    }
}
