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
 * request that the acceptance tests send again is answered with it. And those of a service and of the chassis that no
 * contract names.
 */
public final class ProblemCodes {

    private static final Path TEXTS = Path.of("src/main/resources/problems/service.properties");
    private static final Path TEXTS_OF_ALL =
            Path.of("../deploy/chassis/src/main/resources/problems/chassis.properties");
    private static final List<Path> PROVOKING = List.of(
            Path.of("src/test/java"),
            Path.of("src/main/resources/openapi/examples"),
            Path.of("../deploy/acceptance/src/test"));
    private static final List<String> MODULES = List.of(
            "", "../../identification-service", "../../funding-service", "../../pairing-service", "../acceptance");

    /** Packages whose code names problems without provoking them. */
    private static final Set<String> PROVOKING_NOTHING = Set.of("testing", "fuzz");

    private static final Path CONTRACT = Path.of("contract/openapi.yaml");
    private static final List<Path> CONTRACTS = Stream.of("identification", "funding", "pairing")
            .map(service -> Path.of("..", service + "-service").resolve(CONTRACT))
            .toList();

    /** A quoted code, perhaps behind the number of the imported line and the field of which it is said. */
    private static final Pattern NAMED = Pattern.compile("\"(?:\\d+ )?(?:/\\S* )?([a-z][a-z0-9-]*)\"");

    /** A code wherever it stands: quoted, a column of a table, behind a colon. */
    private static final Pattern WORD = Pattern.compile("(?<![a-z0-9./-])[a-z][a-z0-9]*(?:-[a-z0-9]+)*(?![a-z0-9/-])");

    private ProblemCodes() {}

    /** Of the service's own, in alphabetical order. */
    public static Set<String> unprovoked() {
        Set<String> codes = codes(TEXTS);
        PROVOKING.forEach(folder -> codes.removeAll(found(NAMED, folder)));
        return codes;
    }

    /**
     * Of the chassis, in alphabetical order, seen from its folder: no test of its own, of a service or of the suite names
     * them. What stands in the package of this class provokes nothing, nor do the names of ways to spoil a request.
     */
    public static Set<String> unprovokedOfTheChassis() {
        Set<String> codes = codes(Path.of("src/main/resources/problems/chassis.properties"));
        for (String module : MODULES) {
            codes.removeAll(found(WORD, Path.of(module, "src/test/java")));
        }
        return codes;
    }

    /** In alphabetical order: the service's own that its contract does not name, the chassis's that no contract does. */
    public static Set<String> undocumented() {
        Set<String> codes = codes(TEXTS);
        codes.removeAll(found(WORD, CONTRACT));
        Set<String> ofAll = codes(TEXTS_OF_ALL);
        CONTRACTS.forEach(contract -> ofAll.removeAll(found(WORD, contract)));
        codes.addAll(ofAll);
        return codes;
    }

    private static Set<String> codes(Path texts) {
        try {
            return BilingualText.read(texts).keySet().stream()
                    .map(key -> key.substring(0, key.lastIndexOf('.')))
                    .collect(Collectors.toCollection(TreeSet::new));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** What fits in the files of a folder, or in a file. */
    private static Set<String> found(Pattern pattern, Path folder) {
        if (!Files.exists(folder)) {
            return Set.of();
        }
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> !provokesNothing(file))
                    .map(ProblemCodes::text)
                    .flatMap(text -> pattern.matcher(text).results())
                    .map(match -> match.group(match.groupCount()))
                    .collect(Collectors.toSet());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static boolean provokesNothing(Path file) {
        return file.toString().endsWith(".java")
                && PROVOKING_NOTHING.stream().anyMatch(name -> file.toString().contains("/" + name + "/"));
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

    /** What to do about those that no contract names, for the message of the test. */
    public static String adviceOnWords(Collection<String> undocumented) {
        return undocumented.size() + " problems stand in no contract: have their exchange recorded"
                + " (-Dexamples.record=true), or name them in ChassisProblems or CommonProblem, or where the field"
                + " that holds them is described; then build the service, which writes its contract anew.";
    }
}
