package org.jingzhun.identification.exitplan;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Draws the two rounds of the exit plan into the README. */
class ExitPlanDiagramTest {

    private static final Path README = Path.of("README.md");
    private static final String BEGIN = "<!-- exit plan: drawn by ExitPlanDiagramTest -->\n";
    private static final String END = "<!-- end of exit plan -->\n";

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
        return Arrays.stream(PlanStep.values())
                .map(step -> "  %s --> %s: %s (%s)%s%s"
                        .formatted(
                                step.from() == null ? "[*]" : step.from(),
                                step.to(),
                                step,
                                step.takenBy().name().toLowerCase(Locale.ROOT),
                                step.needsRemark() ? " needs remark" : "",
                                step.needsDocument() ? " needs document" : ""))
                .collect(Collectors.joining("\n", "```mermaid\nstateDiagram-v2\n", "\n```\n"));
    }
}
