package org.jingzhun.funding.performance;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jingzhun.chassis.audit.Audit;
import org.jingzhun.chassis.audit.AuditEntry;
import org.jingzhun.chassis.caller.CurrentCaller;
import org.jingzhun.chassis.http.Revisions;
import org.jingzhun.chassis.procedure.Signing;
import org.jingzhun.funding.performance.GradingSets.GradingSet;
import org.jingzhun.funding.performance.grading.Grading.Graded;
import org.jspecify.annotations.Nullable;

/** Gives marks, checks and publishes them (绩效评价). */
@ApplicationScoped
public class Evaluating {

    private final Evaluations evaluations;
    private final GradingSets sets;
    private final Audit audit;
    private final CurrentCaller caller;
    private final Clock clock;

    Evaluating(Evaluations evaluations, GradingSets sets, Audit audit, CurrentCaller caller, Clock clock) {
        this.evaluations = evaluations;
        this.sets = sets;
        this.audit = audit;
        this.caller = caller;
        this.clock = clock;
    }

    /**
     * What an officer says of an evaluation.
     *
     * @param criteria code of a set, null for that of the year
     */
    public record Marks(long division, int year, @Nullable String criteria, String documentNumber, List<Mark> marks) {

        public Marks {
            marks = List.copyOf(marks);
        }
    }

    /** An evaluation and whether it was new. */
    public record Recorded(Evaluation evaluation, boolean created) {}

    /**
     * Gives marks, or gives them anew.
     *
     * @param ifMatch the revision seen by the client; needed to write a known draft anew
     * @throws PerformanceRefusal if the marks are not one for each criterion, or the draft is closed
     */
    @Transactional
    public Recorded mark(UUID id, Marks said, @Nullable String ifMatch) {
        if (!caller.get().area().covers(said.division())) {
            throw new PerformanceRefusal.OutsideArea(said.division());
        }
        var set = sets.find(said.criteria(), said.year())
                .orElseThrow(() -> new PerformanceRefusal.UnknownCriteria(
                        said.criteria() == null ? "of " + said.year() : said.criteria()));
        var content = new Evaluation.Content(
                said.division(),
                said.year(),
                set.code(),
                said.documentNumber(),
                said.marks(),
                grade(set, said.marks()));
        var known = evaluations.findById(id);
        if (known == null) {
            var evaluation = new Evaluation(id, content, caller.get(), clock.instant());
            evaluations.persistAndFlush(evaluation);
            record(evaluation, Step.MARK, "");
            return new Recorded(evaluation, true);
        }
        Revisions.require(ifMatch, known.revision());
        known.rewrite(content, caller.get(), clock.instant());
        evaluations.flush();
        record(known, Step.MARK, "");
        return new Recorded(known, false);
    }

    private static Graded grade(GradingSet set, List<Mark> marks) {
        try {
            return set.grading()
                    .grade(marks.stream().collect(Collectors.toMap(Mark::criterion, Mark::points, (a, b) -> -1)));
        } catch (IllegalArgumentException unfit) {
            throw new PerformanceRefusal.UnfitMarks(String.valueOf(unfit.getMessage()));
        }
    }

    /** @throws PerformanceRefusal if the step is not open to the caller, or another evaluation is published */
    @Transactional
    public Evaluation take(UUID id, Step step, String remark, @Nullable String ifMatch) {
        var evaluation = evaluations.lock(id);
        if (ifMatch != null) {
            Revisions.require(ifMatch, evaluation.revision());
        }
        if (step == Step.MARK) {
            throw Signing.notOpen(step, evaluation.stage());
        }
        if (step == Step.PUBLISH && evaluations.hasPublished(evaluation.division(), evaluation.year())) {
            throw new PerformanceRefusal.PublishedBefore();
        }
        evaluation.take(step, caller.get(), remark, clock.instant());
        evaluations.flush();
        record(evaluation, step, remark);
        return evaluation;
    }

    private void record(Evaluation evaluation, Step step, String remark) {
        audit.record(AuditEntry.of(
                        "performance-" + step.name().toLowerCase(Locale.ROOT),
                        "performance-evaluation",
                        evaluation.id())
                .in(evaluation.division())
                .because(remark.isEmpty() ? null : remark)
                .with("grade", evaluation.grade().name()));
    }
}
