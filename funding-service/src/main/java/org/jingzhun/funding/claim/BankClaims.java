package org.jingzhun.funding.claim;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jingzhun.chassis.caller.Area;
import org.jspecify.annotations.Nullable;

/** All claims of banks within the caller's area. */
@ApplicationScoped
public class BankClaims implements PanacheRepositoryBase<BankClaim, UUID> {

    private static final UUID BEFORE_ALL = new UUID(0, 0);

    /** @throws ClaimRefusal.UnknownClaim if there is none of that kind within the caller's area */
    public BankClaim get(UUID id, ClaimKind kind) {
        return findByIdOptional(id)
                .filter(claim -> claim.kind() == kind)
                .orElseThrow(() -> new ClaimRefusal.UnknownClaim(id));
    }

    /** The same, kept from others until the transaction ends. */
    public BankClaim lock(UUID id, ClaimKind kind) {
        return findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE)
                .filter(claim -> claim.kind() == kind)
                .orElseThrow(() -> new ClaimRefusal.UnknownClaim(id));
    }

    /** The claim that is paid by a payable, kept from others until the transaction ends. */
    public Optional<BankClaim> findPaidBy(UUID payable) {
        return find("payableId", payable)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .firstResultOptional();
    }

    /** In the order of their ids. */
    public List<BankClaim> list(
            ClaimKind kind, Area area, @Nullable ClaimStage stage, @Nullable UUID after, int limit) {
        return find(
                        "kind = ?1 and county between ?2 and ?3 and stage in ?4 and id > ?5 order by id",
                        kind,
                        area.from(),
                        area.to(),
                        stage == null ? List.of(ClaimStage.values()) : List.of(stage),
                        after == null ? BEFORE_ALL : after)
                .range(0, limit - 1)
                .list();
    }
}
