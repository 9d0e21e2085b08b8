package org.jingzhun.identification.scorecard;

import java.io.IOException;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.jingzhun.identification.testing.Readme;
import org.junit.jupiter.api.Test;

/** The picture of a scorecard's steps in the README is drawn from the table. */
class StepDiagramTest {

    @Test
    void theReadmeShowsTheStepsOfTheTable() throws IOException {
        Readme.shows("scorecard", StepDiagramTest.class, diagram());
    }

    private static String diagram() {
        return Arrays.stream(Step.values())
                .map(step -> "  %s --> %s: %s%s"
                        .formatted(
                                step.from(),
                                step.to(),
                                step,
                                step.mustDifferFromWriter() ? " by another than the writer" : ""))
                .collect(Collectors.joining(
                        "\n", "```mermaid\nstateDiagram-v2\n  [*] --> DRAFT: WRITE\n", "\n  RETIRED --> [*]\n```\n"));
    }
}
