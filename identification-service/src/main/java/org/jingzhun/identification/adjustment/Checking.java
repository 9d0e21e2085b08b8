package org.jingzhun.identification.adjustment;

import com.github.f4b6a3.uuid.UuidCreator;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.jingzhun.chassis.audit.Audit;
import org.jingzhun.chassis.audit.AuditEntry;
import org.jingzhun.chassis.caller.Area;
import org.jingzhun.chassis.caller.CurrentCaller;
import org.jingzhun.chassis.http.Problem;
import org.jingzhun.identification.adjustment.sampling.Draw;
import org.jingzhun.identification.adjustment.sampling.Sampling;
import org.jingzhun.identification.adjustment.sampling.Unit;
import org.jingzhun.identification.division.Division;
import org.jingzhun.identification.division.Divisions;
import org.jingzhun.identification.division.Level;
import org.jspecify.annotations.Nullable;

/** Plans quality checks, draws their samples and closes them when everything found is settled (质量核查). */
@ApplicationScoped
public class Checking {

    private static final List<Level> CHECKED = List.of(Level.COUNTY, Level.TOWNSHIP, Level.VILLAGE);

    private final AdjustmentRounds rounds;
    private final QualityChecks checks;
    private final Frames frames;
    private final Samples samples;
    private final Divisions divisions;
    private final CurrentCaller caller;
    private final Audit audit;
    private final Clock clock;

    Checking(
            AdjustmentRounds rounds,
            QualityChecks checks,
            Frames frames,
            Samples samples,
            Divisions divisions,
            CurrentCaller caller,
            Audit audit,
            Clock clock) {
        this.rounds = rounds;
        this.checks = checks;
        this.frames = frames;
        this.samples = samples;
        this.divisions = divisions;
        this.caller = caller;
        this.audit = audit;
        this.clock = clock;
    }

    /** @throws AdjustmentException when the domain says no */
    @Transactional
    public QualityCheck plan(QualityCheck.Plan plan) {
        rounds.hold(plan.roundId());
        AdjustmentRound round = rounds.get(plan.roundId());
        round.requireOpen();
        Level level = level(plan.target());
        if (!CHECKED.contains(level) || !round.division().covers(plan.target())) {
            throw new AdjustmentRefusal.TargetUnfitting(text(plan.target())).asException();
        }
        requireChecker(plan, round, level);
        requireOrderer(plan.kind(), plan.target(), plan.checker());
        QualityCheck check = new QualityCheck(UuidCreator.getTimeOrderedEpoch(), plan, caller.get(), clock.instant());
        checks.persistAndFlush(check);
        audit.record(AuditEntry.of("quality-check-planned", "quality-check", check.id())
                .in(plan.target().from())
                .with("kind", plan.kind())
                .with("sampleSize", plan.sampleSize()));
        return check;
    }

    private Level level(Area area) {
        return divisions
                .findByCode(area.from())
                .map(Division::level)
                .orElseThrow(() -> new AdjustmentRefusal.UnknownDivision(text(area)).asException());
    }

    private void requireChecker(QualityCheck.Plan plan, AdjustmentRound round, Level level) {
        Area checker = plan.checker();
        if ((plan.kind() == CheckKind.CROSS_CHECK) != (checker != null)) {
            throw new AdjustmentRefusal.CheckerUnfitting(plan.kind()).asException();
        }
        if (checker == null) {
            return;
        }
        if (!checker.intersect(plan.target()).isEmpty()) {
            throw new AdjustmentRefusal.OwnDivision().asException();
        }
        if (level(checker) != level || !round.division().covers(checker)) {
            throw new AdjustmentRefusal.CheckerOfAnotherLevel(level).asException();
        }
    }

    /** Who orders a check has all of the checked and the checking; an inspection comes from above. */
    private void requireOrderer(CheckKind kind, Area target, @Nullable Area checker) {
        Area own = caller.get().area();
        if (!own.covers(target)) {
            throw Problem.of(403, "whole-division-required").asException();
        }
        boolean above = !target.covers(own) && (checker == null || own.covers(checker));
        if (kind != CheckKind.LOOK_BACK && !above) {
            throw new AdjustmentRefusal.OrderedFromAbove(kind).asException();
        }
    }

    private static String text(Area area) {
        return "%012d".formatted(area.from());
    }

    /**
     * Takes a step of a check.
     *
     * @param remark needed to cancel
     * @throws AdjustmentException when the domain says no
     */
    @Transactional
    public QualityCheck take(UUID id, CheckStep step, @Nullable String remark) {
        QualityCheck check = checks.getLocked(id);
        requireOrderer(check.kind(), check.target(), check.checker());
        check.requireOpen(step);
        String by = caller.get().subject();
        switch (step) {
            case DRAW -> draw(check);
            case CLOSE -> {
                requireSettled(samples.count(id));
                samples.settle(id);
                check.ended(step, remark, by, clock.instant());
            }
            case CANCEL -> check.ended(step, remark, by, clock.instant());
        }
        checks.flush();
        audit.record(AuditEntry.of("quality-check-step-taken", "quality-check", id)
                .in(check.target().from())
                .because(remark)
                .with("step", step));
        return check;
    }

    private void draw(QualityCheck check) {
        List<Unit> frame = frames.take(check);
        if (frame.isEmpty()) {
            throw new AdjustmentRefusal.EmptyFrame().asException();
        }
        Draw draw = Sampling.draw(frame, check.sampleSize(), check.seed());
        frames.keep(check.id(), draw);
        check.drawn(frame.size(), draw.frameDigest(), caller.get().subject(), clock.instant());
    }

    private static void requireSettled(List<Samples.Count> counts) {
        int unchecked = households(counts, List.of(Correction.UNCHECKED));
        if (unchecked > 0) {
            throw new AdjustmentRefusal.NotAllChecked(unchecked).asException();
        }
        int unsettled = households(counts, List.of(Correction.OPEN, Correction.UNDER_WAY));
        if (unsettled > 0) {
            throw new AdjustmentRefusal.NotAllSettled(unsettled).asException();
        }
    }

    private static int households(List<Samples.Count> counts, List<Correction> states) {
        return counts.stream()
                .filter(count -> states.contains(count.correction()))
                .mapToInt(Samples.Count::households)
                .sum();
    }

    /**
     * A draw made again from what is stored.
     *
     * @param again from the stored frame and seed
     * @param same whether frame and sample are those of the draw
     */
    public record Proof(QualityCheck check, Draw again, boolean same) {}

    /** @throws AdjustmentException when nothing is drawn yet */
    @Transactional
    public Proof prove(UUID id) {
        QualityCheck check = checks.get(id);
        if (!caller.get().area().covers(check.target())) {
            throw Problem.of(403, "whole-division-required").asException();
        }
        if (check.frameDigest() == null) {
            throw new AdjustmentRefusal.NotUnderWay(check.stage()).asException();
        }
        Draw again = Sampling.draw(frames.units(id), check.sampleSize(), check.seed());
        boolean same = again.frameDigest().equals(check.frameDigest())
                && again.drawn().stream().map(Draw.Drawn::household).toList().equals(frames.sampled(id));
        return new Proof(check, again, same);
    }
}
