package org.jingzhun.chassis.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jingzhun.chassis.procedure.Move;

/** The README's picture of a table of steps: written anew when it is behind the table. */
public final class Diagram {

    private static final String END = "<!-- end of procedure -->";

    private Diagram() {}

    /**
     * A step as its table has it.
     *
     * @param from stages in their order
     */
    public record Arrow(String step, List<String> from, Enum<?> to, Set<String> takenBy) {

        private static <S extends Enum<S>> Arrow of(Move<S> step) {
            var from = step.from().stream().sorted().map(Enum::name).toList();
            return new Arrow(step.name(), from, step.to(), step.takenBy());
        }

        private Stream<String> lines() {
            var label = step + "<br/>" + takenBy.stream().sorted().collect(Collectors.joining(" or "));
            return (from.isEmpty() ? List.of("[*]") : from)
                    .stream().map(stage -> "    " + stage + " --> " + to + " : " + label);
        }
    }

    /**
     * Fails when the picture was behind, so that what was written is committed. It stands between its marks in the README,
     * or on the page of procedures beside the contract.
     */
    public static void requireInReadme(String writtenBy, List<Arrow> arrows) throws IOException {
        require(writtenBy, arrows.stream().flatMap(Arrow::lines).toList());
    }

    /** The same of a whole table, whose first step begins the procedure. */
    public static void requireInReadme(String writtenBy, Move<?>[] steps) throws IOException {
        require(writtenBy, lines(steps));
    }

    /** The same of a table that takes over what another procedure has begun. */
    public static void requireInReadme(String writtenBy, Enum<?> beginsAt, Move<?>[] steps) throws IOException {
        var lines = new ArrayList<>(List.of("    [*] --> " + beginsAt));
        lines.addAll(lines(steps));
        require(writtenBy, lines);
    }

    private static List<String> lines(Move<?>[] steps) {
        return Arrays.stream(steps).map(Arrow::of).flatMap(Arrow::lines).toList();
    }

    private static void require(String writtenBy, List<String> lines) throws IOException {
        var begin = "<!-- procedure: written by " + writtenBy + " -->\n";
        var page = Path.of("README.md");
        if (!Files.readString(page).contains(begin)) {
            page = Path.of("contract", "procedures.md");
        }
        var text = Files.readString(page);
        assertThat(text).as(page.toString()).contains(begin);
        int from = text.indexOf(begin) + begin.length();
        var drawn = "```mermaid\nstateDiagram-v2\n" + String.join("\n", lines) + "\n```\n";
        var expected = text.substring(0, from) + drawn + text.substring(text.indexOf(END, from));
        if (!text.equals(expected)) {
            Files.writeString(page, expected);
        }
        assertThat(text)
                .as(page + " was behind the table and has been written anew")
                .isEqualTo(expected);
    }
}
