package org.jingzhun.identification.adjustment;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jingzhun.chassis.http.Cursor;
import org.jingzhun.chassis.http.Problem;
import org.jingzhun.chassis.http.Slice;
import org.jspecify.annotations.Nullable;

/** The quality checks of divisions that the caller's area touches, and those that it makes elsewhere. */
@ApplicationScoped
public class QualityChecks implements PanacheRepositoryBase<QualityCheck, UUID> {

    /** @throws org.jingzhun.chassis.http.ProblemException 404 */
    public QualityCheck get(UUID id) {
        return findByIdOptional(id)
                .orElseThrow(() -> Problem.of(404, "not-found").asException());
    }

    /** The same, holding off everybody else who wants to change it. */
    QualityCheck getLocked(UUID id) {
        return findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE)
                .orElseThrow(() -> Problem.of(404, "not-found").asException());
    }

    /** The same, holding off whoever wants to close it, but nobody who records beside. */
    QualityCheck getHeld(UUID id) {
        return findByIdOptional(id, LockModeType.PESSIMISTIC_READ)
                .orElseThrow(() -> Problem.of(404, "not-found").asException());
    }

    /** How many checks of a round stand so. */
    int count(UUID round, List<CheckStage> stages) {
        return (int) count("roundId = ?1 and stage in ?2", round, stages);
    }

    /** The checks, the youngest first. */
    public Slice<QualityCheck> list(
            @Nullable UUID round,
            @Nullable CheckKind kind,
            @Nullable CheckStage stage,
            @Nullable Cursor after,
            int limit) {
        StringBuilder where = new StringBuilder("1 = 1");
        Map<String, Object> values = new LinkedHashMap<>();
        if (round != null) {
            where.append(" and roundId = :round");
            values.put("round", round);
        }
        if (kind != null) {
            where.append(" and kind = :kind");
            values.put("kind", kind);
        }
        if (stage != null) {
            where.append(" and stage = :stage");
            values.put("stage", stage);
        }
        if (after != null) {
            where.append(" and id < :after");
            values.put("after", after.id(0));
        }
        List<QualityCheck> rows =
                find(where + " order by id desc", values).range(0, limit).list();
        return Slice.of(rows, limit, last -> Cursor.of(last.id()));
    }
}
