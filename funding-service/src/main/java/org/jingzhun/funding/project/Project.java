package org.jingzhun.funding.project;

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
import java.util.List;
import java.util.UUID;
import org.jingzhun.chassis.caller.Caller;
import org.jingzhun.chassis.procedure.Officer;
import org.jingzhun.chassis.procedure.Signing;
import org.jingzhun.funding.ledger.money.Money;
import org.jspecify.annotations.Nullable;

/** A project (扶贫项目). It moves by the steps of {@link Step} alone. */
@Entity
@Table(name = "project")
public class Project {

    private static final int WHOLE = 100;

    @Id
    private UUID id;

    @Column
    private long county;

    @Embedded
    private ProposalColumns proposal = new ProposalColumns();

    @Column
    private String lists;

    @Enumerated(EnumType.STRING)
    @Column
    private Stage stage = Stage.PROPOSED;

    @Column
    private int percent;

    @Column(name = "funded_fen")
    private long fundedFen;

    @Column
    private @Nullable String builder;

    @Column(name = "created_at")
    private Instant createdAt;

    @ElementCollection
    @CollectionTable(name = "project_step", joinColumns = @JoinColumn(name = "project_id"))
    @OrderColumn(name = "position")
    private List<StepTaken> steps = new ArrayList<>();

    @Version
    @Column
    private long version;

    Project(UUID id, Proposal asked, String lists, Caller author, Instant now) {
        this.id = id;
        this.createdAt = now;
        write(asked, lists);
        sign(Step.PROPOSE, null, author, new Act("", "", null, null), now);
    }

    @SuppressWarnings("NullAway.Init") // filled by the persistence provider
    protected Project() {}

    /**
     * What is said with a step.
     *
     * @param document of a notice, a contract or a finding
     * @param percent of PROGRESS
     * @param builder of START
     */
    public record Act(
            String remark,
            String document,
            @Nullable Integer percent,
            @Nullable String builder) {}

    private void write(Proposal asked, String byLists) {
        this.county = asked.county();
        this.proposal.write(asked);
        this.lists = byLists;
    }

    /**
     * Writes a proposal anew.
     *
     * @throws org.jingzhun.chassis.procedure.StepRefusal if it is no proposal any more, or is not this officer's
     * @throws ProjectRefusal.OutsideArea if it would move elsewhere
     */
    void rewrite(Proposal asked, String byLists, Caller author, Instant now) {
        if (stage != Stage.PROPOSED) {
            throw Signing.notOpen(Step.PROPOSE, stage);
        }
        if (asked.division() != division()) {
            throw new ProjectRefusal.OutsideArea(asked.division());
        }
        write(asked, byLists);
        sign(Step.PROPOSE, null, author, new Act("", "", null, null), now);
    }

    /**
     * Takes a step.
     *
     * @param beneficiaries how many households it is for
     * @throws org.jingzhun.chassis.procedure.StepRefusal if the step is not open, not this officer's, or was to be taken
     *     by another person
     * @throws ProjectRefusal if it has to wait for something
     */
    StepTaken take(Step step, Caller officer, Act act, long beneficiaries, Instant now) {
        var unused = Signing.requireMayTake(step, stage, Officer.of(officer), steps);
        requireReady(step, act, beneficiaries);
        switch (step) {
            case START -> builder = act.builder();
            case PROGRESS -> percent = forward(act.percent());
            case PROPOSE, NOTICE_BEFORE, ENTER, REJECT, FUND, ACCEPT, NOTICE_AFTER, OPERATE, ABANDON -> {}
        }
        var taken = sign(step, stage, officer, act, now);
        stage = step.to();
        return taken;
    }

    private int forward(@Nullable Integer to) {
        if (to == null || to < percent) {
            throw new ProjectRefusal.ProgressBackwards(percent);
        }
        return to;
    }

    private void requireReady(Step step, Act act, long beneficiaries) {
        List<String> missing = new ArrayList<>();
        for (var needed : step.after()) {
            if (steps.stream().noneMatch(signed -> signed.step() == needed)) {
                missing.add(needed.name());
            }
        }
        switch (step) {
            case ENTER -> {
                note(missing, "performanceTarget", proposal.performanceTarget == null);
                note(missing, "benefitLink", proposal.benefitLink == null);
                note(missing, "beneficiaries", beneficiaries == 0);
            }
            case NOTICE_BEFORE, NOTICE_AFTER, ACCEPT ->
                note(missing, "document", act.document().isEmpty());
            case START -> note(missing, "builder", act.builder() == null);
            case PROGRESS -> note(missing, "percent", act.percent() == null);
            case PROPOSE, REJECT, FUND, OPERATE, ABANDON -> {}
        }
        note(missing, "percent", step == Step.ACCEPT && percent < WHOLE);
        if (!missing.isEmpty()) {
            throw new ProjectRefusal.NotReady(step, missing);
        }
    }

    private static void note(List<String> missing, String what, boolean lacks) {
        if (lacks) {
            missing.add(what);
        }
    }

    /** @throws ProjectRefusal.AboveAmount if it would have more than it costs */
    void fund(Money amount) {
        var missing = amount().minus(funded());
        if (amount.compareTo(missing) > 0) {
            throw new ProjectRefusal.AboveAmount(missing);
        }
        fundedFen += amount.fen();
    }

    private StepTaken sign(Step step, @Nullable Stage at, Caller officer, Act act, Instant now) {
        var signed = Signing.sign(step, at, Officer.of(officer), steps, act.remark(), now);
        var taken = new StepTaken(
                step,
                signed.takenBy(),
                signed.name(),
                signed.role(),
                act.remark(),
                act.document(),
                step == Step.PROGRESS ? act.percent() : null,
                now);
        steps.add(taken);
        return taken;
    }

    public UUID id() {
        return id;
    }

    public Proposal proposal() {
        return proposal.read();
    }

    public long county() {
        return county;
    }

    public long division() {
        return proposal.division;
    }

    public int year() {
        return proposal.year;
    }

    public String name() {
        return proposal.name;
    }

    /** What it costs. */
    public Money amount() {
        return Money.ofFen(proposal.amountFen);
    }

    /** What was set aside for it. */
    public Money funded() {
        return Money.ofFen(fundedFen);
    }

    /** How much of it is done. */
    public int percent() {
        return percent;
    }

    /** What may be paid in all by its progress: that share of what was set aside, cut to the fen. */
    public Money payable() {
        return switch (stage) {
            case UNDER_WAY, ACCEPTED, IN_OPERATION ->
                Money.ofFen(fundedFen / WHOLE * percent + fundedFen % WHOLE * percent / WHOLE);
            case PROPOSED, IN_LIBRARY, FUNDED, REJECTED, ABANDONED -> Money.ZERO;
        };
    }

    public @Nullable String builder() {
        return builder;
    }

    public Stage stage() {
        return stage;
    }

    /** Versions of the dated lists by which its codes were checked. */
    public String lists() {
        return lists;
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
