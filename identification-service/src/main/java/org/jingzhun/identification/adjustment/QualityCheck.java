package org.jingzhun.identification.adjustment;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jingzhun.chassis.caller.Area;
import org.jingzhun.chassis.caller.Caller;
import org.jspecify.annotations.Nullable;

/** A check of what an adjustment round did in a division, on a sample of its households. */
@Entity
@SuppressWarnings("NullAway.Init") // the database fills the fields
public class QualityCheck {

    @Id
    private UUID id;

    private UUID roundId;

    @Enumerated(EnumType.STRING)
    private CheckKind kind;

    private long target;
    private long targetEnd;
    private @Nullable Long checker;
    private @Nullable Long checkerEnd;

    @Enumerated(EnumType.STRING)
    private Stratification stratification;

    private String[] statuses;
    private int sampleSize;
    private String seed;
    private String seedSource;

    @Enumerated(EnumType.STRING)
    private CheckStage stage;

    private String plannedBy;
    private String plannedName;
    private Instant plannedAt;
    private @Nullable String drawnBy;
    private @Nullable Instant drawnAt;
    private @Nullable Integer frameHouseholds;
    private @Nullable String frameDigest;
    private @Nullable String endedBy;
    private @Nullable Instant endedAt;
    private @Nullable String remark;

    @Version
    private long revision;

    protected QualityCheck() {}

    /**
     * How a check is planned.
     *
     * @param checker whose officers look; null unless it is a cross-check
     * @param standings which households can be drawn
     * @param sampleSize households at most
     * @param seed fixed before the frame is
     * @param seedSource where it comes from, for example a public lottery of a later day
     */
    public record Plan(
            UUID roundId,
            CheckKind kind,
            Area target,
            @Nullable Area checker,
            Stratification stratification,
            List<Standing> standings,
            int sampleSize,
            String seed,
            String seedSource) {

        public Plan {
            standings = List.copyOf(standings);
        }
    }

    QualityCheck(UUID id, Plan plan, Caller by, Instant now) {
        Area checking = plan.checker();
        this.id = id;
        this.roundId = plan.roundId();
        this.kind = plan.kind();
        this.target = plan.target().from();
        this.targetEnd = plan.target().to();
        this.checker = checking == null ? null : checking.from();
        this.checkerEnd = checking == null ? null : checking.to();
        this.stratification = plan.stratification();
        this.statuses = plan.standings().stream().map(Enum::name).toArray(String[]::new);
        this.sampleSize = plan.sampleSize();
        this.seed = plan.seed();
        this.seedSource = plan.seedSource();
        this.stage = CheckStage.PLANNED;
        this.plannedBy = by.subject();
        this.plannedName = by.name();
        this.plannedAt = now;
    }

    /** @throws AdjustmentException when the step does not lead on from here */
    void requireOpen(CheckStep step) {
        if (step.from() != stage) {
            throw new AdjustmentRefusal.StepNotOpen(step, stage).asException();
        }
    }

    /** @throws AdjustmentException when the sample is not drawn, or the check has ended */
    void requireUnderWay() {
        if (stage != CheckStage.DRAWN) {
            throw new AdjustmentRefusal.NotUnderWay(stage).asException();
        }
    }

    void drawn(int households, String digest, String by, Instant now) {
        requireOpen(CheckStep.DRAW);
        stage = CheckStep.DRAW.to();
        frameHouseholds = households;
        frameDigest = digest;
        drawnBy = by;
        drawnAt = now;
    }

    /** @param why needed to cancel */
    void ended(CheckStep step, @Nullable String why, String by, Instant now) {
        requireOpen(step);
        if (step == CheckStep.CANCEL && why == null) {
            throw new AdjustmentRefusal.RemarkMissing(step).asException();
        }
        stage = step.to();
        remark = why;
        endedBy = by;
        endedAt = now;
    }

    public UUID id() {
        return id;
    }

    public UUID roundId() {
        return roundId;
    }

    public CheckKind kind() {
        return kind;
    }

    public Area target() {
        return new Area(target, targetEnd);
    }

    /** Whose officers look; null unless it is a cross-check. */
    public @Nullable Area checker() {
        return checker == null || checkerEnd == null ? null : new Area(checker, checkerEnd);
    }

    public Stratification stratification() {
        return stratification;
    }

    public List<Standing> standings() {
        return List.of(statuses).stream().map(Standing::valueOf).toList();
    }

    public int sampleSize() {
        return sampleSize;
    }

    public String seed() {
        return seed;
    }

    public String seedSource() {
        return seedSource;
    }

    public CheckStage stage() {
        return stage;
    }

    /** Subject of the token, as are the others. */
    public String plannedBy() {
        return plannedBy;
    }

    public @Nullable String drawnBy() {
        return drawnBy;
    }

    public @Nullable String endedBy() {
        return endedBy;
    }

    public String plannedName() {
        return plannedName;
    }

    public Instant plannedAt() {
        return plannedAt;
    }

    public @Nullable Instant drawnAt() {
        return drawnAt;
    }

    /** Households that could have been drawn; null before the draw. */
    public @Nullable Integer frameHouseholds() {
        return frameHouseholds;
    }

    /** Of the frame at the draw; null before it. */
    public @Nullable String frameDigest() {
        return frameDigest;
    }

    public @Nullable Instant endedAt() {
        return endedAt;
    }

    public @Nullable String remark() {
        return remark;
    }

    public long revision() {
        return revision;
    }
}
