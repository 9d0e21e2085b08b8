package org.jingzhun.identification.adjustment;

import java.io.IOException;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.jingzhun.identification.testing.Readme;
import org.junit.jupiter.api.Test;

/** The picture of the steps of a quality check in the document is drawn from the table. */
class QualityCheckDiagramTest {

    @Test
    void theDocumentShowsTheStepsOfTheTable() throws IOException {
        Readme.shows("quality checks", QualityCheckDiagramTest.class, diagram());
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
