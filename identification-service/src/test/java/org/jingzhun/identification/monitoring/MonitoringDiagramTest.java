package org.jingzhun.identification.monitoring;

import java.io.IOException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jingzhun.identification.testing.Readme;
import org.junit.jupiter.api.Test;

/** The picture of the steps of monitoring in the document is drawn from the table. */
class MonitoringDiagramTest {

    @Test
    void theDocumentShowsTheStepsOfTheTable() throws IOException {
        Readme.shows("monitoring", MonitoringDiagramTest.class, diagram());
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
