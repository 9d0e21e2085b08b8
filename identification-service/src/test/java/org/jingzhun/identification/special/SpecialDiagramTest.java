package org.jingzhun.identification.special;

import java.io.IOException;
import java.util.Arrays;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jingzhun.identification.division.Level;
import org.jingzhun.identification.testing.Readme;
import org.junit.jupiter.api.Test;

/** The picture of the steps of the special registers in the document is drawn from the table. */
class SpecialDiagramTest {

    @Test
    void theDocumentShowsTheStepsOfTheTable() throws IOException {
        Readme.shows("special registers", SpecialDiagramTest.class, diagram());
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
