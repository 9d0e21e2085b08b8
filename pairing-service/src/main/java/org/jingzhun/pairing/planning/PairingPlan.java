package org.jingzhun.pairing.planning;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jingzhun.chassis.caller.Caller;
import org.jingzhun.chassis.procedure.Officer;
import org.jingzhun.chassis.procedure.Signature;
import org.jingzhun.chassis.procedure.Signing;
import org.jingzhun.pairing.pairing.matching.Weights;
import org.jspecify.annotations.Nullable;

/** An assignment of the helpers of a county, a city or the region to its households (结对方案). It moves by the steps of {@link Step} alone. */
@Entity
@Table(name = "pairing_plan")
public class PairingPlan {

    @Id
    private UUID id;

    @Column
    private long division;

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
    private int distance;

    @Column
    private int rankQuota;

    @Column
    private @Nullable String hamletPolicy;

    @Column
    private boolean oneOrAdjacentHamlets;

    @Column
    private @Nullable Long solverBound;

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
    private @Nullable Integer mostMoves;

    @Column
    private @Nullable Integer moves;

    @Column
    private @Nullable Integer freeMoves;

    @Column
    private @Nullable Long stabilityPrice;

    @Column
    private @Nullable Integer newPairings;

    @Column
    private @Nullable Integer transfers;

    @Version
    @Column
    private long version;

    PairingPlan(UUID id, long division, Terms terms, Instant now) {
        this.id = id;
        this.division = division;
        this.rankQuotas = terms.rankQuotas();
        this.weightSet = terms.weightSet();
        this.unitVillage = terms.weights().unitVillage();
        this.homeVillage = terms.weights().homeVillage();
        this.skill = terms.weights().skill();
        this.language = terms.weights().language();
        this.standing = terms.weights().standing();
        this.load = terms.weights().load();
        this.distance = terms.weights().distance();
        this.rankQuota = terms.weights().rankQuota();
        this.hamletPolicy = terms.hamletPolicy();
        this.oneOrAdjacentHamlets = terms.oneOrAdjacentHamlets();
        this.includeExited = terms.includeExited();
        this.mostMoves = terms.mostMoves();
        this.createdAt = now;
    }

    @SuppressWarnings("NullAway.Init") // filled by the persistence provider
    protected PairingPlan() {}

    /**
     * Takes a step of an officer.
     *
     * @throws org.jingzhun.chassis.procedure.StepRefusal if the step is not open, not this officer's, or was to be taken
     *     by another person
     */
    Signature take(Step step, Officer officer, List<Signature> before, String remark, Instant now) {
        Signature signed = Signing.sign(step, stage, officer, before, remark, now);
        stage = step.to();
        return signed;
    }

    /**
     * Takes the computation's result.
     *
     * @param priceOfMoving the weight of the standing pair by which it was solved; more than ordered to keep the limit
     */
    Signature propose(Figures figures, int priceOfMoving, Caller orderer, Instant now) {
        Officer job = new Officer(orderer.subject(), orderer.name(), Set.of(Step.JOB));
        Signature signed = take(Step.PROPOSE, job, List.of(), "", now);
        households = figures.households();
        helpers = figures.helpers();
        places = figures.places();
        paired = figures.paired();
        unpaired = figures.unpaired();
        cost = figures.cost();
        lowerBound = figures.lowerBound();
        moves = figures.moves();
        freeMoves = figures.freeMoves();
        stabilityPrice = figures.stabilityPrice();
        solverBound = figures.solverBound();
        standing = priceOfMoving;
        return signed;
    }

    /** Notes what the activation did. */
    void activated(int begun, int moved) {
        newPairings = begun;
        transfers = moved;
    }

    public UUID id() {
        return id;
    }

    /** 12-digit code. */
    public long division() {
        return division;
    }

    public Stage stage() {
        return stage;
    }

    public Terms terms() {
        return new Terms(
                rankQuotas,
                weightSet,
                new Weights(unitVillage, homeVillage, skill, language, standing, load, distance, rankQuota),
                includeExited,
                mostMoves,
                hamletPolicy,
                oneOrAdjacentHamlets);
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
                : new Figures(
                        households,
                        helpers,
                        places,
                        paired,
                        unpaired,
                        cost,
                        lowerBound,
                        moves == null ? 0 : moves,
                        freeMoves == null ? 0 : freeMoves,
                        stabilityPrice == null ? 0 : stabilityPrice,
                        solverBound);
    }

    /** Households that got their first helper by the activation. */
    public @Nullable Integer newPairings() {
        return newPairings;
    }

    /** Households that got another helper by the activation. */
    public @Nullable Integer transfers() {
        return transfers;
    }

    public long revision() {
        return version;
    }
}
