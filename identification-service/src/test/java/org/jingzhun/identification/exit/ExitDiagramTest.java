package org.jingzhun.identification.exit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The picture of the procedure of exit in the README is drawn from the table. */
class ExitDiagramTest {

    private static final Path README = Path.of("README.md");
    private static final String BEGIN = "<!-- exit: drawn by ExitDiagramTest -->\n";
    private static final String END = "<!-- end of exit -->\n";

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
