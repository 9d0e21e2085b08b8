package org.jingzhun.identification.monitoring;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jingzhun.identification.campaign.Minutes;
import org.jingzhun.identification.campaign.Officer;
import org.jingzhun.identification.division.Level;
import org.jingzhun.identification.monitoring.judging.RecordedIncome;
import org.jingzhun.identification.monitoring.judging.Stability;
import org.jingzhun.identification.monitoring.judging.YearBefore;
import org.jingzhun.identification.monitoring.judging.YearLine;
import org.jingzhun.identification.objection.Objection;
import org.jingzhun.identification.testing.Meetings;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The table of steps: every stage with every step, every level, every pair of people, and every need. */
class StepTest {

    private static final LocalDate TODAY = LocalDate.of(2021, 6, 1);
    private static final UUID MEASURE = new UUID(0, 7);
    private static final Officer EVERYBODY = new Officer("a", "A", EnumSet.allOf(Level.class));
    private static final Procedure.Known KNOWN =
            new Procedure.Known(true, true, Meetings.USUAL, Objection.Held.NONE, stability(9_000_00));

    static Stream<Arguments> everyStageWithEveryStep() {
        return Arrays.stream(Stage.values())
                .flatMap(stage -> Arrays.stream(Step.values()).map(step -> Arguments.of(stage, step)));
    }

    @ParameterizedTest
    @MethodSource("everyStageWithEveryStep")
    void aStepIsTakenAtItsStagesAndAtNoOther(Stage stage, Step step) {
        MonitoringRefusal refusal = Procedure.refuse(at(stage, step), full(step), EVERYBODY, TODAY, KNOWN);
        if (step.from().contains(stage)) {
            assertThat(refusal).isNull();
        } else {
            assertThat(refusal).isEqualTo(new MonitoringRefusal.StepNotOpen(step, stage));
        }
    }

    @Test
    void everyStageIsReachedAndNothingLeadsOnFromTheLast() {
        Set<Stage> reached = EnumSet.of(Stage.LEAD);
        for (int i = 0; i < Stage.values().length; i++) {
            for (Step step : Step.values()) {
                if (step.from().stream().anyMatch(reached::contains)) {
                    reached.add(step.to());
                }
            }
        }
        assertThat(reached).containsExactlyInAnyOrder(Stage.values());
        assertThat(Arrays.stream(Step.values()).flatMap(step -> step.from().stream()))
                .noneMatch(Stage::isLast);
    }

    @ParameterizedTest
    @EnumSource(Stage.class)
    void whatIsDueNextLeadsOnFromTheStageAndTheLastStagesHaveNothingDue(Stage stage) {
        for (int open = 0; open <= 1; open++) {
            Step due = Step.dueAt(stage, 1, open);
            if (due != null) {
                assertThat(due.from()).contains(stage);
            }
            assertThat(due == null).isEqualTo(stage.isLast() || (stage == Stage.MONITORED && open == 0));
        }
        assertThat(Step.dueAt(Stage.MONITORED, 0, 0)).isEqualTo(Step.MEASURE_PLANNED);
    }

    @ParameterizedTest
    @EnumSource(Step.class)
    void aStepIsTakenByItsLevelsAndByNoOther(Step step) {
        MonitoringCase monitored = at(step.from().iterator().next(), step);
        for (Level level : Level.values()) {
            MonitoringRefusal refusal =
                    Procedure.refuse(monitored, full(step), new Officer("a", "A", Set.of(level)), TODAY, KNOWN);
            if (step.takenBy().contains(level)) {
                assertThat(refusal).isNull();
            } else {
                assertThat(refusal).isInstanceOf(MonitoringRefusal.WrongLevel.class);
            }
        }
    }

    @ParameterizedTest
    @EnumSource(Step.class)
    void whoTookAStepDoesNotTakeTheOnesThatCheckIt(Step step) {
        for (Step earlier : Step.values()) {
            MonitoringCase took = Cases.with(at(step.from().iterator().next(), step), Set.of(earlier));
            MonitoringRefusal refusal = Procedure.refuse(took, full(step), EVERYBODY, TODAY, KNOWN);
            if (step.mustDifferFrom().contains(earlier)) {
                assertThat(refusal).isEqualTo(new MonitoringRefusal.SamePerson(step, earlier));
            } else {
                assertThat(refusal).isNull();
            }
        }
    }

