package org.jingzhun.identification.change;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.github.f4b6a3.uuid.UuidCreator;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.hibernate.Session;
import org.jingzhun.chassis.audit.Audit;
import org.jingzhun.chassis.audit.AuditEntry;
import org.jingzhun.chassis.caller.Caller;
import org.jingzhun.chassis.caller.CurrentCaller;
import org.jingzhun.chassis.http.Problem;
import org.jingzhun.chassis.sealing.Sealing;
import org.jingzhun.chassis.time.Clocks;
import org.jingzhun.identification.campaign.Officer;
import org.jingzhun.identification.division.DivisionCode;
import org.jingzhun.identification.household.Enrolling;
import org.jingzhun.identification.household.Household;
import org.jingzhun.identification.household.HouseholdFacts;
import org.jingzhun.identification.household.Households;
import org.jingzhun.identification.register.Following;
import org.jingzhun.identification.special.Departing;
import org.jspecify.annotations.Nullable;

/** Takes down what happened to households, has it reviewed and applies it (自然增减). */
@ApplicationScoped
public class Changing {

    private static final String REQUEST = """
            insert into household_change (id, household_id, village_code, kind, happened_on, reason, evidence,
                                          other_household, content, requested_by, requested_name, requested_at)
            values (:id, :household, :village, :kind, :on, :reason, :evidence, :other, :content, :by, :name, :at)
            on conflict do nothing
            """;
    private static final String REVIEW = """
            update household_change set stage = 'REVIEWED', reviewed_by = :by, reviewed_name = :name, reviewed_at = :at,
              remark = coalesce(:remark, remark), revision = revision + 1 where id = :id
            """;
    private static final String END = """
            update household_change set stage = :to, ended_by = :by, ended_name = :name, ended_at = :at,
              remark = coalesce(:remark, remark), before = cast(:before as bytea), after = cast(:after as bytea),
              revision = revision + 1
            where id = :id
            """;

    private final Session database;
    private final Changes changes;
    private final Households households;
    private final Enrolling enrolling;
    private final Following following;
    private final Departing departing;
    private final Leaving leaving;
    private final Sealing sealing;
    private final ObjectMapper json;
    private final CurrentCaller caller;
    private final Audit audit;
    private final Clock clock;

    Changing(
            Session database,
            Changes changes,
            Households households,
            Enrolling enrolling,
            Following following,
            Departing departing,
            Leaving leaving,
            Sealing sealing,
            ObjectMapper json,
            CurrentCaller caller,
            Audit audit,
            Clock clock) {
        this.database = database;
        this.changes = changes;
        this.households = households;
        this.enrolling = enrolling;
        this.following = following;
        this.departing = departing;
        this.leaving = leaving;
        this.sealing = sealing;
        this.json = json;
        this.caller = caller;
        this.audit = audit;
        this.clock = clock;
    }

    /** What happened, as it is taken down. */
    public record Request(Kind kind, LocalDate on, String reason, List<String> evidence, Content content) {}

    /** @param remark may be null */
    public record StepRequest(Step step, @Nullable String remark) {}

    /**
     * @return id of the change
     * @throws ChangeException when the domain says no
     */
    @Transactional
    public UUID request(UUID household, Request request) {
        if (request.on().isAfter(LocalDate.ofInstant(clock.instant(), Clocks.SHANGHAI))) {
            throw new ChangeRefusal.InTheFuture().asException();
        }
        Household known = households.findWithMembers(household).orElseThrow(() -> Problem.of(404, "not-found")
                .asException());
        var unused = enrolling.requireConsistent(
                compose(known, request.kind(), request.on(), request.content()).household());
        UUID id = UuidCreator.getTimeOrderedEpoch();
        Caller acting = caller.get();
        int requested = database.createNativeMutationQuery(REQUEST)
                .setParameter("id", id)
                .setParameter("household", household)
                .setParameter("village", known.villageCode())
                .setParameter("kind", request.kind().name())
                .setParameter("on", request.on())
                .setParameter("reason", request.reason())
                .setParameter("evidence", request.evidence().toArray(String[]::new))
                .setParameter("other", request.content().otherHousehold(), UUID.class)
                .setParameter("content", sealing.seal(id, text(request.content())))
                .setParameter("by", acting.subject())
                .setParameter("name", acting.name())
                .setParameter("at", clock.instant())
                .executeUpdate();
        if (requested == 0) {
            throw new ChangeRefusal.UnderWay().asException();
        }
        audit.record(AuditEntry.of("household-change-requested", "household", household)
                .in(known.villageCode())
                .because(request.reason())
                .with("kind", request.kind()));
        return id;
    }

    /**
     * A change with the personal data in it, for those who review it.
     *
     * @param content what is to change
     */
    public record Read(ChangeRow change, Content content) {}

