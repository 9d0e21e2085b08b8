package org.jingzhun.pairing.planning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jingzhun.chassis.caller.Area;
import org.jingzhun.chassis.caller.Caller;
import org.jingzhun.chassis.procedure.Officer;
import org.jingzhun.chassis.procedure.Signing;
import org.jingzhun.chassis.procedure.StepRefusal;
import org.jingzhun.chassis.testing.Diagram;
import org.jingzhun.pairing.pairing.matching.Weights;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class PlanProcedureTest {

    private static final Instant NOW = Instant.parse("2016-01-15T02:00:00Z");
    private static final Figures FIGURES = new Figures(10, 3, 12, 10, 0, 700, 700, 0, 0, 0, null);

    /** The regulation once more, written down by hand; PROPOSE is the job's. */
    private static final Map<Stage, Map<Step, Stage>> REGULATION = Map.of(
            Stage.COMPUTING, Map.of(Step.PROPOSE, Stage.PROPOSED, Step.DISCARD, Stage.DISCARDED),
            Stage.PROPOSED, Map.of(Step.APPROVE, Stage.APPROVED, Step.DISCARD, Stage.DISCARDED),
            Stage.APPROVED, Map.of(Step.ACTIVATE, Stage.ACTIVATED, Step.DISCARD, Stage.DISCARDED),
            Stage.ACTIVATED, Map.of(),
            Stage.DISCARDED, Map.of());

    static Stream<Arguments> everyStageAndStep() {
        return Arrays.stream(Stage.values())
                .flatMap(stage -> Arrays.stream(Step.values()).map(step -> Arguments.of(stage, step)));
    }

    @ParameterizedTest
    @MethodSource("everyStageAndStep")
    void aStepIsOpenExactlyWhereTheRegulationSaysAndLeadsThere(Stage stage, Step step) {
        PairingPlan plan = at(stage);
        Stage to = REGULATION.getOrDefault(stage, Map.of()).get(step);
        if (to == null) {
            assertThatThrownBy(() -> take(plan, step)).isInstanceOf(StepRefusal.NotOpen.class);
            assertThat(plan.stage()).isEqualTo(stage);
        } else {
            take(plan, step);
            assertThat(plan.stage()).isEqualTo(to);
        }
    }

    @Test
    void everyStageCanBeReached() {
        EnumSet<Stage> reached = EnumSet.of(Step.PLAN.to());
        boolean grew = true;
        while (grew) {
            grew = false;
            for (Step step : Step.values()) {
                grew |= step.from().stream().anyMatch(reached::contains) && reached.add(step.to());
            }
        }
        assertThat(reached).containsExactly(Stage.values());
    }

    @ParameterizedTest
    @EnumSource(Step.class)
    void noOtherOfficeMayTakeAStep(Step step) {
        Officer stranger = officer("stranger", "township-officer", "village-officer", "finance-officer", "helper");
        for (Stage stage : step.from()) {
            PairingPlan plan = at(stage);
            assertThatThrownBy(() -> plan.take(step, stranger, List.of(), "", NOW))
                    .isInstanceOf(StepRefusal.NotThisOffice.class);
            assertThat(plan.stage()).isEqualTo(stage);
        }
        if (step == Step.PLAN) {
            assertThatThrownBy(() -> Signing.sign(step, (Stage) null, stranger, List.of(), "", NOW))
                    .isInstanceOf(StepRefusal.NotThisOffice.class);
        }
    }

    @Test
    void noOfficerMayProposeInTheNameOfTheComputation() {
        assertThatThrownBy(() ->
                        at(Stage.COMPUTING).take(Step.PROPOSE, officer("head", "county-officer"), List.of(), "", NOW))
                .isInstanceOf(StepRefusal.NotThisOffice.class);
    }

    @Test
    void whoeverOrderedAPlanDoesNotApproveIt() {
        Officer planner = officer("planner", "county-officer");
        var before = List.of(Signing.sign(Step.PLAN, (Stage) null, planner, List.of(), "", NOW));
        assertThatThrownBy(() -> at(Stage.PROPOSED).take(Step.APPROVE, planner, before, "", NOW))
                .isInstanceOf(StepRefusal.SamePerson.class)
                .hasMessageContaining("PLAN");
    }

    @Test
    void aProposalKeepsItsFigures() {
        assertThat(at(Stage.COMPUTING).figures()).isNull();
        assertThat(at(Stage.PROPOSED).figures()).isEqualTo(FIGURES);
    }

    /** Writes the diagram of the README anew when it is not that of the table, and fails, so that it is committed. */
    @Test
    void theReadmeShowsTheTable() throws Exception {
        Diagram.requireInReadme(
                "PlanProcedureTest",
                Arrays.stream(Step.values())
                        .map(step -> new Diagram.Arrow(
                                step.name(),
                                step.from().stream().sorted().map(Enum::name).toList(),
                                step.to(),
                                step.takenBy()))
                        .toList());
    }

    private static PairingPlan at(Stage stage) {
        PairingPlan plan = new PairingPlan(UUID.randomUUID(), 451031000000L, terms(), NOW);
        switch (stage) {
            case COMPUTING -> {}
            case PROPOSED -> take(plan, Step.PROPOSE);
            case APPROVED -> {
                take(plan, Step.PROPOSE);
                take(plan, Step.APPROVE);
            }
            case ACTIVATED -> {
                take(plan, Step.PROPOSE);
                take(plan, Step.APPROVE);
                take(plan, Step.ACTIVATE);
            }
            case DISCARDED -> take(plan, Step.DISCARD);
        }
        return plan;
    }

    private static void take(PairingPlan plan, Step step) {
        if (step == Step.PROPOSE) {
            plan.propose(FIGURES, 50, new Caller("planner", "planner", Set.of(), Area.ofPrefix("451031"), null), NOW);
        } else {
            assertThat(plan.take(step, officer("head", "county-officer"), List.of(), "because", NOW)
                            .remark())
                    .isEqualTo("because");
        }
    }

    private static Terms terms() {
        return new Terms(
                "FENGSHAN-2016",
                "WEIGHTS-2015",
                new Weights(100, 20, 30, 20, 50, 10, 25, 40),
                true,
                null,
                "HAMLETS-2015",
                false);
    }

    private static Officer officer(String subject, String... roles) {
        return new Officer(subject, subject, Set.of(roles));
    }
}
