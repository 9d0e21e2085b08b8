package org.jingzhun.pairing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jingzhun.pairing.pairing.PairingState;
import org.jingzhun.pairing.pairing.PairingStep;
import org.jingzhun.pairing.planning.Stage;
import org.jingzhun.pairing.planning.Step;
import org.junit.jupiter.api.Test;

/**
 * The procedures in the README are drawn from the enumerations. The test writes them anew, so that whoever changes a
 * procedure finds the new drawing in the working tree; a drawing that was not committed fails.
 */
class ReadmeTest {

    private static final Path README = Path.of("README.md");

    @Test
    void theProceduresAreThoseOfTheCode() throws IOException {
        String before = Files.readString(README);
        String after = replace(replace(before, "plan", plan()), "pairing", pairing());
        if (!after.equals(before)) {
            Files.writeString(README, after);
        }
        assertThat(before).as("README.md was drawn anew; commit it").isEqualTo(after);
    }

    @Test
    void theReadmeStaysShort() throws IOException {
        assertThat(Files.readAllLines(README)).hasSizeLessThan(160);
    }

    private static String plan() {
        List<String> lines = new ArrayList<>();
        lines.add("stateDiagram-v2");
        for (Step step : Step.values()) {
            String label = step + (step.takenBy().isEmpty() ? " (job)" : "") + differs(step);
            if (step.from().isEmpty()) {
                lines.add("    [*] --> " + step.to() + ": " + label);
            }
            Arrays.stream(Stage.values())
                    .filter(step.from()::contains)
                    .forEach(from -> lines.add("    " + from + " --> " + step.to() + ": " + label));
        }
        return String.join("\n", lines);
    }

    private static String differs(Step step) {
        return step.mustDifferFrom().stream()
                .sorted()
                .map(other -> ", not by who took " + other)
                .reduce("", String::concat);
    }

    private static String pairing() {
        List<String> lines = new ArrayList<>();
        lines.add("stateDiagram-v2");
        lines.add("    [*] --> " + PairingState.ACTIVE);
        for (PairingStep step : PairingStep.values()) {
            lines.add("    " + step.from() + " --> " + step.to() + ": " + step
                    + (step.whilePoor() ? "" : ", once out of poverty"));
        }
        return String.join("\n", lines);
    }

    private static String replace(String text, String name, String drawing) {
        String begin = "<!-- drawn: " + name + " -->\n```mermaid\n";
        String end = "\n```\n";
        int from = text.indexOf(begin) + begin.length();
        assertThat(from).as(begin).isGreaterThanOrEqualTo(begin.length());
        return text.substring(0, from) + drawing + text.substring(text.indexOf(end, from));
    }
}
