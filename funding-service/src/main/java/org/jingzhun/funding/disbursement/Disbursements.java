package org.jingzhun.funding.disbursement;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.UUID;
import org.jingzhun.chassis.caller.Area;
import org.jspecify.annotations.Nullable;

/** All disbursements within the caller's area. */
@ApplicationScoped
public class Disbursements implements PanacheRepositoryBase<Disbursement, UUID> {

    private static final UUID BEFORE_ALL = new UUID(0, 0);

    /** @throws DisbursementRefusal.Unknown if there is none within the caller's area */
    public Disbursement get(UUID id) {
        return findByIdOptional(id).orElseThrow(() -> new DisbursementRefusal.Unknown("disbursement", id));
    }

    /** The same, kept from others until the transaction ends. */
    Disbursement lock(UUID id) {
        return findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE)
                .orElseThrow(() -> new DisbursementRefusal.Unknown("disbursement", id));
    }

    /** In the order of their ids. */
    public List<Disbursement> list(
            Area area, @Nullable Integer year, @Nullable Stage stage, @Nullable UUID after, int limit) {
        return find(
                        "county between ?1 and ?2 and year between ?3 and ?4 and stage in ?5 and id > ?6 order by id",
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
