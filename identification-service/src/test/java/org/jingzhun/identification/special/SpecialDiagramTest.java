package org.jingzhun.identification.special;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jingzhun.identification.division.Level;
import org.junit.jupiter.api.Test;

/** The picture of the steps of the special registers in the README is drawn from the table. */
class SpecialDiagramTest {

    private static final Path README = Path.of("README.md");
    private static final String BEGIN = "<!-- special registers: drawn by SpecialDiagramTest -->\n";
    private static final String END = "<!-- end of special registers -->\n";

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
        Stream<String> beginnings = Arrays.stream(SpecialRegister.values())
                .map(register -> "  [*] --> %s: %s".formatted(register.first(), register));
        Stream<String> derived = Stream.of("  [*] --> DERIVED: by rule", "  CONFIRMED --> DOUBTFUL: DOUBT by rule");
        return Stream.of(beginnings, derived, Arrays.stream(Step.values()).flatMap(SpecialDiagramTest::lines))
                .flatMap(lines -> lines)
                .collect(Collectors.joining("\n", "```mermaid\nstateDiagram-v2\n", "\n```\n"));
    }

    private static Stream<String> lines(Step step) {
        String levels = step.takenBy().size() > 1
                ? ""
                : step.takenBy().stream()
                        .map(Level::name)
                        .map(name -> " (" + name.toLowerCase(Locale.ROOT) + ")")
                        .collect(Collectors.joining());
        String needs = Arrays.stream(Step.Need.values())
                .filter(step::needs)
                .map(need -> need.name().toLowerCase(Locale.ROOT).replace('_', ' '))
                .collect(Collectors.joining(", "));
        String label = step + levels + (needs.isEmpty() ? "" : " needs " + needs);
        return step.from().stream().sorted().map(from -> "  %s --> %s: %s"
                .formatted(from, Objects.requireNonNull(step.to()), label));
    }
}
