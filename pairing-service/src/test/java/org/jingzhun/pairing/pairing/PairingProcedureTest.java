package org.jingzhun.pairing.pairing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.jingzhun.chassis.procedure.Officer;
import org.jingzhun.chassis.procedure.Signing;
import org.jingzhun.chassis.procedure.StepRefusal;
import org.jingzhun.chassis.testing.Diagram;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The table of a pairing: every state with every step, and who may take which. */
class PairingProcedureTest {

    private static final Instant NOW = Instant.parse("2016-03-01T02:00:00Z");
    private static final Officer COUNTY = new Officer("county", "county", Set.of("county-officer"));

    @ParameterizedTest
    @EnumSource(PairingStep.class)
    void aStepIsTakenOnceAndByTheCountyAlone(PairingStep step) {
        assertThat(Signing.sign(step, PairingState.ACTIVE, COUNTY, List.of(), "", NOW)
                        .role())
                .isEqualTo("county-officer");
        assertThat(step.to()).isEqualTo(PairingState.CLOSED);
        assertThatThrownBy(() -> Signing.sign(step, PairingState.CLOSED, COUNTY, List.of(), "", NOW))
                .isInstanceOf(StepRefusal.NotOpen.class);
        Officer stranger = new Officer("x", "x", Set.of("helper", "township-officer", "village-officer", "auditor"));
        assertThatThrownBy(() -> Signing.sign(step, PairingState.ACTIVE, stranger, List.of(), "", NOW))
                .isInstanceOf(StepRefusal.NotThisOffice.class);
    }

    /** Writes the diagram of the README anew when it is not that of the table, and fails, so that it is committed. */
    @Test
    void theReadmeShowsTheTable() throws Exception {
        Diagram.requireInReadme(
                "PairingProcedureTest",
                Arrays.stream(PairingStep.values())
                        .map(step -> new Diagram.Arrow(
                                step.name(),
                                step.from().stream().sorted().map(Enum::name).toList(),
                                step.to(),
                                step.takenBy()))
                        .toList());
    }
}
