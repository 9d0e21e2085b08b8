package org.jingzhun.pairing.visit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jingzhun.chassis.audit.Audit;
import org.jingzhun.chassis.audit.AuditEntry;
import org.jingzhun.chassis.caller.CurrentCaller;
import org.jingzhun.chassis.outbox.Outbox;
import org.jingzhun.chassis.outbox.OutboxEvent;
import org.jingzhun.chassis.time.Clocks;
import org.jingzhun.pairing.pairing.Pairing;
import org.jingzhun.pairing.pairing.Pairings;
import org.jingzhun.pairing.published.VisitRecorded;

/** Records visits, and tells others of them. */
@ApplicationScoped
public class Visiting {

    private static final int DECIMALS = 2;

    private final Visits visits;
    private final Pairings pairings;
    private final Outbox outbox;
    private final CurrentCaller caller;
    private final Audit audit;
    private final Clock clock;

    Visiting(Visits visits, Pairings pairings, Outbox outbox, CurrentCaller caller, Audit audit, Clock clock) {
        this.visits = visits;
        this.pairings = pairings;
        this.outbox = outbox;
        this.caller = caller;
        this.audit = audit;
        this.clock = clock;
    }

    /** What came of it. */
    public record Recorded(Visit visit, boolean isNew) {}

    /**
     * Records a visit under an id that the client chose; the same again changes nothing.
     *
     * @throws VisitRefusal when the domain says no
     */
    @Transactional
    public Recorded record(UUID id, VisitFacts facts) {
        if (!facts.helperId().equals(caller.get().helperId())) {
            throw new VisitRefusal.NotYourVisit(facts.helperId());
        }
        Optional<Visit> known = visits.findByIdOptional(id);
        if (known.isPresent()) {
            return again(known.get(), facts);
        }
        requireSound(facts);
        Pairing pairing = pairings.findOn(facts.helperId(), facts.householdId(), facts.visitedOn())
                .orElseThrow(() -> new VisitRefusal.NotYourHousehold(facts.householdId(), facts.visitedOn()));
        Visit visit = new Visit(id, facts, pairing, clock.instant());
        visits.persistAndFlush(visit);
        outbox.publish(new OutboxEvent(VisitRecorded.TOPIC, id.toString(), VisitRecorded.TYPE, told(visit)));
        audit.record(AuditEntry.of("visit-recorded", "household", facts.householdId())
                .in(visit.villageCode())
                .with("visit", id));
        return new Recorded(visit, true);
    }

    private static Recorded again(Visit known, VisitFacts facts) {
        if (!known.facts().equals(facts)) {
            throw new VisitRefusal.IdTaken(known.id());
        }
        return new Recorded(known, false);
    }

    private void requireSound(VisitFacts facts) {
        if (facts.visitedOn().isAfter(LocalDate.now(clock.withZone(Clocks.SHANGHAI)))) {
            throw new VisitRefusal.InFuture(facts.visitedOn());
        }
        Set<String> seen = new HashSet<>();
        for (VisitFacts.IncomeItem each : facts.incomes()) {
            if (!seen.add(each.item())) {
                throw new VisitRefusal.RepeatedItem(each.item());
            }
        }
    }

    private static VisitRecorded told(Visit visit) {
        VisitFacts facts = visit.facts();
        return new VisitRecorded(
                visit.id(),
                facts.householdId(),
                Long.toString(visit.villageCode()),
                facts.helperId(),
                visit.helper().name(),
                facts.visitedOn(),
                facts.risks().stream().map(Enum::name).sorted().toList(),
                facts.incomes().stream()
                        .map(each -> new VisitRecorded.Income(
                                each.item(),
                                BigDecimal.valueOf(each.fen(), DECIMALS).toPlainString()))
                        .toList());
    }
}
