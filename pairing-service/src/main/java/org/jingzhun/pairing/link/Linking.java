package org.jingzhun.pairing.link;

import com.github.f4b6a3.uuid.UuidCreator;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jingzhun.chassis.audit.Audit;
import org.jingzhun.chassis.audit.AuditEntry;
import org.jingzhun.chassis.caller.CurrentCaller;
import org.jingzhun.chassis.procedure.Officer;
import org.jingzhun.chassis.procedure.Signature;
import org.jingzhun.chassis.procedure.Signatures;
import org.jingzhun.chassis.procedure.Signing;
import org.jingzhun.chassis.time.Clocks;
import org.jingzhun.pairing.announcing.Announcing;
import org.jingzhun.pairing.helper.Calling;
import org.jingzhun.pairing.helper.Helper;
import org.jingzhun.pairing.helper.Helpers;
import org.jingzhun.pairing.helper.Rank;
import org.jingzhun.pairing.helper.Unit;
import org.jingzhun.pairing.helper.UnitLevel;
import org.jingzhun.pairing.helper.Units;
import org.jingzhun.pairing.observed.identification.ObservedDivisions;
import org.jingzhun.pairing.published.Announcement;
import org.jspecify.annotations.Nullable;

/** Makes links and takes their steps, within the limits of the policy. */
@ApplicationScoped
public class Linking {

    /** Leaders of a county are of division rank (县处级); who is higher has the highest rank there is here. */
    private static final Set<Rank> LEADERS_OF_COUNTIES = Set.of(Rank.DIVISION_HEAD, Rank.DEPUTY_DIVISION_HEAD);

    private final Links links;
    private final LinkLimits limits;
    private final Units units;
    private final Helpers helpers;
    private final Enterprises enterprises;
    private final Targets targets;
    private final ObservedDivisions divisions;
    private final Signatures signatures;
    private final Announcing announcing;
    private final CurrentCaller caller;
    private final Audit audit;
    private final Clock clock;

