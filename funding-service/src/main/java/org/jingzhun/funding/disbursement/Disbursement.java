package org.jingzhun.funding.disbursement;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jingzhun.chassis.caller.Caller;
import org.jingzhun.chassis.procedure.Officer;
import org.jingzhun.chassis.procedure.Signing;
import org.jingzhun.funding.ledger.money.Money;
import org.jspecify.annotations.Nullable;

/** An order to pay what is due (拨付单). It moves by the steps of {@link Step} alone. */
@Entity
@Table(name = "disbursement")
public class Disbursement {

    @Id
    private UUID id;

    @Column
    private long county;

    @Enumerated(EnumType.STRING)
    @Column
    private DisbursementKind kind;

    @Column
    private String benefit;

    @Column
    private int year;

    @Column(name = "project_id")
    private @Nullable UUID projectId;

    @Column
    private String purpose;

    @Column
    private long payments;

    @Column(name = "amount_fen")
    private long amountFen;

    @Column
    private long refused;

    @Column(name = "refused_fen")
    private long refusedFen;

    @Enumerated(EnumType.STRING)
    @Column
    private Stage stage = Stage.DRAFT;

    @Column(name = "rule_version")
    private @Nullable String ruleVersion;

    @Column(name = "negative_list")
    private @Nullable String negativeList;

    @Column(name = "batch_id")
    private @Nullable UUID batchId;

    @Column(name = "created_at")
    private Instant createdAt;

    @ElementCollection
    @CollectionTable(name = "disbursement_step", joinColumns = @JoinColumn(name = "disbursement_id"))
    @OrderColumn(name = "position")
    private List<StepTaken> steps = new ArrayList<>();

    @Version
    @Column
    private long version;

    /**
     * What a disbursement is about.
     *
     * @param benefit a code of the rules of benefits; PROJECT for a project
     * @param projectId only of a project
     */
    record Matter(
            long county,
            DisbursementKind kind,
            String benefit,
            int year,
            @Nullable UUID projectId,
            String purpose) {}

    Disbursement(UUID id, Matter matter, Caller author, Instant now) {
        this.id = id;
        this.county = matter.county();
        this.kind = matter.kind();
        this.benefit = matter.benefit();
        this.year = matter.year();
        this.projectId = matter.projectId();
        this.purpose = matter.purpose();
        this.createdAt = now;
        sign(Step.DRAFT, null, author, "", now);
    }

    @SuppressWarnings("NullAway.Init") // filled by the persistence provider
    protected Disbursement() {}

    /**
     * Takes a step.
     *
     * @throws org.jingzhun.chassis.procedure.StepRefusal if the step is not open, not this officer's, or was to be taken
     *     by another person
     * @throws DisbursementRefusal.NothingToPay if all payments have fallen out
     */
    StepTaken take(Step step, Caller officer, String remark, Instant now) {
        requireMayTake(step, officer);
        var taken = sign(step, stage, officer, remark, now);
        stage = step.to();
        return taken;
    }

    /** Refuses as {@link #take} would. */
    void requireMayTake(Step step, Caller officer) {
        var unused = Signing.requireMayTake(step, stage, Officer.of(officer), steps);
        if (payments == 0 && (step == Step.APPROVE || step == Step.PAY)) {
            throw new DisbursementRefusal.NothingToPay();
        }
    }

    private StepTaken sign(Step step, @Nullable Stage at, Caller officer, String remark, Instant now) {
        var signed = Signing.sign(step, at, Officer.of(officer), steps, remark, now);
        var taken = new StepTaken(step, signed.takenBy(), signed.name(), signed.role(), remark, now);
        steps.add(taken);
        return taken;
    }

    /** Notes what it pays and what has fallen out of it. */
    void holds(long paymentCount, Money amount, long refusedCount, Money refusedAmount) {
        this.payments = paymentCount;
        this.amountFen = amount.fen();
        this.refused = refusedCount;
        this.refusedFen = refusedAmount.fen();
    }

    /** Notes by which rule and negative list it was checked. */
    void checkedBy(@Nullable String rule, String list) {
        this.ruleVersion = rule;
        this.negativeList = list;
    }

    /** Notes the batch that pays it. */
    void paidIn(UUID batch) {
        this.batchId = batch;
    }

    public UUID id() {
        return id;
    }

    public long county() {
        return county;
    }

    public DisbursementKind kind() {
        return kind;
    }

    public String benefit() {
        return benefit;
    }

    public int year() {
        return year;
    }

    public @Nullable UUID projectId() {
        return projectId;
    }

    public String purpose() {
        return purpose;
    }

    /** Payments that are left in it. */
    public long payments() {
        return payments;
    }

    /** Sum of the payments that are left in it. */
    public Money amount() {
        return Money.ofFen(amountFen);
    }

    /** Payments that have fallen out of it. */
    public long refused() {
        return refused;
    }

    public Money refusedAmount() {
        return Money.ofFen(refusedFen);
    }

    public Stage stage() {
        return stage;
    }

    /** Version of the rule of the benefit by which it was checked. */
    public @Nullable String ruleVersion() {
        return ruleVersion;
    }

    /** Version of the negative list by which it was checked. */
    public @Nullable String negativeList() {
        return negativeList;
    }

    public @Nullable UUID batchId() {
        return batchId;
    }

    public Instant createdAt() {
        return createdAt;
    }

    /** All steps from the first, with signatures. */
    public List<StepTaken> steps() {
        return List.copyOf(steps);
    }

    public long revision() {
        return version;
    }
}
