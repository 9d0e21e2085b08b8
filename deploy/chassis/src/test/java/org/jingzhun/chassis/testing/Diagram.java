package org.jingzhun.chassis.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** The README's picture of a table of steps: written anew when it is behind the table. */
public final class Diagram {

    private static final String END = "<!-- end of procedure -->";

    private Diagram() {}

    /**
     * A step as its table has it.
     *
     * @param from stages in their order
     */
    public record Arrow(String step, List<String> from, Enum<?> to, Set<String> takenBy) {}

    /** Fails when the README was behind, so that what was written is committed. */
    public static void requireInReadme(String writtenBy, List<Arrow> arrows) throws IOException {
        var readme = Path.of("README.md");
        var text = Files.readString(readme);
        var begin = "<!-- procedure: written by " + writtenBy + " -->\n";
        int from = text.indexOf(begin) + begin.length();
        var expected = text.substring(0, from) + drawn(arrows) + text.substring(text.indexOf(END, from));
        if (!text.equals(expected)) {
            Files.writeString(readme, expected);
        }
        assertThat(text)
                .as("README.md was behind the table and has been written anew")
                .isEqualTo(expected);
    }

    private static String drawn(List<Arrow> arrows) {
        var lines = arrows.stream()
                .flatMap(arrow -> (arrow.from().isEmpty() ? List.of("[*]") : arrow.from())
                        .stream()
                                .map(from -> "    " + from + " --> " + arrow.to() + " : " + arrow.step() + "<br/>"
                                        + arrow.takenBy().stream().sorted().collect(Collectors.joining(" or "))))
                .collect(Collectors.joining("\n"));
        return "```mermaid\nstateDiagram-v2\n" + lines + "\n```\n";
    }
}