    Linking(
            Links links,
            LinkLimits limits,
            Units units,
            Helpers helpers,
            Enterprises enterprises,
            Targets targets,
            ObservedDivisions divisions,
            Signatures signatures,
            Announcing announcing,
            CurrentCaller caller,
            Audit audit,
            Clock clock) {
        this.links = links;
        this.limits = limits;
        this.units = units;
        this.helpers = helpers;
        this.enterprises = enterprises;
        this.targets = targets;
        this.divisions = divisions;
        this.signatures = signatures;
        this.announcing = announcing;
        this.caller = caller;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Makes a link.
     *
     * @throws LinkRefusal if the party is unknown or has its links already, or the place has, or the first day is to come
     * @throws TargetRefusal if place or person are unknown, or lie outside of where the unit helps
     */
    @Transactional
    public Link make(NewLink wanted) {
        return make(wanted, null);
    }

    private Link make(NewLink wanted, @Nullable Link earlier) {
        LocalDate today = Clocks.today(clock);
        requireBegun(wanted, today);
        Unit unit = requireParty(wanted.kind(), wanted.party());
        targets.requirePlace(wanted, unit);
        if (earlier == null) { // whoever takes over takes the person as it was told
            targets.requireStudent(wanted);
        }
        if (wanted.kind() == LinkKind.FIRST_SECRETARY) {
            requireSentByUnit(wanted);
        }
        requireRoom(wanted, unit, today);
        UUID helperId = wanted.party().helperId();
        if (helperId != null && wanted.kind().isResident()) {
            requireNoResident(helperId, wanted.division());
        }
        Link link = new Link(UuidCreator.getTimeOrderedEpoch(), wanted, limits.years(wanted.kind(), today), today);
        if (earlier != null) {
            link.takeOverFrom(earlier);
        }
        Signature signed =
                Signing.sign(LinkStep.MAKE, (LinkState) null, Officer.of(caller.get()), List.of(), "", clock.instant());
        links.persistAndFlush(link);
        signatures.add(link.id(), link.division(), signed);
        audit.record(AuditEntry.of("link-made", "link", link.id()).in(link.division()));
        tell(LinkStep.MAKE, link);
        return link;
    }

    /**
     * Takes a step of a standing link.
     *
     * @param successor who takes over; only for HAND_OVER
     * @return the link that stands now, or the one that has ended; empty when there is none in the caller's area
     * @throws org.jingzhun.chassis.procedure.StepRefusal if the step is not open to the caller
     * @throws LinkRefusal if a rule forbids it
     * @throws TargetRefusal if the unit that takes over helps elsewhere
     */
    @Transactional
    public Optional<Link> take(UUID id, LinkStep step, @Nullable Party successor, String remark) {
        Link link = links.findById(id, LockModeType.PESSIMISTIC_WRITE);
        if (link == null) {
            return Optional.empty();
        }
        Signature signed = link.take(step, Officer.of(caller.get()), remark, clock.instant());
        LocalDate today = Clocks.today(clock);
        if (step == LinkStep.RENEW) {
            link.prolong(limits.years(link.kind(), today));
        }
        if (step == LinkStep.END) {
            requireOutOfPoverty(link);
            requireTermOver(link, today);
        }
        if (step == LinkStep.HAND_OVER) {
            if (link.party().equals(successor)) {
                throw new LinkRefusal.SameParty(id);
            }
            UUID leader = link.party().helperId();
            if (leader != null && !links.hasLeftOffice(leader, today)) {
                requireTermOver(link, today);
            }
        }
        links.flush();
        signatures.add(id, link.division(), signed);
        audit.record(AuditEntry.of("link-step", "link", id)
                .in(link.division())
                .because(remark.isEmpty() ? null : remark)
                .with("step", step.name()));
        tell(step, link);
        if (step != LinkStep.HAND_OVER) {
            return Optional.of(link);
        }
        Party next = successor == null ? new Party(null, null, null, null) : successor;
        return Optional.of(
                make(new NewLink(link.kind(), next, link.division(), link.personId(), today, link.document()), link));
    }

    private void tell(LinkStep step, Link link) {
        if (!link.kind().isTold()) {
            return;
        }
        announcing.tell(link.told(
                switch (step) {
                    case MAKE -> Announcement.Type.LINK_MADE;
                    case RENEW -> Announcement.Type.LINK_RENEWED;
                    case HAND_OVER -> Announcement.Type.LINK_HANDED_OVER;
                    case END -> Announcement.Type.LINK_ENDED;
                }));
    }

    private static void requireBegun(NewLink wanted, LocalDate today) {
        LocalDate since = wanted.since();
        if (since != null && since.isAfter(today)) {
            throw new LinkRefusal.InFuture(since);
        }
    }

    private void requireRoom(NewLink wanted, @Nullable Unit unit, LocalDate today) {
        if (links.stands(wanted)) {
            throw new LinkRefusal.Exists(wanted.kind(), wanted.division());
        }
        int most = limits.perParty(wanted.kind(), unit, today);
        if (links.countStanding(wanted.kind(), wanted.party()) >= most) {
            throw new LinkRefusal.LimitReached(wanted.kind(), most, true);
        }
        int mostHere = limits.perPlace(wanted.kind(), today);
        boolean counted = wanted.kind().target() != LinkKind.Target.ANY || divisions.isVillage(wanted.division());
        if (counted && links.countStanding(wanted.kind(), wanted.division(), wanted.personId()) >= mostHere) {
            throw new LinkRefusal.LimitReached(wanted.kind(), mostHere, false);
        }
    }

    private void requireNoResident(UUID helper, long village) {
        if (links.residesElsewhere(helper, village)) {
            throw new LinkRefusal.ResidesElsewhere(helper);
        }
        if (links.resides(helper, village)) {
            throw new LinkRefusal.ResidesAlready(helper, village);
        }
    }

    private void requireOutOfPoverty(Link link) {
        boolean stays =
                switch (link.kind().stays()) {
                    case FREE -> false;
                    case DELISTED -> !divisions.isDelisted(link.division()) && divisions.isPoor(link.division());
                    case NOBODY_POOR -> divisions.isPoor(link.division());
                };
        if (stays) {
            throw new LinkRefusal.StillPoor(link.id(), link.division());
        }
    }

    private static void requireTermOver(Link link, LocalDate today) {
        LocalDate lastDay = link.expiresOn();
        if (link.kind().isBoundToItsTerm() && lastDay != null && lastDay.isAfter(today)) {
            throw new LinkRefusal.TermNotOver(lastDay);
        }
    }

    /** The lock on the party keeps two requests from passing its limit together. */
    private @Nullable Unit requireParty(LinkKind kind, Party party) {
        if (party.kind() != kind.party()) {
            throw new LinkRefusal.WrongParty(kind);
        }
        if (party.unitId() != null) {
            Unit unit = units.findById(party.unitId(), LockModeType.PESSIMISTIC_WRITE);
            if (unit == null) {
                throw new LinkRefusal.UnknownParty(kind.party(), party.unitId());
            }
            if (kind == LinkKind.UNIT_COUNTY && unit.level() != UnitLevel.CENTRAL) {
                throw new LinkRefusal.WrongLevel(kind, UnitLevel.CENTRAL);
            }
            return unit;
        }
        if (party.helperId() != null) {
            requireHelper(kind, party.helperId());
        }
        if (party.enterpriseId() != null && !enterprises.lock(party.enterpriseId())) {
            throw new LinkRefusal.UnknownParty(kind.party(), party.enterpriseId());
        }
        if (party.city() != null) {
            links.lock(party.city());
        }
        return null;
    }

    private void requireHelper(LinkKind kind, UUID id) {
        Helper helper = helpers.findById(id, LockModeType.PESSIMISTIC_WRITE);
        if (helper == null) {
            throw new LinkRefusal.UnknownParty(kind.party(), id);
        }
        Calling wanted = kind.calling();
        if (wanted != null && !helper.callings().contains(wanted)) {
            throw new LinkRefusal.WrongCalling(kind, wanted);
        }
        if (kind == LinkKind.LEADER_VILLAGE && !LEADERS_OF_COUNTIES.contains(helper.rank())) {
            throw new LinkRefusal.NoLeader(id);
        }
        if (kind == LinkKind.LEADER_COUNTY && helper.unit().level() != UnitLevel.PROVINCE) {
            throw new LinkRefusal.WrongLevel(kind, UnitLevel.PROVINCE);
        }
    }

    /** Of a party that is a known helper. */
    private void requireSentByUnit(NewLink wanted) {
        UUID unit = helpers.findById(wanted.party().helperId()).unit().id();
        if (!links.isLinked(unit, wanted.division())) {
            throw new LinkRefusal.UnitNotLinked(unit, wanted.division());
        }
    }
}
