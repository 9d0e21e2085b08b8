package org.jingzhun.funding.disbursement;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Locale;
import java.util.UUID;
import org.jingzhun.chassis.audit.Audit;
import org.jingzhun.chassis.audit.AuditEntry;
import org.jingzhun.chassis.caller.CurrentCaller;
import org.jingzhun.chassis.http.Revisions;
import org.jingzhun.chassis.query.Database;
import org.jspecify.annotations.Nullable;

/** Decides what becomes of single payments that failed, or that have to be given back. */
@ApplicationScoped
public class Paying {

    private static final String MOVE = """
            update payment set stage = ?, live = ?, person_id = coalesce(?::uuid, person_id), revision = revision + 1
            where id = ?
            """;
    private static final String SIGN = """
            insert into payment_step (payment_id, position, village_code, step, taken_by, name, role, remark, taken_at)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?)
            """;

    private final PaymentRows payments;
    private final Settling settling;
    private final Database database;
    private final Audit audit;
    private final CurrentCaller caller;
    private final Clock clock;

    Paying(PaymentRows payments, Settling settling, Database database, Audit audit, CurrentCaller caller, Clock clock) {
        this.payments = payments;
        this.settling = settling;
        this.database = database;
        this.audit = audit;
        this.caller = caller;
        this.clock = clock;
    }

    /**
     * Takes CORRECT, RETRY, RETURN or RECOVER.
     *
     * @param person only of CORRECT: who in the household receives it from now on
     * @param ifMatch the revision seen by the client, null if it does not matter
     * @throws DisbursementRefusal if the step is not open to the caller, or is taken elsewhere
     */
    @Transactional
    public Payment take(UUID id, PaymentStep step, String remark, @Nullable UUID person, @Nullable String ifMatch) {
        var payment = payments.lock(id);
        if (ifMatch != null) {
            Revisions.require(ifMatch, payment.revision());
        }
        var acting = caller.get();
        var signed = payments.listSigned(id);
        var role = payment.requireMayTake(step, acting, signed);
        boolean givenUp = step.to() == PaymentStage.RETURNED;
        database.execute(MOVE, step.to().name(), !givenUp, step == PaymentStep.CORRECT ? person : null, id);
        database.execute(
                SIGN,
                id,
                signed.size(),
                payment.village(),
                step.name(),
                acting.subject(),
                acting.name(),
                role,
                remark,
                clock.instant());
        if (givenUp) {
            database.execute("update payable set stands = false where id = ?", payment.payableId());
            settling.giveBack(payment, remark.isEmpty() ? "Payment " + id + " is given back" : remark);
        }
        audit.record(AuditEntry.of("payment-" + step.name().toLowerCase(Locale.ROOT), "payment", id)
                .in(payment.village())
                .about(payment.householdId())
                .because(remark.isEmpty() ? null : remark)
                .with("amount", payment.amount().toString()));
        return payments.get(id);
    }
}
