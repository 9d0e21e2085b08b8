package org.jingzhun.identification.exit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jingzhun.identification.campaign.Minutes;
import org.jingzhun.identification.campaign.Officer;
import org.jingzhun.identification.division.Level;
import org.jingzhun.identification.testing.Meetings;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The table of steps: every stage with every step, and every need. */
class ProcedureTest {

    private static final LocalDate TODAY = LocalDate.of(2017, 12, 1);
    private static final Readiness READY = readiness(List.of(), List.of(), Set.of(), 2015);

    static Stream<Arguments> everyStageWithEveryStep() {
        return Arrays.stream(Stage.values())
                .flatMap(stage -> Arrays.stream(Step.values()).map(step -> Arguments.of(stage, step)));
    }

    @ParameterizedTest
    @MethodSource("everyStageWithEveryStep")
    void aStepIsOpenAtTheStagesItLeadsOnFromAndAtNoOther(Stage stage, Step step) {
        ExitRefusal refusal = Procedure.refuse(exit(stage, null), READY, request(step), TODAY, Meetings.USUAL);
        if (step.from().contains(stage)) {
            assertThat(refusal).isNull();
        } else {
            assertThat(refusal).isEqualTo(new ExitRefusal.StepNotOpen(step, stage));
        }
    }

    @Test
    void everyStageIsReachedAndTheLastOnesLeadNowhere() {
        Set<Stage> reached = EnumSet.of(Stage.PLANNED);
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
        assertThat(Step.PLAN.from()).isEmpty();
    }

    static Stream<Arguments> everySubjectWithEveryStepAndLevel() {
        return Arrays.stream(Subject.values()).flatMap(subject -> Arrays.stream(Step.values())
                .flatMap(step -> Arrays.stream(Level.values()).map(level -> Arguments.of(subject, step, level))));
    }

    @ParameterizedTest
    @MethodSource("everySubjectWithEveryStepAndLevel")
    void aStepIsTakenByItsLevelAndByNoOther(Subject subject, Step step, Level level) {
        ExitRefusal refusal = Procedure.refuse(subject, request(step), new Officer("a", "A", Set.of(level)));
        if (level == step.takenBy(subject)) {
            assertThat(refusal).isNull();
        } else {
            assertThat(refusal).isEqualTo(new ExitRefusal.WrongLevel(step, step.takenBy(subject)));
        }
    }

    /** 个人脱贫由县批准,村退出由市批准. */
    @Test
    void householdsAreApprovedByTheCountyVillagesByTheCityAndCountiesByTheRegion() {
        assertThat(Arrays.stream(Subject.values()).map(Step.APPROVAL::takenBy))
                .containsExactly(Level.COUNTY, Level.CITY, Level.PROVINCE);
    }

    static Stream<Arguments> everyPairOfSteps() {
        return Arrays.stream(Step.values())
                .filter(step -> step != Step.PLAN)
                .flatMap(step -> Arrays.stream(Step.values()).map(earlier -> Arguments.of(step, earlier)));
    }

    @ParameterizedTest
    @MethodSource("everyPairOfSteps")
    void whoTookAStepDoesNotTakeTheOnesThatCheckIt(Step step, Step earlier) {
        Readiness took = readiness(List.of(), List.of(), Set.of(earlier), 2015);
        Stage stage = step.from().iterator().next();
        ExitRefusal refusal = Procedure.refuse(exit(stage, null), took, request(step), TODAY, Meetings.USUAL);
        if (step.mustDifferFrom().contains(earlier)) {
            assertThat(refusal).isEqualTo(new ExitRefusal.SamePerson(step, earlier));
        } else {
            assertThat(refusal).isNull();
        }
    }

    @ParameterizedTest
    @EnumSource(Need.class)
    void everyNeedIsAskedForBySomeStepAndCanFail(Need need) {
        List<Step> asking =
                Arrays.stream(Step.values()).filter(step -> step.needs(need)).toList();
        assertThat(asking).isNotEmpty();
        assertThat(asking)
                .allSatisfy(step -> assertThat(refusalWithout(need, step)).isNotNull());
    }

    private static @Nullable ExitRefusal refusalWithout(Need need, Step step) {
        Stage stage = step.from().iterator().next();
        Officer officer = new Officer("a", "A", Set.of(step.takenBy(Subject.HOUSEHOLD)));
        StepRequest bare = new StepRequest(step, null, List.of("黄某"), null, null, null);
        return switch (need) {
            case MINUTES, DOCUMENT, REASON -> Procedure.refuse(Subject.HOUSEHOLD, bare, officer);
            case POOR_BEFORE_THE_YEAR ->
                Procedure.refuse(
                        exit(stage, null), readiness(List.of(), List.of(), 2017), request(step), TODAY, Meetings.USUAL);
            case FINDINGS ->
                Procedure.refuse(
                        exit(stage, null),
                        readiness(List.of("WATER"), List.of(), 2015),
                        request(step),
                        TODAY,
                        Meetings.USUAL);
            case STANDARD_MET ->
                Procedure.refuse(
                        exit(stage, null),
                        readiness(List.of(), List.of("WATER"), 2015),
                        request(step),
                        TODAY,
                        Meetings.USUAL);
            case BOTH_SIGNATURES -> Procedure.refuse(exit(stage, null), READY, bare, TODAY, Meetings.USUAL);
            case PLAN_FIXED ->
                Procedure.refuse(exit(stage, null), planUnderWay(), request(step), TODAY, Meetings.USUAL);
            case NO_OBJECTION ->
                Procedure.refuse(
                        exit(stage, null), held(List.of(), List.of(), 1, 0), request(step), TODAY, Meetings.USUAL);
            case EVALUATED ->
                Procedure.refuse(
                        exit(stage, null),
                        held(List.of("MISSED"), List.of(), 0, 0),
                        request(step),
                        TODAY,
                        Meetings.USUAL);
            case NOTICE_OVER ->
                Procedure.refuse(exit(stage, TODAY.minusDays(7)), READY, request(step), TODAY, Meetings.USUAL);
        };
    }

