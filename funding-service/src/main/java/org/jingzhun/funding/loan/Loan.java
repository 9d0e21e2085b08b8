package org.jingzhun.funding.loan;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jingzhun.chassis.caller.Caller;
import org.jingzhun.chassis.procedure.Officer;
import org.jingzhun.chassis.procedure.Signing;
import org.jingzhun.funding.ledger.money.Money;
import org.jingzhun.funding.loan.schedule.Terms;
import org.jspecify.annotations.Nullable;

/** A bank's loan to a household (贷款). It moves by the steps of {@link LoanStep} alone. */
@Entity
@Table(name = "loan")
public class Loan {

    private static final long COUNTY = 1_000_000;

    @Id
    private UUID id;

    @Column
    private long county;

    @Embedded
    private Application application;

    @Enumerated(EnumType.STRING)
    @Column
    private LoanStage stage = LoanStage.APPLIED;

    @Enumerated(EnumType.STRING)
    @Column
    private Origin origin = Origin.PROCEDURE;

    @Embedded
    private @Nullable Contract contract;

    @Embedded
    private @Nullable Term term;

    @Column
    private int extensions;

    @Column
    private int renewals;

    @Enumerated(EnumType.STRING)
    @Column(name = "use_finding")
    private @Nullable UseFinding useFinding;

    @Column(name = "closed_on")
    private @Nullable LocalDate closedOn;

    @Column(name = "paid_principal_fen", insertable = false, updatable = false)
    private long paidPrincipalFen;

    @Column(name = "created_at")
    private Instant createdAt;

    @ElementCollection
    @CollectionTable(name = "loan_step", joinColumns = @JoinColumn(name = "loan_id"))
    @OrderColumn(name = "position")
    private List<LoanStepTaken> steps = new ArrayList<>();

    @Version
    @Column
    private long version;

    /** @throws org.jingzhun.chassis.procedure.StepRefusal if the caller may not take applications down */
    Loan(UUID id, Application application, Caller officer, Instant now) {
        this.id = id;
        this.county = application.village() / COUNTY * COUNTY;
        this.application = application;
        this.createdAt = now;
        sign(LoanStep.APPLY, null, officer, "", now);
    }

    @SuppressWarnings("NullAway.Init") // filled by the persistence provider
    protected Loan() {}

    /**
     * @throws org.jingzhun.chassis.procedure.StepRefusal if the step is not open, not this officer's, or was to be taken
     *     by another person
     */
    void requireMayTake(LoanStep step, Caller officer) {
        var unused = Signing.requireMayTake(step, stage, Officer.of(officer), steps);
    }

    /** Takes a step that changes nothing but the stage: VILLAGE_REVIEW, REFUSE, WITHDRAW. */
    LoanStepTaken take(LoanStep step, Caller officer, String remark, Instant now) {
        var taken = sign(step, stage, officer, remark, now);
        stage = step.to();
        return taken;
    }

    LoanStepTaken approve(Contract signed, Caller officer, String remark, Instant now) {
        var taken = take(LoanStep.BANK_APPROVE, officer, remark, now);
        contract = signed;
        return taken;
    }

    LoanStepTaken disburse(Term running, Caller officer, String remark, Instant now) {
        var taken = take(LoanStep.DISBURSE, officer, remark, now);
        term = running;
        return taken;
    }

    LoanStepTaken check(UseFinding finding, Caller officer, String evidence, Instant now) {
        var taken = take(LoanStep.USE_CHECK, officer, evidence, now);
        useFinding = finding;
        return taken;
    }

    LoanStepTaken extend(Term longer, @Nullable String renewedAs, Caller officer, String remark, Instant now) {
        var taken = take(LoanStep.EXTEND, officer, remark, now);
        term = longer;
        if (renewedAs == null) {
            extensions++;
        } else {
            contract = contract().renumbered(renewedAs);
            renewals++;
        }
        return taken;
    }

    /** SETTLE or WRITE_OFF. */
    LoanStepTaken close(LoanStep step, LocalDate day, Caller officer, String remark, Instant now) {
        var taken = take(step, officer, remark, now);
        closedOn = day;
        return taken;
    }

    private LoanStepTaken sign(LoanStep step, @Nullable LoanStage at, Caller officer, String remark, Instant now) {
        var signed = Signing.sign(step, at, Officer.of(officer), steps, remark, now);
        var taken = new LoanStepTaken(step, signed.takenBy(), signed.name(), signed.role(), remark, now);
        steps.add(taken);
        return taken;
    }

    /**
     * The terms by which interest is computed.
     *
     * @throws LoanException if it never was
     */
    Terms terms() {
        var running = term();
        var signed = contract();
        return new Terms(
                amount(),
                signed.ratePpm(),
                signed.penaltyPpm(),
                signed.dayCount(),
                running.disbursedOn(),
                running.maturesOn(),
                signed.interestEvery(),
                signed.repaid(),
                running.graceTo());
    }

    public UUID id() {
        return id;
    }

    public long county() {
        return county;
    }

    public Application application() {
        return application;
    }

    public Money amount() {
        return Money.ofFen(application.amountFen());
    }

    public LoanStage stage() {
        return stage;
    }

    public Origin origin() {
        return origin;
    }

    public @Nullable Contract findContract() {
        return contract;
    }

    Contract contract() {
        if (contract == null) {
            throw new LoanRefusal.NotPaidOut(stage).asException();
        }
        return contract;
    }

    public @Nullable Term findTerm() {
        return term;
    }

    Term term() {
        if (term == null) {
            throw new LoanRefusal.NotPaidOut(stage).asException();
        }
        return term;
    }

    public int extensions() {
        return extensions;
    }

    public int renewals() {
        return renewals;
    }

    /** What the last check of the use found. */
    public @Nullable UseFinding useFinding() {
        return useFinding;
    }

    public @Nullable LocalDate closedOn() {
        return closedOn;
    }

    public Money outstanding() {
        return term == null ? Money.ZERO : Money.ofFen(application.amountFen() - paidPrincipalFen);
    }

    /** All steps from the first, with signatures. */
    public List<LoanStepTaken> steps() {
        return List.copyOf(steps);
    }

    public Instant createdAt() {
        return createdAt;
    }

    public long revision() {
        return version;
    }
}
