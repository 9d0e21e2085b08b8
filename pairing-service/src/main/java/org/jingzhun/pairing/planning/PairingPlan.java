package org.jingzhun.pairing.planning;

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
import org.jingzhun.pairing.pairing.matching.Weights;
import org.jspecify.annotations.Nullable;

/** An assignment of the helpers of a county to its households (结对方案). It moves by the steps of {@link Step} alone. */
@Entity
@Table(name = "pairing_plan")
public class PairingPlan {

    @Id
    private UUID id;

    @Column
    private long county;

    @Enumerated(EnumType.STRING)
    @Column
    private Stage stage = Stage.COMPUTING;

    @Column
    private String rankQuotas;

    @Column
    private @Nullable String weightSet;

    @Column
    private int unitVillage;

    @Column
    private int homeVillage;

    @Column
    private int skill;

    @Column
    private int language;

    @Column
    private int standing;

    @Column
    private int load;

    @Column
    private boolean includeExited;

    @Column
    private Instant createdAt;

    @Column
    private @Nullable Integer households;

    @Column
    private @Nullable Integer helpers;

    @Column
    private @Nullable Integer places;

    @Column
    private @Nullable Integer paired;

    @Column
    private @Nullable Integer unpaired;

    @Column
    private @Nullable Long cost;

    @Column
    private @Nullable Long lowerBound;

    @Column
    private @Nullable Integer newPairings;

    @Column
    private @Nullable Integer transfers;

    @ElementCollection
    @CollectionTable(name = "pairing_plan_step", joinColumns = @JoinColumn(name = "plan_id"))
    @OrderColumn(name = "position")
    private List<StepTaken> steps = new ArrayList<>();

    @Version
    @Column
    private long version;

    PairingPlan(UUID id, long county, Terms terms, Caller author, Instant now) {
        this.id = id;
        this.county = county;
        this.rankQuotas = terms.rankQuotas();
        this.weightSet = terms.weightSet();
        this.unitVillage = terms.weights().unitVillage();
        this.homeVillage = terms.weights().homeVillage();
        this.skill = terms.weights().skill();
        this.language = terms.weights().language();
        this.standing = terms.weights().standing();
        this.load = terms.weights().load();
        this.includeExited = terms.includeExited();
        this.createdAt = now;
        sign(Step.PLAN, author, "", now);
    }

    @SuppressWarnings("NullAway.Init") // filled by the persistence provider
    protected PairingPlan() {}

    /**
     * Takes a step of an officer.
     *
     * @throws PlanRefusal if the step is not open, not this officer's, or was to be taken by another person
     */
    StepTaken take(Step step, Caller officer, String remark, Instant now) {
        requireOpen(step);
        StepTaken taken = sign(step, officer, remark, now);
        stage = step.to();
        return taken;
    }

    /** Takes the computation's result. */
    void propose(Figures figures, Caller orderer, Instant now) {
        requireOpen(Step.PROPOSE);
        households = figures.households();
        helpers = figures.helpers();
        places = figures.places();
        paired = figures.paired();
        unpaired = figures.unpaired();
        cost = figures.cost();
        lowerBound = figures.lowerBound();
        steps.add(new StepTaken(Step.PROPOSE, orderer.subject(), orderer.name(), "job", "", now));
        stage = Step.PROPOSE.to();
    }

    /** Notes what the activation did. */
    void activated(int begun, int moved) {
        newPairings = begun;
        transfers = moved;
    }

    private void requireOpen(Step step) {
        if (!step.from().contains(stage)) {
            throw new PlanRefusal.StepNotOpen(step, stage);
        }
    }

    private StepTaken sign(Step step, Caller officer, String remark, Instant now) {
        String role = step.takenBy().stream()
                .filter(officer::has)
                .findFirst()
                .orElseThrow(() -> new PlanRefusal.NotThisOffice(step));
        for (StepTaken signed : steps) {
            if (step.mustDifferFrom().contains(signed.step())
                    && signed.takenBy().equals(officer.subject())) {
                throw new PlanRefusal.SamePerson(step, signed.step());
            }
        }
        StepTaken taken = new StepTaken(step, officer.subject(), officer.name(), role, remark, now);
        steps.add(taken);
        return taken;
    }

    public UUID id() {
        return id;
    }

    /** 12-digit code. */
    public long county() {
        return county;
    }

    public Stage stage() {
        return stage;
    }

    public Terms terms() {
        return new Terms(
                rankQuotas,
                weightSet,
                new Weights(unitVillage, homeVillage, skill, language, standing, load),
                includeExited);
    }

    public Instant createdAt() {
        return createdAt;
    }

    /** What came out; {@code null} while nothing has. */
    public @Nullable Figures figures() {
        return households == null
                        || helpers == null
                        || places == null
                        || paired == null
                        || unpaired == null
                        || cost == null
                        || lowerBound == null
                ? null
                : new Figures(households, helpers, places, paired, unpaired, cost, lowerBound);
    }

    /** Households that got their first helper by the activation. */
    public @Nullable Integer newPairings() {
        return newPairings;
    }

    /** Households that got another helper by the activation. */
    public @Nullable Integer transfers() {
        return transfers;
    }

    /** All steps from the first, with signatures. */
    public List<StepTaken> steps() {
        return List.copyOf(steps);
    }

    public long revision() {
        return version;
    }
}
