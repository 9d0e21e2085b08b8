package org.jingzhun.chassis.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Names the problems of a service that nothing provokes: no test names their code, no recorded exchange shows it, and no
 * request that the acceptance tests send again is answered with it.
 */
public final class ProblemCodes {

    private static final Path TEXTS = Path.of("src/main/resources/problems/service.properties");
    private static final List<Path> PROVOKING = List.of(
            Path.of("src/test/java"),
            Path.of("src/main/resources/openapi/examples"),
            Path.of("../deploy/acceptance/src/test"));

    /** A quoted code, perhaps behind the number of the imported line and the field of which it is said. */
    private static final Pattern NAMED = Pattern.compile("\"(?:\\d+ )?(?:/\\S* )?([a-z][a-z0-9-]*)\"");

    private ProblemCodes() {}

    /** In alphabetical order. */
    public static Set<String> unprovoked() {
        try {
            var codes = new TreeSet<String>();
            BilingualText.read(TEXTS).keySet().stream()
                    .filter(key -> key.endsWith(".title"))
                    .forEach(key -> codes.add(key.substring(0, key.length() - ".title".length())));
            for (Path folder : PROVOKING) {
                if (Files.isDirectory(folder)) {
                    try (Stream<Path> files = Files.walk(folder)) {
                        files.filter(Files::isRegularFile)
                                .map(ProblemCodes::text)
                                .forEach(text -> codes.removeAll(named(text)));
                    }
                }
            }
            return codes;
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static Set<String> named(String text) {
        return NAMED.matcher(text).results().map(found -> found.group(1)).collect(Collectors.toSet());
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** What to do about them, for the message of the test. */
    public static String advice(Collection<String> unprovoked) {
        return unprovoked.size() + " problems are provoked by no test: give each a test that names its code.";
    }
}