    @ParameterizedTest
    @EnumSource(Need.class)
    void everyNeedIsAskedForBySomeStepAndCanFail(Need need) {
        List<Step> asking =
                Arrays.stream(Step.values()).filter(step -> step.needs(need)).toList();
        assertThat(asking).isNotEmpty().allSatisfy(step -> assertThat(refusalWithout(need, step))
                .isNotNull());
    }

    private static @Nullable MonitoringRefusal refusalWithout(Need need, Step step) {
        MonitoringCase fits = at(step.from().iterator().next(), step);
        StepRequest full = full(step);
        StepRequest bare = new StepRequest(step, null, List.of("黄某"), List.of(), null, null, null, null, null, null);
        return switch (need) {
            case NOT_POOR, EXITED -> ask(Cases.status(fits, "POOR"), full, KNOWN);
            case POOR -> ask(Cases.status(fits, "EXITED"), full, KNOWN);
            case FINDINGS, EVIDENCE, MINUTES, DOCUMENT, REMARK, MEASURE, CLEARANCE -> ask(fits, bare, KNOWN);
            case LINE ->
                ask(
                        fits,
                        full,
                        new Procedure.Known(false, true, Meetings.USUAL, Objection.Held.NONE, KNOWN.stability()));
            case NOTICE_OVER -> ask(Cases.noticed(fits, TODAY.minusDays(7)), full, KNOWN);
            case NO_OBJECTION -> ask(fits, full, held(0, 1)) == null ? null : ask(fits, full, held(1, 0));
            case OPEN_MEASURE ->
                ask(
                        fits,
                        full,
                        new Procedure.Known(true, false, Meetings.USUAL, Objection.Held.NONE, KNOWN.stability()));
            case MEASURES_DONE -> ask(Cases.measures(fits, 2, 1), full, KNOWN);
            case STABLE_INCOME ->
                ask(
                        fits,
                        full,
                        new Procedure.Known(true, true, Meetings.USUAL, Objection.Held.NONE, stability(5_000_00)));
            case CAUTION -> ask(Cases.labour(fits, 0, false), full, KNOWN);
            case NO_NEW_LEAD -> ask(Cases.newLead(fits), full, KNOWN);
        };
    }

    @Test
    void aHouseholdWithoutLabourIsClosedOnlyWhenSecuredAndExplained() {
        MonitoringCase unable = Cases.labour(at(Stage.MONITORED, Step.CLOSURE_VISIT), 0, true);
        assertThat(ask(unable, full(Step.CLOSURE_VISIT), KNOWN)).isNull();
        StepRequest silent = Cases.silent(full(Step.CLOSURE_VISIT));
        assertThat(ask(unable, silent, KNOWN)).isEqualTo(new MonitoringRefusal.NoLabour());
        assertThat(ask(Cases.labour(unable, 1, false), silent, KNOWN)).isNull();
    }

    private static Procedure.Known held(int open, int upheld) {
        return new Procedure.Known(true, true, Meetings.USUAL, new Objection.Held(open, upheld), KNOWN.stability());
    }

    private static @Nullable MonitoringRefusal ask(
            MonitoringCase monitored, StepRequest request, Procedure.Known known) {
        return Procedure.refuse(monitored, request, EVERYBODY, TODAY, known);
    }

    private static MonitoringCase at(Stage stage, Step step) {
        return Cases.at(stage, step.needs(Need.POOR) ? "RETURNED" : "EXITED", TODAY.minusDays(8));
    }

    private static StepRequest full(Step step) {
        return new StepRequest(
                step,
                "说明",
                List.of("黄某"),
                List.of("照片"),
                new Minutes(20, 30, 18),
                "隆防返贫〔2021〕3号",
                new Findings(null, Set.of(Risk.ILLNESS), 0, false),
                new NewMeasure(MeasureKind.INDUSTRY, "养牛", "李队员", TODAY),
                MEASURE,
                new Clearance(true, true, true));
    }

    /** One person with an income of the whole year, held against a line of 6,000 yuan. */
    private static Stability stability(long fen) {
        YearBefore year = YearBefore.of(
                TODAY, List.of(new RecordedIncome(new UUID(0, 1), TODAY.minusYears(1), TODAY.minusDays(1), fen)), 1);
        return new Stability(
                "MONITORING-2020",
                List.of(new Stability.Point(TODAY, year, new YearLine(1, 2021, 0, 6_000_00, "文件"))),
                330);
    }
}
