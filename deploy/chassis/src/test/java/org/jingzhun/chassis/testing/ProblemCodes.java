package org.jingzhun.chassis.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Names the problems of a service and of the chassis that no contract names. That each was met by a caller, the acceptance
 * tests show, out of what {@link ProblemsSeen} notes.
 */
public final class ProblemCodes {

    private static final Path TEXTS = Path.of("src/main/resources/problems/service.properties");
    private static final Path TEXTS_OF_ALL =
            Path.of("../deploy/chassis/src/main/resources/problems/chassis.properties");
    private static final Path CONTRACT = Path.of("contract/openapi.yaml");
    private static final List<Path> CONTRACTS = Stream.of("identification", "funding", "pairing")
            .map(service -> Path.of("..", service + "-service").resolve(CONTRACT))
            .toList();

    /** A code wherever it stands: quoted, a column of a table, behind a colon. */
    private static final Pattern WORD = Pattern.compile("(?<![a-z0-9./-])[a-z][a-z0-9]*(?:-[a-z0-9]+)*(?![a-z0-9/-])");

    private ProblemCodes() {}

    /** In alphabetical order: the service's own that its contract does not name, the chassis's that no contract does. */
    public static Set<String> undocumented() {
        Set<String> codes = codes(TEXTS);
        codes.removeAll(words(CONTRACT));
        Set<String> ofAll = codes(TEXTS_OF_ALL);
        CONTRACTS.forEach(contract -> ofAll.removeAll(words(contract)));
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

    private static Set<String> words(Path contract) {
        try {
            return WORD.matcher(Files.readString(contract))
                    .results()
                    .map(MatchResult::group)
                    .collect(Collectors.toSet());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** What to do about them, for the message of the test. */
    public static String advice(Collection<String> undocumented) {
        return undocumented.size() + " problems stand in no contract: have their exchange recorded"
                + " (-Dexamples.record=true), or name them in ChassisProblems or CommonProblem, or where the field"
                + " that holds them is described; then build the service, which writes its contract anew.";
    }
}
