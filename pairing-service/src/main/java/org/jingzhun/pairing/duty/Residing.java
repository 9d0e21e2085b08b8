package org.jingzhun.pairing.duty;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jingzhun.chassis.audit.Audit;
import org.jingzhun.chassis.audit.AuditEntry;
import org.jingzhun.chassis.caller.CurrentCaller;
import org.jingzhun.chassis.procedure.Signature;
import org.jingzhun.chassis.time.Clocks;
import org.jingzhun.pairing.access.IdTaken;
import org.jingzhun.pairing.access.Role;
import org.jingzhun.pairing.policy.Policies;
import org.jingzhun.pairing.signing.Case;
import org.jingzhun.pairing.signing.Signatory;

/** Notes duty, grants leave, and says what absence leads to. */
@ApplicationScoped
public class Residing {

    /** Keys of the policy. */
    private enum Rule {
        DAYS_A_MONTH,
        LEAVE_BY_TOWNSHIP,
        LEAVE_A_YEAR
    }

    private final DutyRecords records;
    private final Signatory signatory;
    private final Policies policies;
    private final CurrentCaller caller;
    private final Audit audit;
    private final Clock clock;

    Residing(
            DutyRecords records,
            Signatory signatory,
            Policies policies,
            CurrentCaller caller,
            Audit audit,
            Clock clock) {
        this.records = records;
        this.signatory = signatory;
        this.policies = policies;
        this.caller = caller;
        this.audit = audit;
        this.clock = clock;
    }

    /** A record with its steps. */
    public record Handled(DutyRecord record, List<Signature> steps) {}

    /** What is to be noted. */
    public record Noted(
            UUID id,
            UUID helperId,
            long villageCode,
            DutyRecord.Kind kind,
            LocalDate firstOn,
            LocalDate lastOn,
            String remark) {}

    /**
     * A month as judged.
     *
     * @param due days in the village that the policy asks for, less the days of granted leave
     * @param lossTenths of a point that township and sending unit lose in the year
     * @param replace whether more leave was taken in the year than the policy allows
     */
    public record Judged(
            DutyRecords.Month month, int due, AbsenceRule.Consequence consequence, int lossTenths, boolean replace) {}

    /**
     * Notes days, or asks for leave; the same again changes nothing.
     *
     * @throws IdTaken if the id stands with other content
     * @throws DutyRefusal if the days are taken, are not the caller's to note, or are to come, or the helper is no resident
     *     of the village on all of them
     */
    @Transactional
    public Handled note(Noted noted) {
        requireAllowed(noted);
        boolean leave = noted.kind() == DutyRecord.Kind.LEAVE;
        if (noted.lastOn().isBefore(noted.firstOn())
                || (!leave && noted.lastOn().isAfter(Clocks.today(clock)))) {
            throw new DutyRefusal.BadDays();
        }
        var record = new DutyRecord(
                noted.id(),
                noted.helperId(),
                noted.villageCode(),
                noted.kind(),
                noted.firstOn(),
                noted.lastOn(),
                leave ? LeaveState.REQUESTED : LeaveState.NOTED,
                noted.remark(),
                policies.duty.on(noted.firstOn()).version(),
                0);
        if (stands(record)) {
            return get(record.id());
        }
        if (!records.isResident(record.helperId(), record.villageCode(), record.firstOn(), record.lastOn())) {
            throw new DutyRefusal.NoResident(record.helperId(), record.villageCode());
        }
        records.overlapping(record).ifPresent(other -> {
            throw new DutyRefusal.Overlap(other);
        });
        if (records.add(record)) {
            if (leave) {
                signatory.sign(leave(record), LeaveStep.REQUEST, null, noted.remark());
            } else {
                audit.record(AuditEntry.of(
                                "duty-" + noted.kind().name().toLowerCase(Locale.ROOT), "duty-record", record.id())
                        .in(record.villageCode()));
            }
        } else {
            IdTaken.unless(stands(record), record.id());
        }
        return get(record.id());
    }

    private boolean stands(DutyRecord record) {
        var there = records.find(record.id());
        there.ifPresent(known -> IdTaken.unless(known.says(record), record.id()));
        return there.isPresent();
    }

    private void requireAllowed(Noted noted) {
        boolean own = noted.helperId().equals(caller.get().helperId());
        if (own == (noted.kind() == DutyRecord.Kind.ABSENCE)
                || (!own && caller.get().has(Role.HELPER))) {
            throw new DutyRefusal.NotYours(noted.kind());
        }
        if (!records.isHelper(noted.helperId()) || !caller.get().area().covers(noted.villageCode())) {
            throw new DutyRefusal.UnknownHelper(noted.helperId());
        }
    }

    /** @throws DutyRefusal.Unknown if there is none, or a helper asks for somebody else's */
    @Transactional
    public Handled get(UUID id) {
        var record = records.find(id)
                .filter(found -> !caller.get().has(Role.HELPER)
                        || found.helperId().equals(caller.get().helperId()))
                .orElseThrow(() -> new DutyRefusal.Unknown(id));
        return new Handled(record, signatory.list(id));
    }

    /**
     * Grants or refuses a leave.
     *
     * @throws org.jingzhun.chassis.procedure.StepRefusal if the step is not open to the caller
     * @throws DutyRefusal.CountyGrants if the leave is too long for the township
     */
    @Transactional
    public Handled take(UUID id, LeaveStep step, String remark) {
        var record = records.lock(id).orElseThrow(() -> new DutyRefusal.Unknown(id));
        signatory.sign(leave(record), step, record.state(), remark);
        int atMost = policies.duty.on(record.firstOn()).get(Rule.LEAVE_BY_TOWNSHIP);
        if (step == LeaveStep.GRANT && record.days() > atMost && !caller.get().has(Role.COUNTY_OFFICER)) {
            throw new DutyRefusal.CountyGrants(record.days(), atMost);
        }
        records.move(id, step.to());
        return get(id);
    }

    private static Case leave(DutyRecord record) {
        return new Case("leave", "duty-record", record.id(), record.villageCode());
    }

    /** Judges a month by the policy of its last day. */
    public Judged judge(DutyRecords.Month month, LocalDate last) {
        var rule = policies.duty.on(last);
        var absence = AbsenceRule.of(rule);
        return new Judged(
                month,
                Math.max(0, rule.get(Rule.DAYS_A_MONTH) - month.leave()),
                absence.consequence(month.absences()),
                absence.lossTenths(month.absences()),
                month.leaveInYear() > rule.get(Rule.LEAVE_A_YEAR));
    }
}
