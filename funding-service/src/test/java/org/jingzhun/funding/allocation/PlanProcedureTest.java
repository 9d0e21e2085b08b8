package org.jingzhun.funding.allocation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jingzhun.chassis.procedure.Officer;
import org.jingzhun.chassis.procedure.StepRefusal;
import org.jingzhun.funding.ledger.money.Money;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class PlanProcedureTest {

    private static final Instant NOW = Instant.parse("2016-04-15T02:00:00Z");
    private static final Officer AUTHOR = new Officer("author", "A", Set.of("finance-officer"));
    private static final Officer REVIEWER = new Officer("reviewer", "R", Set.of("finance-officer"));
    private static final Officer HEAD = new Officer("head", "H", Set.of("county-officer"));

    static Stream<Arguments> everyStageAndStep() {
        return Arrays.stream(Stage.values())
                .flatMap(stage -> Arrays.stream(Step.values()).map(step -> Arguments.of(stage, step)));
    }

    @ParameterizedTest
    @MethodSource("everyStageAndStep")
    void itGoesByItsTable(Stage stage, Step step) {
        var plan = at(stage);
        var to = step.from().contains(stage) ? step.to() : null;
        if (to != null) {
            var taken = plan.take(step, rightFor(step), "because", NOW);
            assertThat(plan.stage()).isEqualTo(to);
            assertThat(plan.steps()).last().isEqualTo(taken);
            assertThat(taken.takenAt()).isEqualTo(NOW);
        } else {
            assertThatThrownBy(() -> plan.take(step, rightFor(step), "", NOW)).isInstanceOf(StepRefusal.NotOpen.class);
            assertThat(plan.stage()).isEqualTo(stage);
        }
    }

    @ParameterizedTest
    @EnumSource(Step.class)
    void noOtherOfficeMayTakeAStep(Step step) {
        var stranger = new Officer("stranger", "S", Set.of("township-officer", "auditor", "helper", "city-officer"));
        if (step == Step.DRAFT) {
            assertThatThrownBy(() -> new AllocationPlan(UUID.randomUUID(), draft(), stranger, NOW))
                    .isInstanceOf(StepRefusal.NotThisOffice.class);
            return;
        }
        for (var stage : step.from()) {
            var plan = at(stage);
            assertThatThrownBy(() -> plan.take(step, stranger, "", NOW)).isInstanceOf(StepRefusal.NotThisOffice.class);
            assertThat(plan.stage()).isEqualTo(stage);
        }
    }

    @Test
    void aCityAndARegionDecideByTheirOwnOffice() {
        assertThat(Step.APPROVE.at(Level.of(450_800_000_000L)).takenBy()).containsExactly("city-officer");
        assertThat(Step.APPROVE.at(Level.of(450_000_000_000L)).takenBy()).containsExactly("region-officer");
        assertThat(Step.APPROVE.at(Level.of(450_821_000_000L)).takenBy()).containsExactly("county-officer");
        assertThat(Step.REVIEW.at(Level.of(450_800_000_000L)).takenBy()).containsExactly("finance-officer");
    }

    @Test
    void whoeverWroteOrComputedAPlanDoesNotReviewIt() {
        var both = new Officer("author", "A", Set.of("finance-officer", "county-officer"));
        assertThatThrownBy(() -> at(Stage.COMPUTED).take(Step.REVIEW, both, "", NOW))
                .isInstanceOf(StepRefusal.SamePerson.class);
        assertThatThrownBy(() -> at(Stage.REVIEWED).take(Step.APPROVE, both, "", NOW))
                .isInstanceOf(StepRefusal.SamePerson.class);
    }

    @Test
    void whoeverReviewedAPlanDoesNotApproveIt() {
        var both = new Officer("reviewer", "R", Set.of("finance-officer", "county-officer"));
        assertThatThrownBy(() -> at(Stage.REVIEWED).take(Step.APPROVE, both, "", NOW))
                .isInstanceOf(StepRefusal.SamePerson.class)
                .hasMessageContaining("REVIEW");
    }

    @Test
    void aReturnStartsReviewsAnewButTheAuthorStaysTheAuthor() {
        var plan = at(Stage.REVIEWED);
        plan.take(Step.RETURN, HEAD, "weights", NOW);
        assertThat(plan.computedAt()).isNull();
        var second = new Officer("second", "S", Set.of("finance-officer"));
        plan.take(Step.COMPUTE, second, "", NOW);
        assertThatThrownBy(() -> plan.take(Step.REVIEW, AUTHOR, "", NOW)).isInstanceOf(StepRefusal.SamePerson.class);
        plan.take(Step.REVIEW, REVIEWER, "", NOW);
        assertThat(plan.stage()).isEqualTo(Stage.REVIEWED);
    }

    @ParameterizedTest
    @EnumSource(value = Stage.class, mode = EnumSource.Mode.EXCLUDE, names = "DRAFT")
    void onlyADraftIsWrittenAnew(Stage stage) {
        var plan = at(stage);
        assertThatThrownBy(() -> plan.rewrite(draft(), AUTHOR, NOW)).isInstanceOf(StepRefusal.NotOpen.class);
    }

    private static Officer rightFor(Step step) {
        return switch (step) {
            case DRAFT, COMPUTE -> AUTHOR;
            case REVIEW, PUBLISH -> REVIEWER;
            case APPROVE, RETURN, WITHDRAW -> HEAD;
        };
    }

    private static AllocationPlan at(Stage stage) {
        var plan = new AllocationPlan(UUID.randomUUID(), draft(), AUTHOR, NOW);
        var way =
                switch (stage) {
                    case DRAFT -> List.<Step>of();
                    case COMPUTED -> List.of(Step.COMPUTE);
                    case REVIEWED -> List.of(Step.COMPUTE, Step.REVIEW);
                    case APPROVED -> List.of(Step.COMPUTE, Step.REVIEW, Step.APPROVE);
                    case PUBLISHED -> List.of(Step.COMPUTE, Step.REVIEW, Step.APPROVE, Step.PUBLISH);
                    case WITHDRAWN -> List.of(Step.COMPUTE, Step.REVIEW, Step.APPROVE, Step.WITHDRAW);
                };
        way.forEach(step -> plan.take(step, rightFor(step), "", NOW));
        return plan;
    }

    private static Draft draft() {
        return new Draft(
                451031000000L,
                UUID.randomUUID(),
                2016,
                Money.ofYuan(1000),
                Terms.factors(null),
                List.of(new WeightedFactor(FactorCode.POOR_PERSONS, 10_000, false)),
                List.of(),
                List.of(),
                List.of(),
                null);
    }
}
