package org.jingzhun.funding.alert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jingzhun.chassis.procedure.Officer;
import org.jingzhun.chassis.procedure.Signing;
import org.jingzhun.chassis.procedure.StepRefusal;
import org.jingzhun.chassis.testing.Diagram;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The table of an alert: every state with every step, and who may take which. */
class AlertProcedureTest {

    private static final Instant NOW = Instant.parse("2018-01-01T02:00:00Z");

    /** The regulation once more, written down by hand. */
    private static final Map<AlertState, Map<AlertStep, AlertState>> REGULATION = Map.of(
            AlertState.OPEN,
            Map.of(AlertStep.ASSIGN, AlertState.ASSIGNED, AlertStep.CLEAR, AlertState.CLEARED),
            AlertState.ASSIGNED,
            Map.of(
                    AlertStep.ASSIGN,
                    AlertState.ASSIGNED,
                    AlertStep.EXPLAIN,
                    AlertState.EXPLAINED,
                    AlertStep.CLEAR,
                    AlertState.CLEARED),
            AlertState.EXPLAINED,
            Map.of(
                    AlertStep.RETURN,
                    AlertState.ASSIGNED,
                    AlertStep.CLOSE,
                    AlertState.CLOSED,
                    AlertStep.CHANGE,
                    AlertState.OPEN,
                    AlertStep.CLEAR,
                    AlertState.CLEARED));

    static Stream<Arguments> everyStateAndStep() {
        return Arrays.stream(AlertState.values())
                .flatMap(state -> Arrays.stream(AlertStep.values()).map(step -> Arguments.of(state, step)));
    }

    private static Officer with(String subject, Set<String> roles) {
        return new Officer(subject, subject, roles);
    }

    @ParameterizedTest
    @MethodSource("everyStateAndStep")
    void aStepIsOpenExactlyWhereTheRegulationSaysAndLeadsThere(AlertState state, AlertStep step) {
        var officer = with("officer", step.takenBy());
        var to = REGULATION.getOrDefault(state, Map.of()).get(step);
        if (to != null) {
            assertThat(Signing.sign(step, state, officer, List.of(), "", NOW).step())
                    .isEqualTo(step.name());
            assertThat(step.to()).isEqualTo(to);
        } else {
            assertThatThrownBy(() -> Signing.sign(step, state, officer, List.of(), "", NOW))
                    .isInstanceOf(StepRefusal.NotOpen.class);
        }
    }

    @Test
    void everyStateCanBeReached() {
        var reached = EnumSet.of(AlertStep.RAISE.to());
        boolean grew = true;
        while (grew) {
            grew = false;
            for (var step : AlertStep.values()) {
                grew |= step.from().stream().anyMatch(reached::contains) && reached.add(step.to());
            }
        }
        assertThat(reached).containsExactly(AlertState.values());
    }

    @ParameterizedTest
    @EnumSource(value = AlertStep.class, mode = EnumSource.Mode.EXCLUDE, names = "RAISE")
    void noOtherOfficeMayTakeAStep(AlertStep step) {
        var stranger = with("stranger", Set.of("auditor", "helper", "city-officer", "internal"));
        for (var state : step.from()) {
            assertThatThrownBy(() -> Signing.sign(step, state, stranger, List.of(), "", NOW))
                    .isInstanceOf(StepRefusal.NotThisOffice.class);
        }
    }

    @Test
    void whoeverExplainedDoesNotDecide() {
        var both = with("both", Set.of("county-officer", "finance-officer"));
        var explained = List.of(Signing.sign(AlertStep.EXPLAIN, AlertState.ASSIGNED, both, List.of(), "", NOW));
        for (var step : List.of(AlertStep.RETURN, AlertStep.CLOSE)) {
            assertThatThrownBy(() -> Signing.sign(step, AlertState.EXPLAINED, both, explained, "", NOW))
                    .isInstanceOf(StepRefusal.SamePerson.class);
        }
    }

    /** Writes the diagram of the README anew when it is not that of the table, and fails, so that it is committed. */
    @Test
    void theReadmeShowsTheTable() throws Exception {
        Diagram.requireInReadme("AlertProcedureTest", AlertStep.values());
    }
}
