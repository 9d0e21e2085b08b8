package org.jingzhun.funding.alert;

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
import org.jingzhun.chassis.http.Revisions;
import org.jingzhun.chassis.procedure.Officer;
import org.jingzhun.chassis.procedure.Signature;
import org.jingzhun.chassis.procedure.Signatures;
import org.jingzhun.chassis.procedure.Signing;
import org.jingzhun.chassis.time.Clocks;
import org.jspecify.annotations.Nullable;

/** Gives alerts to people, takes explanations and closes them (预警处置). */
@ApplicationScoped
public class Handling {

    private final Alerts alerts;
    private final Signatures signatures;
    private final Audit audit;
    private final CurrentCaller caller;
    private final Clock clock;

    Handling(Alerts alerts, Signatures signatures, Audit audit, CurrentCaller caller, Clock clock) {
        this.alerts = alerts;
        this.signatures = signatures;
        this.audit = audit;
        this.caller = caller;
        this.clock = clock;
    }

    /** An alert with all steps that it went. */
    public record Handled(Alert alert, List<Signature> steps) {}

    /** @throws AlertException if there is no such alert */
    @Transactional
    public Handled get(UUID id) {
        var alert = alerts.find(id).orElseThrow(() -> new AlertRefusal.UnknownAlert(id).asException());
        return new Handled(alert, signatures.list(id));
    }

    /**
     * Takes a step.
     *
     * @param owner subject of the person; needed by ASSIGN
     * @param remark evidence; needed by EXPLAIN, RETURN and CLOSE
     * @throws org.jingzhun.chassis.procedure.StepRefusal if the step is not open to the caller
     * @throws AlertException if the owner is not named, or decides, or another explains
     */
    @Transactional
    public Handled take(UUID id, AlertStep step, @Nullable String owner, String remark, @Nullable String ifMatch) {
        var alert = alerts.lock(id).orElseThrow(() -> new AlertRefusal.UnknownAlert(id).asException());
        if (ifMatch != null) {
            Revisions.require(ifMatch, alert.revision());
        }
        var before = signatures.list(id);
        var signed = Signing.sign(step, alert.state(), Officer.of(caller.get()), before, remark, clock.instant());
        requireFitting(alert, step, owner, remark);
        var today = LocalDate.ofInstant(clock.instant(), Clocks.SHANGHAI);
        alerts.move(
                id,
                step.to(),
                step == AlertStep.ASSIGN ? owner : alert.owner(),
                step.to() == AlertState.CLOSED ? today : null);
        signatures.add(id, alert.division(), signed);
        audit.record(AuditEntry.of("alert-" + step.name().toLowerCase(Locale.ROOT), "alert", id)
                .in(alert.division())
                .because(remark.isEmpty() ? null : remark));
        return get(id);
    }

    private void requireFitting(Alert alert, AlertStep step, @Nullable String owner, String remark) {
        var subject = caller.get().subject();
        switch (step) {
            case ASSIGN -> {
                if (owner == null) {
                    throw new AlertRefusal.OwnerMissing().asException();
                }
            }
            case EXPLAIN -> {
                if (!subject.equals(alert.owner())) {
                    throw new AlertRefusal.NotTheOwner().asException();
                }
                requireEvidence(step, remark);
            }
            case RETURN, CLOSE -> {
                if (subject.equals(alert.owner())) {
                    throw new AlertRefusal.OwnerDecides(step).asException();
                }
                requireEvidence(step, remark);
            }
            case RAISE, CHANGE, CLEAR -> {}
        }
    }

    private static void requireEvidence(AlertStep step, String remark) {
        if (remark.isBlank()) {
            throw new AlertRefusal.EvidenceMissing(step).asException();
        }
    }
}
