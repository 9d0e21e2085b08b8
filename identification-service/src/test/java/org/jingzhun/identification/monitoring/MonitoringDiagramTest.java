package org.jingzhun.identification.monitoring;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The picture of the steps of monitoring in the README is drawn from the table. */
class MonitoringDiagramTest {

    private static final Path README = Path.of("README.md");
    private static final String BEGIN = "<!-- monitoring: drawn by MonitoringDiagramTest -->\n";
    private static final String END = "<!-- end of monitoring -->\n";

    @Test
    void theReadmeShowsTheStepsOfTheTable() throws IOException {
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
        return Arrays.stream(Step.values())
                .flatMap(MonitoringDiagramTest::lines)
                .collect(Collectors.joining(
                        "\n", "```mermaid\nstateDiagram-v2\n  [*] --> LEAD\n", "\n  CLOSED --> [*]\n```\n"));
    }

    private static Stream<String> lines(Step step) {
        String needs = Arrays.stream(Need.values())
                .filter(step::needs)
                .map(need -> need.name().toLowerCase(Locale.ROOT).replace('_', ' '))
                .collect(Collectors.joining(", "));
        String levels = step.takenBy().stream()
                .sorted(Comparator.reverseOrder())
                .map(level -> level.name().toLowerCase(Locale.ROOT))
                .collect(Collectors.joining(" / "));
        String label = "%s (%s)%s".formatted(step, levels, needs.isEmpty() ? "" : " needs " + needs);
        return step.from().stream().sorted().map(from -> "  %s --> %s: %s".formatted(from, step.to(), label));
    }
}
