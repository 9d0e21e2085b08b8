package org.jingzhun.identification.campaign;

import java.io.IOException;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jingzhun.identification.testing.Readme;
import org.junit.jupiter.api.Test;

/** The picture of the nine gates in the README is drawn from the table. */
class GateDiagramTest {

    @Test
    void theReadmeShowsTheGatesOfTheTable() throws IOException {
        Readme.shows("gates", GateDiagramTest.class, diagram());
    }

    private static String diagram() {
        return Arrays.stream(Gate.values())
                .map(gate -> "  %s --> %s: %s (%s)%s"
                        .formatted(
                                gate.from(),
                                gate.to(),
                                gate,
                                gate.takenBy().name().toLowerCase(Locale.ROOT),
                                needs(gate)))
                .collect(Collectors.joining(
                        "\n", "```mermaid\nstateDiagram-v2\n  [*] --> ROSTER\n", "\n  ANNOUNCED --> [*]\n```\n"));
    }

    private static String needs(Gate gate) {
        String needs = Arrays.stream(Need.values())
                .filter(gate::needs)
                .map(need -> need.name().toLowerCase(Locale.ROOT).replace('_', ' '))
                .collect(Collectors.joining(", "));
        return needs.isEmpty() ? "" : " needs " + needs;
    }
}
