package org.jingzhun.pairing.link;

import com.github.f4b6a3.uuid.UuidCreator;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jingzhun.chassis.audit.Audit;
import org.jingzhun.chassis.audit.AuditEntry;
import org.jingzhun.chassis.caller.CurrentCaller;
import org.jingzhun.chassis.time.Clocks;
import org.jingzhun.pairing.helper.Unit;
import org.jingzhun.pairing.helper.Units;
import org.jingzhun.pairing.observed.identification.ObservedDivisions;
import org.jingzhun.pairing.policy.Policies;

/** Makes and ends links, within the limits of the policy. */
@ApplicationScoped
public class Linking {

    private final Links links;
    private final Units units;
    private final ObservedDivisions divisions;
    private final Policies policies;
    private final CurrentCaller caller;
    private final Audit audit;
    private final Clock clock;

    Linking(
            Links links,
            Units units,
            ObservedDivisions divisions,
            Policies policies,
            CurrentCaller caller,
            Audit audit,
            Clock clock) {
        this.links = links;
        this.units = units;
        this.divisions = divisions;
        this.policies = policies;
        this.caller = caller;
        this.audit = audit;
        this.clock = clock;
    }

    /** @throws LinkRefusal if unit or village are unknown, or the unit has its villages already */
    @Transactional
    public Link make(NewLink wanted) {
        LocalDate today = LocalDate.now(clock.withZone(Clocks.SHANGHAI));
        // The lock keeps two requests from passing the limit together.
        Unit unit = Optional.ofNullable(units.findById(wanted.unitId(), LockModeType.PESSIMISTIC_WRITE))
                .orElseThrow(() -> new LinkRefusal.UnknownUnit(wanted.unitId()));
        if (!caller.get().area().covers(wanted.villageCode()) || !divisions.isVillage(wanted.villageCode())) {
            throw new LinkRefusal.UnknownVillage(wanted.villageCode());
        }
        List<Link> standing = links.listStanding(wanted.kind(), unit.id());
        if (standing.stream().anyMatch(link -> link.villageCode() == wanted.villageCode())) {
            throw new LinkRefusal.Exists(unit.id(), wanted.villageCode());
        }
        int limit = policies.villagesPerUnit.on(today).get(unit.level());
        if (standing.size() >= limit) {
            throw new LinkRefusal.LimitReached(unit.level(), limit);
        }
        Link link = new Link(UuidCreator.getTimeOrderedEpoch(), wanted, today);
        links.persistAndFlush(link);
        audit.record(AuditEntry.of("link-made", "link", link.id()).in(link.villageCode()));
        return link;
    }

    /** @return empty when there is none in the caller's area */
    @Transactional
    public Optional<Link> end(UUID id) {
        Optional<Link> link = links.findByIdOptional(id);
        link.ifPresent(standing -> {
            standing.end(LocalDate.now(clock.withZone(Clocks.SHANGHAI)));
            links.flush();
            audit.record(AuditEntry.of("link-ended", "link", id).in(standing.villageCode()));
        });
        return link;
    }
}
