package org.jingzhun.pairing.link;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.Arrays;
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

/** The table of a link: every state with every step, and who may take which. */
class LinkProcedureTest {

    private static final Instant NOW = Instant.parse("2016-03-01T02:00:00Z");

    /** The regulation once more, written down by hand. */
    private static final Map<LinkState, Map<LinkStep, LinkState>> REGULATION = Map.of(
            LinkState.STANDING,
            Map.of(
                    LinkStep.RENEW,
                    LinkState.STANDING,
                    LinkStep.HAND_OVER,
                    LinkState.HANDED_OVER,
                    LinkStep.END,
                    LinkState.ENDED),
            LinkState.HANDED_OVER,
            Map.of(),
            LinkState.ENDED,
            Map.of());

    static Stream<Arguments> everyStateAndStep() {
        return Arrays.stream(LinkState.values())
                .flatMap(state -> Arrays.stream(LinkStep.values()).map(step -> Arguments.of(state, step)));
    }

    @ParameterizedTest
    @MethodSource("everyStateAndStep")
    void aStepIsOpenExactlyWhereTheRegulationSaysAndLeadsThere(LinkState state, LinkStep step) {
        Officer county = new Officer("county", "county", Set.of("county-officer"));
        LinkState to = REGULATION.getOrDefault(state, Map.of()).get(step);
        if (to == null) {
            assertThatThrownBy(() -> Signing.sign(step, state, county, List.of(), "", NOW))
                    .isInstanceOf(StepRefusal.NotOpen.class);
        } else {
            assertThat(Signing.sign(step, state, county, List.of(), "", NOW).step()).isEqualTo(step.name());
            assertThat(step.to()).isEqualTo(to);
        }
    }

    @ParameterizedTest
    @EnumSource(LinkStep.class)
    void noOtherOfficeMayTakeAStep(LinkStep step) {
        Officer stranger = new Officer("x", "x", Set.of("township-officer", "village-officer", "helper", "auditor"));
        LinkState from = step.from().stream().findFirst().orElse(null);
        assertThatThrownBy(() -> Signing.sign(step, from, stranger, List.of(), "", NOW))
                .isInstanceOf(StepRefusal.NotThisOffice.class);
    }

    /** Writes the diagram of the README anew when it is not that of the table, and fails, so that it is committed. */
    @Test
    void theReadmeShowsTheTable() throws Exception {
        Diagram.requireInReadme(
                "LinkProcedureTest",
                Arrays.stream(LinkStep.values())
                        .map(step -> new Diagram.Arrow(
                                step.name(),
                                step.from().stream().sorted().map(Enum::name).toList(),
                                step.to(),
                                step.takenBy()))
                        .toList());
    }
}
