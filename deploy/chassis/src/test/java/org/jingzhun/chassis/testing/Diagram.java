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

    /**
     * Fails when the picture was behind, so that what was written is committed. It stands between its marks in the README,
     * or on the page of procedures beside the contract.
     */
    public static void requireInReadme(String writtenBy, List<Arrow> arrows) throws IOException {
        var begin = "<!-- procedure: written by " + writtenBy + " -->\n";
        var page = Path.of("README.md");
        if (!Files.readString(page).contains(begin)) {
            page = Path.of("contract", "procedures.md");
        }
        var text = Files.readString(page);
        assertThat(text).as(page.toString()).contains(begin);
        int from = text.indexOf(begin) + begin.length();
        var expected = text.substring(0, from) + drawn(arrows) + text.substring(text.indexOf(END, from));
        if (!text.equals(expected)) {
            Files.writeString(page, expected);
        }
        assertThat(text)
                .as(page + " was behind the table and has been written anew")
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
