package org.jingzhun.identification.exitplan;

import java.io.IOException;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jingzhun.identification.testing.Readme;
import org.junit.jupiter.api.Test;

/** Draws the two rounds of the exit plan into the README. */
class ExitPlanDiagramTest {

    @Test
    void theReadmeShowsTheStepsOfTheTable() throws IOException {
        Readme.shows("exit plan", ExitPlanDiagramTest.class, diagram());
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
