package org.jingzhun.identification.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The picture of the nine gates in the README is drawn from the table. */
class GateDiagramTest {

    private static final Path README = Path.of("README.md");
    private static final String BEGIN = "<!-- gates: drawn by GateDiagramTest -->\n";
    private static final String END = "<!-- end of gates -->\n";

    @Test
    void theReadmeShowsTheGatesOfTheTable() throws IOException {
        String readme = Files.readString(README);
        int begin = readme.indexOf(BEGIN) + BEGIN.length();
        int end = readme.indexOf(END);
        assertThat(end)
                .as("the README must have the marks %s and %s", BEGIN, END)
                .isGreaterThanOrEqualTo(begin);
        String drawn = readme.substring(0, begin) + diagram() + readme.substring(end);
        Files.writeString(README, drawn);
        assertThat(readme)
                .as("the README was behind the table and has been drawn anew: commit it")
                .isEqualTo(drawn);
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
