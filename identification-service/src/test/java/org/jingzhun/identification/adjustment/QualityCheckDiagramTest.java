package org.jingzhun.identification.adjustment;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The picture of the steps of a quality check in the README is drawn from the table. */
class QualityCheckDiagramTest {

    private static final Path README = Path.of("README.md");
    private static final String BEGIN = "<!-- quality checks: drawn by QualityCheckDiagramTest -->\n";
    private static final String END = "<!-- end of quality checks -->\n";

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
        return Arrays.stream(CheckStep.values())
                .map(step -> "  %s --> %s: %s needs %s".formatted(step.from(), step.to(), step, step.needs()))
                .collect(Collectors.joining(
                        "\n",
                        "```mermaid\nstateDiagram-v2\n  [*] --> PLANNED\n",
                        "\n  CLOSED --> [*]\n  CANCELLED --> [*]\n```\n"));
    }
}
