package org.jingzhun.funding.project;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.UUID;
import org.jingzhun.chassis.caller.Area;
import org.jspecify.annotations.Nullable;

/** All projects within the caller's area. */
@ApplicationScoped
public class Projects implements PanacheRepositoryBase<Project, UUID> {

    private static final UUID BEFORE_ALL = new UUID(0, 0);

    /** @throws ProjectRefusal.Unknown if there is none within the caller's area */
    public Project get(UUID id) {
        return findByIdOptional(id).orElseThrow(() -> new ProjectRefusal.Unknown(id));
    }

    /** The same, kept from others until the transaction ends. */
    public Project lock(UUID id) {
        return findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE).orElseThrow(() -> new ProjectRefusal.Unknown(id));
    }

    /** Which are meant; null means any. */
    public record Filter(
            @Nullable Integer year,
            @Nullable Stage stage,
            @Nullable String batch) {}

    /** In the order of their ids. */
    public List<Project> list(Area area, Filter filter, @Nullable UUID after, int limit) {
        var year = filter.year();
        var stage = filter.stage();
        var batch = filter.batch();
        return find(
                        "proposal.division between ?1 and ?2 and proposal.year between ?3 and ?4 and stage in ?5"
                                + " and (?6 = '' or proposal.batch = ?6)"
                                + " and id > ?7 order by id",
                        area.from(),
                        area.to(),
                        year == null ? 0 : year,
                        year == null ? Integer.MAX_VALUE : year,
                        stage == null ? List.of(Stage.values()) : List.of(stage),
                        batch == null ? "" : batch,
                        after == null ? BEFORE_ALL : after)
                .range(0, limit - 1)
                .list();
    }
}
