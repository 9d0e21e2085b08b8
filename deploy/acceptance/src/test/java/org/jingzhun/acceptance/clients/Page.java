package org.jingzhun.acceptance.clients;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A page of documentation with commands.
 *
 * @param steps in their order
 */
record Page(List<Step> steps) {

    private static final Pattern BLOCK = Pattern.compile("```sh\\n(.*?)```(?:\\s*```text\\n(.*?)```)?", Pattern.DOTALL);
    private static final String ELLIPSIS = "…";

    /**
     * Commands that a reader types, and what they print.
     *
     * @param commands of a shell; they may use what those before them have set
     * @param prints with an ellipsis for what differs each time; empty when the page does not show it
     */
    record Step(String commands, String prints) {

        /** What the output must look like. */
        Pattern expected() {
            String text = Arrays.stream(prints.strip().split(ELLIPSIS, -1))
                    .map(Pattern::quote)
                    .collect(Collectors.joining(".*?"));
            return Pattern.compile(text, Pattern.DOTALL);
        }
    }

    static Page read(Path file) throws IOException {
        List<Step> steps = new ArrayList<>();
        var blocks = BLOCK.matcher(Files.readString(file));
        while (blocks.find()) {
            steps.add(new Step(blocks.group(1), blocks.group(2) == null ? "" : blocks.group(2)));
        }
        return new Page(List.copyOf(steps));
    }

    /** All commands as one script, which prints a line before those of each step. */
    String script(String line) {
        return "set -euo pipefail\n"
                + steps.stream()
                        .map(step -> "printf '\\n%s\\n'\n%s".formatted(line, step.commands()))
                        .collect(Collectors.joining());
    }
}
