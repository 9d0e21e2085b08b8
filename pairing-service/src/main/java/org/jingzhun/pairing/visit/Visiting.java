package org.jingzhun.pairing.visit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jingzhun.chassis.audit.Audit;
import org.jingzhun.chassis.audit.AuditEntry;
import org.jingzhun.chassis.caller.CurrentCaller;
import org.jingzhun.chassis.outbox.Outbox;
import org.jingzhun.chassis.outbox.OutboxEvent;
import org.jingzhun.chassis.query.Database;
import org.jingzhun.pairing.published.VisitRecorded;

/** Records visits, one or many at once, and tells others of them. */
@ApplicationScoped
public class Visiting {

    private static final int DECIMALS = 2;

    private final Visits visits;
    private final VisitWriting writing;
    private final Database database;
    private final Outbox outbox;
    private final CurrentCaller caller;
    private final Audit audit;
    private final Clock clock;

    Visiting(
            Visits visits,
            VisitWriting writing,
            Database database,
            Outbox outbox,
            CurrentCaller caller,
            Audit audit,
            Clock clock) {
        this.visits = visits;
        this.writing = writing;
        this.database = database;
        this.outbox = outbox;
        this.caller = caller;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Records a visit under an id that the client chose; the same again changes nothing.
     *
     * @throws VisitRefusal when the domain says no
     */
    @Transactional
    public Verdict.Recorded record(UUID id, VisitFacts facts) {
        return switch (recordAll(List.of(NewVisit.of(id, facts))).getFirst()) {
            case Verdict.Recorded recorded -> recorded;
            case Verdict.Refused refused -> throw refused.refusal();
        };
    }

    /** By the ids of recorded visits the last one before in the same month, where there is one. */
    @Transactional
    public Map<UUID, Visits.Earlier> earlierInMonth(List<Verdict> verdicts) {
        List<Visit> recorded = verdicts.stream()
                .filter(Verdict.Recorded.class::isInstance)
                .map(verdict -> ((Verdict.Recorded) verdict).visit())
                .toList();
        return recorded.isEmpty() ? Map.of() : visits.earlierInMonth(recorded);
    }

    /** Records what can be recorded, in the order given; each visit has its own verdict. One helper at a time. */
    @Transactional
    public List<Verdict> recordAll(List<NewVisit> sent) {
        UUID helper = caller.get().helperId();
        if (sent.isEmpty()) {
            return List.of();
        }
        if (helper == null) {
            return sent.stream()
                    .<Verdict>map(each -> new Verdict.Refused(
                            new VisitRefusal.NotYourVisit(each.facts().helperId())))
                    .toList();
        }
        // two devices of one helper take turns, so that none misses what the other records
        var unused = database.list(
                "select pg_advisory_xact_lock(hashtextextended('visits of ' || ?, 0))", row -> true, helper.toString());
        Judging judging =
                new Judging(helper, known(helper, sent), clock.instant().truncatedTo(ChronoUnit.MICROS));
        List<Verdict> verdicts = sent.stream().map(judging::judge).toList();
        return kept(verdicts);
    }

    private Knowledge known(UUID helper, List<NewVisit> sent) {
        String[] households = sent.stream()
                .map(each -> each.facts().householdId().toString())
                .distinct()
                .toArray(String[]::new);
        List<Knowledge.Duty> duties = database.list(
                "select p.id, p.household_id, p.village_code, h.name, p.since, p.until from pairing p"
                        + " join helper h on h.id = p.helper_id"
                        + " where p.helper_id = ? and p.household_id = any(?::uuid[]) order by p.since, p.id",
                row -> new Knowledge.Duty(
                        row.getObject(1, UUID.class),
                        row.getObject(2, UUID.class),
                        row.getLong(3),
                        row.getString(4),
                        row.getObject(5, LocalDate.class),
                        row.getObject(6, LocalDate.class)),
                helper,
                households);
        Map<UUID, Visit> before = new HashMap<>();
        List<UUID> ids = sent.stream()
                .flatMap(each -> Stream.of(each.id(), each.facts().corrects()))
                .filter(Objects::nonNull)
                .toList();
        visits.among(ids).forEach(visit -> before.put(visit.id(), visit));
        visits.ofDays(helper, sent).forEach(visit -> before.put(visit.id(), visit));
        return new Knowledge(duties, List.copyOf(before.values()));
    }

    /** Writes what is new, and what belongs to it. An id that is taken out of sight was not free after all. */
    private List<Verdict> kept(List<Verdict> verdicts) {
        Map<UUID, Visit> fresh = new LinkedHashMap<>();
        for (Verdict verdict : verdicts) {
            if (verdict instanceof Verdict.Recorded(Visit visit, boolean isNew) && isNew) {
                fresh.put(visit.id(), visit);
            }
        }
        if (fresh.isEmpty()) {
            return verdicts;
        }
        Set<UUID> written = writing.insert(List.copyOf(fresh.values()));
        List<OutboxEvent> events = new ArrayList<>();
        List<AuditEntry> entries = new ArrayList<>();
        for (UUID id : written) {
            Visit visit = Objects.requireNonNull(fresh.get(id));
            events.add(new OutboxEvent(VisitRecorded.TOPIC, id.toString(), VisitRecorded.TYPE, told(visit)));
            entries.add(
                    AuditEntry.of("visit-recorded", "household", visit.facts().householdId())
                            .in(visit.villageCode())
                            .with("visit", id));
        }
        outbox.publish(events);
        audit.recordAll(entries);
        return verdicts.stream().map(verdict -> sureOf(verdict, written)).toList();
    }

    private static Verdict sureOf(Verdict verdict, Set<UUID> written) {
        return verdict instanceof Verdict.Recorded(Visit visit, boolean isNew) && isNew && !written.contains(visit.id())
                ? new Verdict.Refused(new VisitRefusal.IdTaken(visit.id()))
                : verdict;
    }

    private static VisitRecorded told(Visit visit) {
        VisitFacts facts = visit.facts();
        return new VisitRecorded(
                visit.id(),
                facts.householdId(),
                Long.toString(visit.villageCode()),
                facts.helperId(),
                visit.helperName(),
                visit.visitedOn(),
                facts.risks().stream().map(Enum::name).sorted().toList(),
                facts.incomes().stream()
                        .map(each -> new VisitRecorded.Income(
                                each.item(),
                                BigDecimal.valueOf(each.fen(), DECIMALS).toPlainString()))
                        .toList(),
                facts.needs().stream()
                        .map(each -> each.kind().name())
                        .distinct()
                        .sorted()
                        .toList(),
                facts.corrects());
    }
}
