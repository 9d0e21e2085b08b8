package org.jingzhun.identification.transition;

import java.io.IOException;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jingzhun.identification.testing.Readme;
import org.junit.jupiter.api.Test;

/** The picture of the gates of transitions in the README is drawn from the table. */
class TransitionDiagramTest {

    @Test
    void theReadmeShowsTheGatesOfTheTable() throws IOException {
        Readme.shows("transitions", TransitionDiagramTest.class, diagram());
    }

    private static String diagram() {
        return Arrays.stream(Gate.values())
                .filter(gate -> gate != Gate.PROPOSAL)
                .flatMap(TransitionDiagramTest::lines)
                .collect(Collectors.joining(
                        "\n", "```mermaid\nstateDiagram-v2\n  [*] --> PROPOSED\n", "\n  APPLIED --> [*]\n```\n"));
    }

    private static Stream<String> lines(Gate gate) {
        String needs = Arrays.stream(Need.values())
                .filter(gate::needs)
                .map(need -> need.name().toLowerCase(Locale.ROOT).replace('_', ' '))
                .collect(Collectors.joining(", "));
        String label = "%s (%s)%s"
                .formatted(
                        gate, gate.takenBy().name().toLowerCase(Locale.ROOT), needs.isEmpty() ? "" : " needs " + needs);
        return gate.from().stream().sorted().map(from -> "  %s --> %s: %s".formatted(from, gate.to(), label));
    }
}
