package org.jingzhun.identification.transition;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The picture of the gates of transitions in the README is drawn from the table. */
class TransitionDiagramTest {

    private static final Path README = Path.of("README.md");
    private static final String BEGIN = "<!-- transitions: drawn by TransitionDiagramTest -->\n";
    private static final String END = "<!-- end of transitions -->\n";

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
