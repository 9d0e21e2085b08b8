package org.jingzhun.pairing.evaluation;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jingzhun.chassis.caller.Area;
import org.jingzhun.chassis.job.JobKind;
import org.jingzhun.chassis.job.JobRun;
import org.jingzhun.chassis.job.Outcome;
import org.jingzhun.chassis.job.Progress;
import org.jingzhun.pairing.duty.AbsenceRule;
import org.jingzhun.pairing.evaluation.scoring.Criterion;
import org.jingzhun.pairing.evaluation.scoring.Grade;
import org.jingzhun.pairing.evaluation.scoring.Scoring;
import org.jingzhun.pairing.policy.Policies;
import org.jingzhun.pairing.policy.PolicyVersion;
import org.jingzhun.pairing.responsibility.Measure;
import org.jingzhun.pairing.responsibility.Target;
import org.jingzhun.pairing.responsibility.Targets;

/** Counts an evaluation, a county a transaction. */
@ApplicationScoped
class EvaluationJob implements JobKind {

    static final String KIND = "evaluation";

    private static final int HUNDREDTHS_A_TENTH = 10;

    /** Keys of the policies. */
    private enum Key {
        EXCELLENT,
        GOOD,
        PASSED,
        TARGETS_BELOW,
        GRAVE_ENTRY,
        DAYS_A_MONTH
    }

    private final Evaluations evaluations;
    private final Evaluating evaluating;
    private final Figures figures;
    private final TeamFigures teams;
    private final Targets targets;
    private final Policies policies;

    EvaluationJob(
            Evaluations evaluations,
            Evaluating evaluating,
            Figures figures,
            TeamFigures teams,
            Targets targets,
            Policies policies) {
        this.evaluations = evaluations;
        this.evaluating = evaluating;
        this.figures = figures;
        this.teams = teams;
        this.targets = targets;
        this.policies = policies;
    }

    record Order(UUID evaluation) {}

    /** @param county the last that was counted */
    record Done(long county, int counties, int results) {}

    /** What the client gets to see. */
    record Counted(UUID evaluation, int results) {}

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Outcome run(JobRun run) {
        var id = run.input(Order.class).evaluation();
        var done = run.checkpoint(Done.class).orElseGet(() -> new Done(0, 0, 0));
        while (true) {
            var before = done;
            done = (Done) run.inChunk(connection -> next(id, before)).checkpoint();
            if (done.county() == Long.MAX_VALUE) {
                return Outcome.succeeded(new Counted(id, done.results()));
            }
        }
    }

    private Progress next(UUID id, Done before) {
        var evaluation = evaluations.lock(id).orElseThrow();
        var area = Area.ofPrefix(Long.toString(evaluation.division()));
        var county = figures.counties(area, evaluation.subjectKind()).stream()
                .filter(code -> code > before.county())
                .findFirst();
        if (county.isEmpty()) {
            evaluating.propose(evaluation);
            return new Progress(new Done(Long.MAX_VALUE, before.counties(), before.results()), before.counties());
        }
        var results = results(evaluation, county.get());
        evaluations.add(id, results);
        evaluations.counted(id, results.size());
        var done = new Done(county.get(), before.counties() + 1, before.results() + results.size());
        return new Progress(done, done.counties());
    }

    private List<Evaluation.Result> results(Evaluation evaluation, long county) {
        var points = evaluating.points(evaluation);
        var grades = policies.evaluationGrades.version(evaluation.grades());
        var vetoes = policies.evaluationVetoes.version(evaluation.vetoes());
        var absence = AbsenceRule.of(duty(evaluation));
        var thresholds =
                new Scoring.Thresholds(grades.get(Key.EXCELLENT), grades.get(Key.GOOD), grades.get(Key.PASSED));
        return counted(evaluation, county).stream()
                .map(counted -> result(
                        counted, points, thresholds, vetoes, absence(evaluation.subjectKind(), counted, absence)))
                .toList();
    }

