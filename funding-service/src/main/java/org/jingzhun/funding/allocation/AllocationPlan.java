package org.jingzhun.funding.allocation;

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
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jingzhun.chassis.procedure.Officer;
import org.jingzhun.chassis.procedure.Signing;
import org.jingzhun.funding.ledger.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * A plan that divides money of one source and year over divisions below a county, city or region (资金分配方案). It moves
 * by the steps of {@link Step} alone.
 */
@Entity
@Table(name = "allocation_plan")
public class AllocationPlan {

    @Id
    private UUID id;

    @Column
    private long county;

    @Column(name = "source_id")
    private UUID sourceId;

    @Column
    private int year;

    @Column(name = "amount_fen")
    private long amountFen;

    @Embedded
    private Terms terms;

    @ElementCollection
    @CollectionTable(name = "allocation_factor", joinColumns = @JoinColumn(name = "plan_id"))
    @OrderColumn(name = "position")
    private List<WeightedFactor> factors = new ArrayList<>();

    @ElementCollection
    @CollectionTable(name = "allocation_bound", joinColumns = @JoinColumn(name = "plan_id"))
    private Set<PlaceBound> bounds = new HashSet<>();

    @ElementCollection
    @CollectionTable(name = "allocation_incentive", joinColumns = @JoinColumn(name = "plan_id"))
    private Set<PlaceIncentive> incentives = new HashSet<>();

    @ElementCollection
    @CollectionTable(name = "allocation_kind_cap", joinColumns = @JoinColumn(name = "plan_id"))
    private Set<KindCap> kindCaps = new HashSet<>();

    @Enumerated(EnumType.STRING)
    @Column
    private Stage stage = Stage.DRAFT;

    @Column(name = "document_number")
    private @Nullable String documentNumber;

    @Column(name = "created_by")
    private String createdBy;

    @Column(name = "created_at")
    private Instant createdAt;

    @Column(name = "computed_at")
    private @Nullable Instant computedAt;

    @Column(name = "entry_id")
    private @Nullable UUID entryId;

    @ElementCollection
    @CollectionTable(name = "allocation_step", joinColumns = @JoinColumn(name = "plan_id"))
    @OrderColumn(name = "position")
    private List<StepTaken> steps = new ArrayList<>();

    @Version
    @Column
    private long version;

    AllocationPlan(UUID id, Draft draft, Officer author, Instant now) {
        this.id = id;
        this.county = draft.county();
        this.sourceId = draft.sourceId();
        this.createdBy = author.subject();
        this.createdAt = now;
        this.terms = draft.terms();
        write(draft);
        sign(Step.DRAFT, null, author, "", now);
    }

    @SuppressWarnings("NullAway.Init") // filled by the persistence provider
    protected AllocationPlan() {}

    /**
     * Writes a draft anew.
     *
     * @throws org.jingzhun.chassis.procedure.StepRefusal if the plan has left the draft
     */
    void rewrite(Draft draft, Officer author, Instant now) {
        if (stage != Stage.DRAFT) {
            throw Signing.notOpen(Step.DRAFT, stage);
        }
        var unused = Signing.requireMayTake(Step.DRAFT.at(level()), null, author, stepsSinceReturn());
        if (draft.county() != county) {
            throw new AllocationRefusal.CountyFixed();
        }
        write(draft);
        sign(Step.DRAFT, null, author, "", now);
    }

    private void write(Draft draft) {
        this.sourceId = draft.sourceId();
        this.year = draft.year();
        this.amountFen = draft.amount().fen();
        this.terms = draft.terms();
        replace(factors, draft.factors());
        replace(bounds, draft.bounds());
        replace(incentives, draft.incentives());
        replace(kindCaps, draft.kindCaps());
        this.documentNumber = draft.documentNumber();
    }

    private static <T> void replace(Collection<T> old, Collection<T> anew) {
        old.clear();
        old.addAll(anew);
    }

    /**
     * Takes a step.
     *
     * @throws org.jingzhun.chassis.procedure.StepRefusal if the step is not open, not this officer's, or was to be taken
     *     by another person
     */
    StepTaken take(Step step, Officer officer, String remark, Instant now) {
        var taken = sign(step, stage, officer, remark, now);
        stage = step.to();
        switch (step) {
            case COMPUTE -> computedAt = now;
            case RETURN -> computedAt = null;
            case DRAFT, REVIEW, APPROVE, PUBLISH, WITHDRAW -> {}
        }
        return taken;
    }

    /** @throws org.jingzhun.chassis.procedure.StepRefusal as {@link #take} would */
    void requireMayTake(Step step, Officer officer) {
        var unused = Signing.requireMayTake(step.at(level()), stage, officer, stepsSinceReturn());
    }

    /** Whoever wrote the plan stays its author; computation and review start anew with each return. */
    private List<StepTaken> stepsSinceReturn() {
        int from = 0;
        for (int s = 0; s < steps.size(); s++) {
            if (steps.get(s).step() == Step.RETURN) {
                from = s + 1;
            }
        }
        var since = new ArrayList<>(steps.subList(from, steps.size()));
        steps.subList(0, from).stream()
                .filter(signed -> signed.step() == Step.DRAFT)
                .forEach(since::add);
        return since;
    }

    private StepTaken sign(Step step, @Nullable Stage at, Officer officer, String remark, Instant now) {
        var signed = Signing.sign(step.at(level()), at, officer, stepsSinceReturn(), remark, now);
        var taken = new StepTaken(step, signed.takenBy(), signed.name(), signed.role(), remark, now);
        steps.add(taken);
        return taken;
    }

    /** Notes the journal entry of the approval. */
    void bookedBy(UUID entry) {
        this.entryId = entry;
    }

    public UUID id() {
        return id;
    }

    public long county() {
        return county;
    }

    public UUID sourceId() {
        return sourceId;
    }

    public int year() {
        return year;
    }

    public Money amount() {
        return Money.ofFen(amountFen);
    }

    public Terms terms() {
        return terms;
    }

    /** The level of the division that divides. */
    public Level level() {
        return Level.of(county);
    }

    public List<WeightedFactor> factors() {
        return List.copyOf(factors);
    }

    /** Floors and caps of single divisions. */
    public Set<PlaceBound> bounds() {
        return Set.copyOf(bounds);
    }

    /** Deductions and rewards of single divisions. */
    public Set<PlaceIncentive> incentives() {
        return Set.copyOf(incentives);
    }

    public Set<KindCap> kindCaps() {
        return Set.copyOf(kindCaps);
    }

    public Stage stage() {
        return stage;
    }

    public @Nullable String documentNumber() {
        return documentNumber;
    }

    public Instant createdAt() {
        return createdAt;
    }

    public @Nullable Instant computedAt() {
        return computedAt;
    }

    /** The journal entry of the approval. */
    public @Nullable UUID entryId() {
        return entryId;
    }

    /** All steps from the first, with signatures. */
    public List<StepTaken> steps() {
        return List.copyOf(steps);
    }

    public long revision() {
        return version;
    }
}
