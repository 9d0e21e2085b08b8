package org.jingzhun.identification.exit;

import java.io.IOException;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jingzhun.identification.testing.Readme;
import org.junit.jupiter.api.Test;

/** The picture of the procedure of exit in the README is drawn from the table. */
class ExitDiagramTest {

    @Test
    void theReadmeShowsTheStepsOfTheTable() throws IOException {
        Readme.shows("exit", ExitDiagramTest.class, diagram());
    }

    private static String diagram() {
        return Arrays.stream(Step.values())
                .flatMap(ExitDiagramTest::lines)
                .collect(Collectors.joining("\n", "```mermaid\nstateDiagram-v2\n", "\n  EXITED --> [*]\n```\n"));
    }

    private static Stream<String> lines(Step step) {
        String label = "%s (%s)%s"
                .formatted(
                        step,
                        Arrays.stream(Subject.values())
                                .map(subject -> step.takenBy(subject).name().toLowerCase(Locale.ROOT))
                                .collect(Collectors.joining(" / ")),
                        needs(step));
        return step.from().isEmpty()
                ? Stream.of("  [*] --> %s: %s".formatted(step.to(), label))
                : step.from().stream().sorted().map(from -> "  %s --> %s: %s".formatted(from, step.to(), label));
    }

    private static String needs(Step step) {
        String needs = Arrays.stream(Need.values())
                .filter(step::needs)
                .map(need -> need.name().toLowerCase(Locale.ROOT).replace('_', ' '))
                .collect(Collectors.joining(", "));
        return needs.isEmpty() ? "" : " needs " + needs;
    }
}
