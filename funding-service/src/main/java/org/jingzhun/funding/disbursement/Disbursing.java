package org.jingzhun.funding.disbursement;

import com.github.f4b6a3.uuid.UuidCreator;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Locale;
import java.util.UUID;
import org.jingzhun.chassis.audit.Audit;
import org.jingzhun.chassis.audit.AuditEntry;
import org.jingzhun.chassis.caller.CurrentCaller;
import org.jingzhun.chassis.http.Revisions;
import org.jingzhun.funding.ledger.money.Money;
import org.jspecify.annotations.Nullable;

/** Draws up disbursements, has them checked and decided, and gives them up (拨付). */
@ApplicationScoped
public class Disbursing {

    private final Disbursements disbursements;
    private final PayableRows payables;
    private final ProjectPayables projectPayables;
    private final Checking checking;
    private final Audit audit;
    private final CurrentCaller caller;
    private final Clock clock;

    Disbursing(
            Disbursements disbursements,
            PayableRows payables,
            ProjectPayables projectPayables,
            Checking checking,
            Audit audit,
            CurrentCaller caller,
            Clock clock) {
        this.disbursements = disbursements;
        this.payables = payables;
        this.projectPayables = projectPayables;
        this.checking = checking;
        this.audit = audit;
        this.caller = caller;
        this.clock = clock;
    }

    /**
     * Draws up the payment of everything that is due of a benefit and year; subsidies go to banks, all else to households.
     *
     * @param source null for that of every source
     * @throws DisbursementRefusal if the county is foreign, the benefit unknown, the purpose on the negative list, or
     *     nothing due
     */
    @Transactional
    public Disbursement draftForHouseholds(
            long county, String benefit, int year, String purpose, @Nullable UUID source) {
        requireArea(county);
        var unused = checking.rule(benefit, county, year);
        checking.requireAllowed(purpose, county, year);
        var kind = benefit.equals(PayableKind.LOAN_SUBSIDY.name())
                ? DisbursementKind.LENDERS
                : DisbursementKind.HOUSEHOLDS;
        var drafted = draft(new Disbursement.Matter(county, kind, benefit, year, null, purpose));
        if (payables.collect(drafted, source) == 0) {
            throw new DisbursementRefusal.NothingToPay();
        }
        return counted(drafted);
    }

    /**
     * Draws up a payment to whoever builds a project, as far as it has come.
     *
     * @param payee null for the builder that the project names
     * @throws DisbursementRefusal if the project has not come so far, or the purpose is on the negative list
     * @throws org.jingzhun.funding.project.ProjectRefusal.Unknown if there is no such project
     */
    @Transactional
    public Disbursement draftForProject(UUID projectId, Money amount, @Nullable String payee, String purpose) {
        var project = projectPayables.lock(projectId, amount);
        requireArea(project.county());
        checking.requireAllowed(purpose, project.county(), project.year());
        var drafted = draft(new Disbursement.Matter(
                project.county(),
                DisbursementKind.PROJECT,
                PayableKind.PROJECT.name(),
                project.year(),
                projectId,
                purpose));
        projectPayables.add(project, drafted.id(), amount, payee, purpose);
        return counted(drafted);
    }

    private Disbursement draft(Disbursement.Matter matter) {
        var drafted = new Disbursement(UuidCreator.getTimeOrderedEpoch(), matter, caller.get(), clock.instant());
        disbursements.persistAndFlush(drafted);
        return drafted;
    }

    private void requireArea(long county) {
        if (!caller.get().area().covers(county)) {
            throw new DisbursementRefusal.OutsideArea(county);
        }
    }

    private Disbursement counted(Disbursement disbursement) {
        recount(disbursement);
        record(disbursement, Step.DRAFT, "");
        return disbursement;
    }

    private void recount(Disbursement disbursement) {
        var totals = payables.totals(disbursement.id());
        disbursement.holds(totals.payments(), totals.amount(), totals.refused(), totals.refusedAmount());
        disbursements.flush();
    }

    /**
     * Takes CHECK, APPROVE or RETURN.
     *
     * @param ifMatch the revision seen by the client, null if it does not matter
     * @throws DisbursementRefusal if the step is not open to the caller, or is taken elsewhere
     */
    @Transactional
    public Disbursement take(UUID id, Step step, String remark, @Nullable String ifMatch) {
        var disbursement = disbursements.lock(id);
        if (ifMatch != null) {
            Revisions.require(ifMatch, disbursement.revision());
        }
        if (step == Step.DRAFT || step == Step.PAY) {
            throw new DisbursementRefusal.TakenElsewhere(step);
        }
        var unused = disbursement.take(step, caller.get(), remark, clock.instant());
        switch (step) {
            case CHECK -> {
                checking.check(disbursement);
                recount(disbursement);
            }
            case RETURN -> payables.release(id);
            case DRAFT, APPROVE, PAY -> {}
        }
        disbursements.flush();
        record(disbursement, step, remark);
        return disbursement;
    }

    /** Checks once more what is to be paid now, and takes the step that pays it in a batch. */
    @Transactional(Transactional.TxType.MANDATORY)
    Disbursement pay(UUID id, UUID batch) {
        var disbursement = disbursements.lock(id);
        var unused = disbursement.take(Step.PAY, caller.get(), "", clock.instant());
        checking.check(disbursement);
        disbursement.paidIn(batch);
        recount(disbursement);
        record(disbursement, Step.PAY, "");
        return disbursement;
    }

    private void record(Disbursement disbursement, Step step, String remark) {
        audit.record(
                AuditEntry.of("disbursement-" + step.name().toLowerCase(Locale.ROOT), "disbursement", disbursement.id())
                        .in(disbursement.county())
                        .because(remark.isEmpty() ? null : remark)
                        .with("payments", disbursement.payments())
                        .with("amount", disbursement.amount().toString()));
    }
}
