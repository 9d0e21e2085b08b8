package org.jingzhun.funding.performance;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.UUID;
import org.jingzhun.chassis.caller.Area;
import org.jspecify.annotations.Nullable;

/** All performance evaluations within the caller's area. */
@ApplicationScoped
public class Evaluations implements PanacheRepositoryBase<Evaluation, UUID> {

    private static final UUID BEFORE_ALL = new UUID(0, 0);

    /** @throws PerformanceRefusal.UnknownEvaluation if there is none within the caller's area */
    public Evaluation get(UUID id) {
        return findByIdOptional(id).orElseThrow(() -> new PerformanceRefusal.UnknownEvaluation(id));
    }

    Evaluation lock(UUID id) {
        return findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE)
                .orElseThrow(() -> new PerformanceRefusal.UnknownEvaluation(id));
    }

    boolean hasPublished(long division, int year) {
        return count("division = ?1 and year = ?2 and stage = ?3", division, year, Stage.PUBLISHED) > 0;
    }

    /** In the order of their ids. */
    public List<Evaluation> list(
            Area area, @Nullable Integer year, @Nullable Stage stage, @Nullable UUID after, int limit) {
        return find(
                        "division between ?1 and ?2 and year between ?3 and ?4 and stage in ?5 and id > ?6 order by id",
                        area.from(),
                        area.to(),
                        year == null ? 0 : year,
                        year == null ? Integer.MAX_VALUE : year,
                        stage == null ? List.of(Stage.values()) : List.of(stage),
                        after == null ? BEFORE_ALL : after)
                .range(0, limit - 1)
                .list();
    }
}
