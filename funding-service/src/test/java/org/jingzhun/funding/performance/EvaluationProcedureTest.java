package org.jingzhun.funding.performance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jingzhun.chassis.caller.Area;
import org.jingzhun.chassis.caller.Caller;
import org.jingzhun.chassis.procedure.StepRefusal;
import org.jingzhun.funding.codelist.CodeEntry;
import org.jingzhun.funding.codelist.CodeLists;
import org.jingzhun.funding.codelist.DataFile;
import org.jingzhun.funding.performance.grading.Grade;
import org.jingzhun.funding.performance.grading.Grading.Graded;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class EvaluationProcedureTest {

    private static final Instant NOW = Instant.parse("2018-01-15T02:00:00Z");
    private static final Caller EVALUATOR = officer("evaluator", "finance-officer");
    private static final Caller SECOND = officer("second", "finance-officer");
    private static final Caller HEAD = officer("head", "city-officer");

    static Stream<Arguments> everyStageAndStep() {
        return Arrays.stream(Stage.values())
                .flatMap(stage -> Arrays.stream(Step.values()).map(step -> Arguments.of(stage, step)));
    }

    @ParameterizedTest
    @MethodSource("everyStageAndStep")
    void itGoesByItsTable(Stage stage, Step step) {
        var evaluation = at(stage);
        var to = step.from().contains(stage) ? step.to() : null;
        if (to != null) {
            evaluation.take(step, rightFor(step), "", NOW);
            assertThat(evaluation.stage()).isEqualTo(to);
            assertThat(evaluation.steps().getLast().step()).isEqualTo(step);
        } else {
            assertThatThrownBy(() -> evaluation.take(step, rightFor(step), "", NOW))
                    .isInstanceOf(StepRefusal.NotOpen.class);
            assertThat(evaluation.stage()).isEqualTo(stage);
        }
    }

    @Test
    void whoeverGaveMarksNeitherConfirmsNorPublishesThem() {
        var both = new Caller("evaluator", "E", Set.of("finance-officer", "city-officer"), Area.EVERYWHERE, null);
        assertThatThrownBy(() -> at(Stage.DRAFT).take(Step.CONFIRM, both, "", NOW))
                .isInstanceOf(StepRefusal.SamePerson.class);
        assertThatThrownBy(() -> at(Stage.CONFIRMED).take(Step.PUBLISH, both, "", NOW))
                .isInstanceOf(StepRefusal.SamePerson.class);
    }

    @Test
    void onlyADraftIsWrittenAnewAndItsSubjectStays() {
        assertThatThrownBy(() -> at(Stage.CONFIRMED).rewrite(content(450_827_000_000L), EVALUATOR, NOW))
                .isInstanceOf(StepRefusal.NotOpen.class);
        assertThatThrownBy(() -> at(Stage.DRAFT).rewrite(content(450_828_000_000L), EVALUATOR, NOW))
                .isInstanceOf(PerformanceRefusal.SubjectFixed.class);
    }

    @Test
    void everyStageGradeAndCriterionHasItsLabels() {
        var lists = new CodeLists();
        assertThat(codes(lists, "performance-stage"))
                .containsExactlyElementsOf(
                        Arrays.stream(Stage.values()).map(Enum::name).toList());
        assertThat(codes(lists, "performance-grade"))
                .containsExactlyElementsOf(
                        Arrays.stream(Grade.values()).map(Enum::name).toList());
        var grades = DataFile.read("performance-grades.csv", GradeTable::rowOf);
        var sets = GradingSets.setsOf(
                DataFile.read("performance-criteria.csv", GradingSets::rowOf), set -> GradeTable.gradesOf(grades, set));
        assertThat(sets).isNotEmpty();
        for (var set : sets) {
            assertThat(set.grading().criteria()).allSatisfy(criterion -> {
                assertThat(codes(lists, "performance-criterion")).contains(criterion.code());
                assertThat(codes(lists, "performance-dimension")).contains(criterion.dimension());
            });
        }
    }

    private static List<String> codes(CodeLists lists, String name) {
        return lists.list(name).stream().map(CodeEntry::code).toList();
    }

    private static Caller rightFor(Step step) {
        return switch (step) {
            case MARK -> EVALUATOR;
            case CONFIRM, RETURN -> SECOND;
            case PUBLISH, WITHDRAW -> HEAD;
        };
    }

    private static Evaluation at(Stage stage) {
        var evaluation = new Evaluation(UUID.randomUUID(), content(450_827_000_000L), EVALUATOR, NOW);
        var way =
                switch (stage) {
                    case DRAFT -> List.<Step>of();
                    case CONFIRMED -> List.of(Step.CONFIRM);
                    case PUBLISHED -> List.of(Step.CONFIRM, Step.PUBLISH);
                    case WITHDRAWN -> List.of(Step.CONFIRM, Step.PUBLISH, Step.WITHDRAW);
                };
        way.forEach(step -> evaluation.take(step, rightFor(step), "", NOW));
        return evaluation;
    }

    private static Evaluation.Content content(long division) {
        return new Evaluation.Content(division, 2017, "PERFORMANCE-2017", "文1", List.of(), new Graded(9_000, Grade.A));
    }

    private static Caller officer(String subject, String role) {
        return new Caller(subject, subject, Set.of(role), Area.EVERYWHERE, null);
    }
}