    @Test
    void aNoticeOfSevenDaysIsOverOnTheEighthDayAfterItWentUp() {
        assertThat(Procedure.refuse(
                        exit(Stage.NOTICED, TODAY.minusDays(7)), READY, request(Step.REVIEW), TODAY, Meetings.USUAL))
                .isEqualTo(new ExitRefusal.NoticeRunning(TODAY));
        assertThat(Procedure.refuse(
                        exit(Stage.NOTICED, TODAY.minusDays(8)), READY, request(Step.REVIEW), TODAY, Meetings.USUAL))
                .isNull();
    }

    @Test
    void anOpenObjectionHoldsTheReviewAndAnUpheldOneLeavesOnlyTheWayBack() {
        ExitCase noticed = exit(Stage.NOTICED, null);
        assertThat(Procedure.refuse(
                        noticed, held(List.of(), List.of(), 2, 1), request(Step.REVIEW), TODAY, Meetings.USUAL))
                .isEqualTo(new ExitRefusal.OpenObjection(2));
        assertThat(Procedure.refuse(
                        noticed, held(List.of(), List.of(), 0, 1), request(Step.REVIEW), TODAY, Meetings.USUAL))
                .isEqualTo(new ExitRefusal.UpheldObjection());
        assertThat(Procedure.refuse(
                        noticed, held(List.of(), List.of(), 1, 1), request(Step.SEND_BACK), TODAY, Meetings.USUAL))
                .isNull();
    }

    @Test
    void anApprovalNeedsTheEvaluationAndItsThresholds() {
        ExitCase reviewed = exit(Stage.REVIEWED, null);
        assertThat(Procedure.refuse(
                        reviewed,
                        held(List.of("MISSED"), List.of(), 0, 0),
                        request(Step.APPROVAL),
                        TODAY,
                        Meetings.USUAL))
                .isEqualTo(new ExitRefusal.Unevaluated(List.of("MISSED")));
        assertThat(Procedure.refuse(
                        reviewed,
                        held(List.of(), List.of("WRONG_EXIT"), 0, 0),
                        request(Step.APPROVAL),
                        TODAY,
                        Meetings.USUAL))
                .isEqualTo(new ExitRefusal.EvaluationMissed("GX-2017-HOUSEHOLD", List.of("WRONG_EXIT")));
    }

    @Test
    void theIncidenceAloneIsNamedAsSuch() {
        assertThat(Procedure.refuse(
                        exit(Stage.APPRAISED, null),
                        readiness(List.of(), List.of("INCIDENCE"), 2015),
                        request(Step.VERIFICATION),
                        TODAY,
                        Meetings.USUAL))
                .isEqualTo(new ExitRefusal.IncidenceTooHigh("GX-2017-HOUSEHOLD"));
    }

    @Test
    void nobodySignsForBothSides() {
        StepRequest both = new StepRequest(
                Step.RECOGNITION, null, List.of("黄某"), null, null, new Recognition("王某", List.of("王某", "李某")));
        assertThat(Procedure.refuse(exit(Stage.VERIFIED, null), READY, both, TODAY, Meetings.USUAL))
                .isEqualTo(new ExitRefusal.SignedForBoth());
    }

    private static Readiness readiness(List<String> missing, List<String> failing, int entryYear) {
        return readiness(missing, failing, Set.of(), entryYear);
    }

    private static Readiness readiness(List<String> missing, List<String> failing, Set<Step> taken, int entryYear) {
        return new Readiness(missing, List.of(), failing, List.of(), List.of(), 0, 0, false, taken, entryYear, "POOR");
    }

    private static Readiness planUnderWay() {
        return new Readiness(List.of(), List.of(), List.of(), List.of(), List.of(), 0, 0, true, Set.of(), 2015, "POOR");
    }

    private static Readiness held(List<String> unevaluated, List<String> missed, int open, int upheld) {
        return new Readiness(
                List.of(), List.of(), List.of(), unevaluated, missed, open, upheld, false, Set.of(), 2015, "POOR");
    }

    private static ExitCase exit(Stage stage, @Nullable LocalDate noticeSince) {
        return new ExitCase(
                new UUID(0, 1),
                Subject.HOUSEHOLD,
                new UUID(0, 2),
                451031100201L,
                2017,
                "GX-2017-HOUSEHOLD",
                stage,
                null,
                List.of(),
                noticeSince,
                noticeSince == null ? null : 7,
                null,
                null,
                1);
    }

    private static StepRequest request(Step step) {
        return new StepRequest(
                Objects.requireNonNull(step),
                "理由",
                List.of("黄某"),
                new Minutes(20, 30, 18),
                "隆政发〔2017〕88号",
                new Recognition("王某", List.of("黄某", "李某")));
    }
}
