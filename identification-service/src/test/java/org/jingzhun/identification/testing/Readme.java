package org.jingzhun.identification.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The documents of the service in which pictures of procedures are drawn from their tables. */
public final class Readme {

    private static final List<Path> FILES = List.of(Path.of("contract/procedures.md"), Path.of("README.md"));

    private Readme() {}

    /**
     * Draws the picture anew between its two marks and fails when it was behind.
     *
     * @param name of the picture, which the marks have
     * @param drawnBy the test that draws it
     */
    public static void shows(String name, Class<?> drawnBy, String picture) throws IOException {
        String beginMark = "<!-- %s: drawn by %s -->\n".formatted(name, drawnBy.getSimpleName());
        String endMark = "<!-- end of %s -->\n".formatted(name);
        Path file = fileWith(beginMark);
        String readme = Files.readString(file);
        int begin = readme.indexOf(beginMark) + beginMark.length();
        int end = readme.indexOf(endMark);
        assertThat(end)
                .as("the document must have the marks %s and %s", beginMark, endMark)
                .isGreaterThanOrEqualTo(begin);
        String drawn = readme.substring(0, begin) + picture + readme.substring(end);
        Files.writeString(file, drawn);
        assertThat(readme)
                .as("the document was behind the table and has been drawn anew: commit it")
                .isEqualTo(drawn);
    }

    private static Path fileWith(String mark) throws IOException {
        for (Path file : FILES) {
            if (Files.readString(file).contains(mark)) {
                return file;
            }
        }
        throw new AssertionError("%s must have the mark %s".formatted(FILES, mark));
    }
}
