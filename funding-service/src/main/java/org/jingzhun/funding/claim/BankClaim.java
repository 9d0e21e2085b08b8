package org.jingzhun.funding.claim;

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
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jingzhun.chassis.caller.Caller;
import org.jingzhun.funding.ledger.money.Money;
import org.jspecify.annotations.Nullable;

/** A bank's claim against public money. It moves by the steps of {@link ClaimStep} alone. */
@Entity
@Table(name = "bank_claim")
public class BankClaim {

    @Id
    private UUID id;

    @Enumerated(EnumType.STRING)
    @Column
    private ClaimKind kind;

    @Column
    private long county;

    @Column
    private String bank;

    @Column(name = "amount_fen")
    private long amountFen;

    @Enumerated(EnumType.STRING)
    @Column
    private ClaimStage stage = ClaimStage.CLAIMED;

    @Column(name = "entry_id")
    private @Nullable UUID entryId;

    @Column(name = "payable_id")
    private @Nullable UUID payableId;

    @Column(name = "paid_on")
    private @Nullable LocalDate paidOn;

    @Column(name = "created_at")
    private Instant createdAt;

    @ElementCollection
    @CollectionTable(name = "bank_claim_step", joinColumns = @JoinColumn(name = "claim_id"))
    @OrderColumn(name = "position")
    private List<ClaimStepTaken> steps = new ArrayList<>();

    @Version
    @Column
    private long version;

    /**
     * Hands a claim in.
     *
     * @throws ClaimRefusal.NotThisOffice if the caller may not
     */
    public BankClaim(UUID id, ClaimKind kind, long county, String bank, Money amount, Caller claimant, Instant now) {
        this.id = id;
        this.kind = kind;
        this.county = county;
        this.bank = bank;
        this.amountFen = amount.requirePositive("Claim").fen();
        this.createdAt = now;
        sign(ClaimStep.CLAIM, claimant, "", now);
    }

    @SuppressWarnings("NullAway.Init") // filled by the persistence provider
    protected BankClaim() {}

    /**
     * Takes CHECK, APPROVE or REJECT.
     *
     * @throws ClaimRefusal if the step is not open, not this officer's, or was to be taken by another person
     */
    public ClaimStepTaken take(ClaimStep step, Caller officer, String remark, Instant now) {
        requireMayTake(step, officer);
        stage = step.to();
        return sign(step, officer, remark, now);
    }

    /**
     * Notes that the claim was paid at once.
     *
     * @param entry the journal entry that booked it
     */
    public ClaimStepTaken pay(UUID entry, LocalDate day, Caller officer, String remark, Instant now) {
        var unused = take(ClaimStep.PAY, officer, remark, now);
        entryId = entry;
        return arrive(day, officer, now);
    }

    /**
     * Notes that the claim was handed over to be paid through a batch.
     *
     * @param payable what is due
     */
    public ClaimStepTaken order(UUID payable, Caller officer, String remark, Instant now) {
        var taken = take(ClaimStep.PAY, officer, remark, now);
        payableId = payable;
        return taken;
    }

    /** Notes that the money arrived. */
    public ClaimStepTaken arrive(LocalDate day, Caller officer, Instant now) {
        var taken = take(ClaimStep.ARRIVE, officer, "", now);
        paidOn = day;
        return taken;
    }

    /** Notes that the money came back: the claim may be paid again, or rejected. */
    public ClaimStepTaken bounce(Caller officer, Instant now) {
        var taken = take(ClaimStep.BOUNCE, officer, "", now);
        paidOn = null;
        return taken;
    }

    /** @throws ClaimRefusal as {@link #take} would */
    public void requireMayTake(ClaimStep step, Caller officer) {
        if (!step.from().contains(stage)) {
            throw new ClaimRefusal.StepNotOpen(step, stage);
        }
        requireRole(step, officer);
        for (var signed : steps) {
            if (step.mustDifferFrom().contains(signed.step())
                    && signed.takenBy().equals(officer.subject())) {
                throw new ClaimRefusal.SamePerson(step, signed.step());
            }
        }
    }

    private static String requireRole(ClaimStep step, Caller officer) {
        return step.takenBy().stream()
                .sorted()
                .filter(officer.roles()::contains)
                .findFirst()
                .orElseThrow(() -> new ClaimRefusal.NotThisOffice(step));
    }

    private ClaimStepTaken sign(ClaimStep step, Caller officer, String remark, Instant now) {
        var taken =
                new ClaimStepTaken(step, officer.subject(), officer.name(), requireRole(step, officer), remark, now);
        steps.add(taken);
        return taken;
    }

    public UUID id() {
        return id;
    }

    public ClaimKind kind() {
        return kind;
    }

    public long county() {
        return county;
    }

    /** A code of the list {@code lender}. */
    public String bank() {
        return bank;
    }

    public Money amount() {
        return Money.ofFen(amountFen);
    }

    public ClaimStage stage() {
        return stage;
    }

    /** The journal entry of a compensation. */
    public @Nullable UUID entryId() {
        return entryId;
    }

    /** What was handed over to be paid last. */
    public @Nullable UUID payableId() {
        return payableId;
    }

    public @Nullable LocalDate paidOn() {
        return paidOn;
    }

    public Instant createdAt() {
        return createdAt;
    }

    /** All steps from the first, with signatures. */
    public List<ClaimStepTaken> steps() {
        return List.copyOf(steps);
    }

    public long revision() {
        return version;
    }
}