    /** Leaves a record of the reading. */
    @Transactional
    public Read read(UUID household, UUID id) {
        Changes.Stored stored = changes.getStored(household, id);
        audit.record(AuditEntry.of("household-change-read", "household", household)
                .in(DivisionCode.parse(stored.row().villageCode())));
        return new Read(stored.row(), content(stored));
    }

    /** @throws ChangeException when the domain says no */
    @Transactional
    public void take(UUID household, UUID id, StepRequest request) {
        Caller acting = caller.get();
        Changes.Stored change = changes.getLocked(household, id);
        refuse(change, request.step(), acting);
        Household known = households.findWithMembers(household).orElseThrow();
        if (request.step() == Step.REVIEW) {
            var unused = database.createNativeMutationQuery(REVIEW)
                    .setParameter("by", acting.subject())
                    .setParameter("name", acting.name())
                    .setParameter("at", clock.instant())
                    .setParameter("remark", request.remark(), String.class)
                    .setParameter("id", id)
                    .executeUpdate();
        } else {
            String before = request.step() == Step.APPLICATION ? text(known.facts(sealing)) : null;
            String after = request.step() == Step.APPLICATION ? apply(known, change) : null;
            var unused = database.createNativeMutationQuery(END)
                    .setParameter("to", request.step().to().name())
                    .setParameter("by", acting.subject())
                    .setParameter("name", acting.name())
                    .setParameter("at", clock.instant())
                    .setParameter("remark", request.remark(), String.class)
                    .setParameter("before", before == null ? null : sealing.seal(id, before), byte[].class)
                    .setParameter("after", after == null ? null : sealing.seal(id, after), byte[].class)
                    .setParameter("id", id)
                    .executeUpdate();
        }
        audit.record(AuditEntry.of("household-change-step-taken", "household", household)
                .in(known.villageCode())
                .because(request.remark())
                .with("step", request.step()));
    }

    private static void refuse(Changes.Stored change, Step step, Caller acting) {
        if (!step.from().contains(change.row().stage())) {
            throw new ChangeRefusal.StepNotOpen(step, change.row().stage()).asException();
        }
        if (Officer.of(acting).levels().stream().noneMatch(step.takenBy()::contains)) {
            throw new ChangeRefusal.WrongLevel(step, step.takenBy()).asException();
        }
        boolean concerned =
                acting.subject().equals(change.requester()) || acting.subject().equals(change.reviewer());
        if (step != Step.REJECTION && concerned) {
            throw new ChangeRefusal.SamePerson(step).asException();
        }
    }

    /** Who leaves a household is taken off it before they come to another: nobody is in two at a time. */
    private String apply(Household known, Changes.Stored change) {
        Kind kind = change.row().kind();
        Content content = content(change);
        Composition after = compose(known, kind, change.row().on(), content);
        if (kind == Kind.DEATH) {
            departing.died(content.leaving(), change.row().on());
        }
        UUID other = content.otherHousehold();
        HouseholdFacts otherAfter = after.other();
        if (kind == Kind.MERGE && other != null && otherAfter != null) {
            enrol(other, otherAfter);
        }
        enrol(known.id(), after.household());
        if (kind == Kind.SPLIT && other != null && otherAfter != null) {
            enrol(other, otherAfter);
        }
        following.follow(known.id());
        leaving.tell(known, kind, change.row().on(), content.leaving());
        return text(after.household());
    }

    private void enrol(UUID id, HouseholdFacts facts) {
        String seen = households
                .findByIdOptional(id)
                .map(household -> "\"" + household.revision() + "\"")
                .orElse(null);
        var unused = enrolling.enrol(id, facts, seen);
    }

    private Composition compose(Household known, Kind kind, LocalDate on, Content content) {
        UUID otherId = content.otherHousehold();
        HouseholdFacts other = null;
        if (otherId != null) {
            Household found = households.findWithMembers(otherId).orElse(null);
            boolean poor = found != null && List.of("POOR", "RETURNED").contains(Objects.toString(found.status(), ""));
            boolean fits = kind == Kind.MERGE ? found != null && !poor && !otherId.equals(known.id()) : found == null;
            if (kind.concernsTwo() && !fits) {
                throw new ChangeRefusal.OtherHousehold(kind).asException();
            }
            other = found == null ? null : found.facts(sealing);
        }
        return Composition.of(kind, on, content, known.facts(sealing), other);
    }

    private Content content(Changes.Stored change) {
        try {
            return json.readValue(sealing.open(change.row().id(), change.content()), Content.class);
        } catch (JsonProcessingException unreadable) {
            throw new IllegalStateException(
                    "the content of change %s must be as it was written"
                            .formatted(change.row().id()),
                    unreadable);
        }
    }

    private String text(Object value) {
        try {
            return json.writeValueAsString(value);
        } catch (JsonProcessingException unwritable) {
            throw new IllegalStateException("a change must be writable as JSON", unwritable);
        }
    }
}
