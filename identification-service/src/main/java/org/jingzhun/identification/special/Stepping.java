package org.jingzhun.identification.special;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jingzhun.chassis.audit.Audit;
import org.jingzhun.chassis.audit.AuditEntry;
import org.jingzhun.chassis.caller.Caller;
import org.jingzhun.chassis.caller.CurrentCaller;
import org.jingzhun.chassis.http.Problem;
import org.jingzhun.chassis.time.Clocks;
import org.jingzhun.identification.campaign.Officer;
import org.jingzhun.identification.special.facts.DropOutCause;
import org.jingzhun.identification.special.facts.Facts;
import org.jingzhun.identification.special.facts.Relocation;
import org.jingzhun.identification.special.facts.Student;
import org.jspecify.annotations.Nullable;

/** Takes down what happens to records of the special registers (动态管理). */
@ApplicationScoped
public class Stepping {

    private final Ledger ledger;
    private final FactsText texts;
    private final SpecialRecords records;
    private final Rulebook rulebook;
    private final CurrentCaller caller;
    private final Audit audit;
    private final Event<DroppedOut> droppedOut;
    private final Clock clock;

    Stepping(
            Ledger ledger,
            FactsText texts,
            SpecialRecords records,
            Rulebook rulebook,
            CurrentCaller caller,
            Audit audit,
            Event<DroppedOut> droppedOut,
            Clock clock) {
        this.ledger = ledger;
        this.texts = texts;
        this.records = records;
        this.rulebook = rulebook;
        this.caller = caller;
        this.audit = audit;
        this.droppedOut = droppedOut;
        this.clock = clock;
    }

    /**
     * What happened.
     *
     * @param cause of a drop-out
     * @param school of a transfer
     * @param contact who looks after the person from then on; null leaves it as it is
     * @param evidence references of photos and documents
     */
    public record Request(
            Step step,
            LocalDate on,
            @Nullable DropOutCause cause,
            @Nullable String remark,
            @Nullable String school,
            @Nullable Contact contact,
            List<String> evidence) {

        public Request {
            evidence = List.copyOf(evidence);
        }
    }

    /** @throws SpecialException when the domain says no */
    @Transactional
    public void take(UUID id, Request request) {
        SpecialRecord record = records.findLocked(id)
                .orElseThrow(() -> Problem.of(404, "not-found").asException());
        refuse(record, request, caller.get());
        Stage to = request.step().to() == null ? record.stage() : request.step().to();
        Changes changes = new Changes()
                .set("stage", to.name())
                .set("stage_on", request.on())
                .set(
                        "cause",
                        to == Stage.DROPPED_OUT && request.cause() != null
                                ? request.cause().name()
                                : null)
                .set("ended_on", to.isFinal() ? request.on() : null)
                .facts(texts, id, after(record.facts(), request));
        if (request.contact() != null) {
            changes.contact(texts, id, request.contact());
        }
        int unused = ledger.tell(new Ledger.Happening(
                request.step(),
                request.on(),
                request.remark(),
                request.evidence(),
                changes,
                "r.id = :id",
                Map.of("id", id)));
        if (to == Stage.DROPPED_OUT && record.memberId() != null) {
            droppedOut.fire(new DroppedOut(id, record.householdId(), record.villageCode(), request.on()));
        }
        audit.record(AuditEntry.of("special-record-step-taken", "special-record", id)
                .in(record.villageCode())
                .about(record.householdId())
                .because(request.remark())
                .with("register", record.register())
                .with("step", request.step()));
    }

    private void refuse(SpecialRecord record, Request request, Caller acting) {
        Step step = request.step();
        if (!step.from().contains(record.stage())) {
            throw new SpecialRefusal.StepNotOpen(step, record.stage()).asException();
        }
        if (Officer.of(acting).levels().stream().noneMatch(step.takenBy()::contains)) {
            throw new SpecialRefusal.WrongLevel(step, step.takenBy()).asException();
        }
        for (Step.Need need : Step.Need.values()) {
            if (step.needs(need) && !isMet(need, record, request, acting)) {
                SpecialRefusal refusal = need == Step.Need.ANOTHER_PERSON
                        ? new SpecialRefusal.SamePerson(step)
                        : new SpecialRefusal.Missing(step, need);
                throw refusal.asException();
            }
        }
        LocalDate today = LocalDate.ofInstant(clock.instant(), Clocks.SHANGHAI);
        if (request.on().isAfter(today)) {
            throw new SpecialRefusal.InTheFuture("/on").asException();
        }
        if (request.on().isBefore(record.stageOn())) {
            throw new SpecialRefusal.BeforeTheLast("/on").asException();
        }
        if (step == Step.PROMOTION
                && record.facts() instanceof Student student
                && student.grade()
                        >= student.level()
                                .lastGrade(rulebook.rules(record.villageCode(), today)
                                        .schooling())) {
            throw new SpecialRefusal.LastGrade().asException();
        }
    }

    private static boolean isMet(Step.Need need, SpecialRecord record, Request request, Caller acting) {
        return switch (need) {
            case CAUSE -> request.cause() != null;
            case REMARK -> request.remark() != null;
            case SCHOOL -> request.school() != null;
            case CONTACT -> record.contact() != null || request.contact() != null;
            case SIGNATURE -> record.facts() instanceof Relocation relocation && relocation.signedBy() != null;
            case ANOTHER_PERSON -> !record.recordedBy().equals(acting.subject());
        };
    }

    private static Facts after(Facts facts, Request request) {
        if (!(facts instanceof Student student)) {
            return facts;
        }
        Student at = request.school() == null ? student : student.at(request.school());
        return switch (request.step()) {
            case PROMOTION -> at.promoted();
            // whoever comes back to school does so in the school year of that day, in the grade that was left
            case RESUMPTION -> new Student(at.level(), at.grade(), Student.yearOf(request.on()), at.school());
            case TRANSFER -> at;
            case ENTRY,
                    CORRECTION,
                    MOVE,
                    DOUBT,
                    SUSPENSION,
                    DROP_OUT,
                    GRADUATION,
                    EMPLOYMENT,
                    FURTHER_STUDY,
                    TREATMENT,
                    RECOVERY,
                    CONFIRMATION,
                    REJECTION,
                    APPROVAL,
                    KEYS,
                    MOVING_IN,
                    OLD_HOUSE_REMOVAL,
                    WITHDRAWAL,
                    END -> student;
        };
    }
}