    private List<Figures.Counted> counted(Evaluation evaluation, long county) {
        LocalDate first = LocalDate.of(evaluation.year(), 1, 1);
        LocalDate last = evaluation.countedTo();
        return switch (evaluation.subjectKind()) {
            case UNIT, HELPER -> figures.of(evaluation.subjectKind(), county, first, last);
            case COUNTY ->
                withTargets(
                        figures.of(SubjectKind.COUNTY, county, first, last),
                        new Area(county, county),
                        evaluation.year());
            case TEAM ->
                withTargets(
                        teams.list(county, first, last, duty(evaluation).get(Key.DAYS_A_MONTH)),
                        Area.ofPrefix(Long.toString(county)),
                        evaluation.year());
        };
    }

    private Evaluation.Result result(
            Figures.Counted counted,
            PolicyVersion points,
            Scoring.Thresholds thresholds,
            PolicyVersion vetoes,
            Evaluation.Absence absence) {
        var reached = points.values().keySet().stream()
                .map(Criterion::valueOf)
                .map(criterion -> {
                    var figure = Objects.requireNonNull(counted.counted().get(criterion));
                    return new Scoring.Figure(criterion, points.get(criterion), figure[0], figure[1]);
                })
                .toList();
        var failing = new ArrayList<String>();
        if (counted.grave() && vetoes.get(Key.GRAVE_ENTRY) > 0) {
            failing.add(Key.GRAVE_ENTRY.name());
        }
        boolean missed = reached.stream()
                .filter(figure -> figure.criterion() == Criterion.TARGETS)
                .map(Scoring.Figure::percent)
                .anyMatch(percent -> percent != null && percent < vetoes.get(Key.TARGETS_BELOW));
        if (missed) {
            failing.add(Key.TARGETS_BELOW.name());
        }
        var score = Scoring.less(Scoring.score(reached), absence.deduction());
        return new Evaluation.Result(
                counted.subject(),
                counted.division(),
                reached,
                score,
                Scoring.atMost(Scoring.grade(score, !failing.isEmpty(), thresholds), absence.limit()),
                failing,
                absence);
    }

    /** One that was ordered before evaluations named their rule goes by that of its last day. */
    private PolicyVersion duty(Evaluation evaluation) {
        var named = evaluation.duty();
        return named == null ? policies.duty.on(evaluation.countedTo()) : policies.duty.version(named);
    }

    /** Persons lose their grade, units (the township's and the one that sent them) tenths of a point. */
    private static Evaluation.Absence absence(SubjectKind kind, Figures.Counted counted, AbsenceRule rule) {
        int found = counted.absences();
        return switch (kind) {
            case COUNTY -> new Evaluation.Absence(found, null, 0);
            case UNIT -> new Evaluation.Absence(found, null, rule.lossTenths(found) * HUNDREDTHS_A_TENTH);
            case HELPER, TEAM ->
                new Evaluation.Absence(
                        found,
                        switch (rule.consequence(found)) {
                            case NONE -> null;
                            case NOT_EXCELLENT -> Grade.GOOD;
                            case BASICALLY_COMPETENT -> Grade.PASSED;
                            case INCOMPETENT -> Grade.FAILED;
                        },
                        0);
        };
    }

    /** Net persons out of poverty in the year, of those due by each subject's own target. */
    private List<Figures.Counted> withTargets(List<Figures.Counted> subjects, Area area, int year) {
        Map<Long, long[]> reached = new HashMap<>();
        for (Target target : targets.list(area, year, year, null, Integer.MAX_VALUE)) {
            if (target.measure() == Measure.PERSONS_OUT) {
                long[] sum = reached.computeIfAbsent(target.division(), division -> new long[2]);
                for (var each : target.years()) {
                    if (each.year() == year) {
                        sum[0] += each.net();
                        sum[1] += each.due();
                    }
                }
            }
        }
        subjects.forEach(subject ->
                subject.counted().put(Criterion.TARGETS, reached.getOrDefault(subject.division(), new long[2])));
        return subjects;
    }
}
