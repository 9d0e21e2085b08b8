package org.jingzhun.pairing;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.Example;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Disabled;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;

/**
 * Each row of the regulations on pairing, supervision and measures has a place in the code and a test that shows it, or a
 * reason why not: {@code contract/policy.csv}. A place is a class with a member behind {@code #}, a key of a data file, or
 * an endpoint; what another service does has the name of that service before it.
 */
class PolicyRowsTest {

    private static final Path TABLE = Path.of("contract/policy.csv");
    private static final Path RESOURCES = Path.of("src/main/resources");
    private static final Path TESTS = Path.of("src/test/java");
    private static final int WORDS_OF_A_REASON = 6;
    private static final Pattern PATH = Pattern.compile(" {2}(/v1/\\S+):");
    private static final Pattern METHOD = Pattern.compile(" {4}(get|put|post|delete|patch):");
    private static final Pattern ELSEWHERE = Pattern.compile("(identification|funding): (.+)");

    @Test
    void everyRowOfTheRegulationsIsThereOnce() throws IOException {
        List<String> expected = new ArrayList<>();
        expected.addAll(numbered("PR-", 33));
        expected.addAll(numbered("SV-", 25));
        expected.addAll(numbered("MS-", 28));
        expected.addAll(numbered("2.12-", 24));
        assertThat(rows().stream().map(row -> row.getField("id"))).containsExactlyElementsOf(expected);
        assertThat(rows()).allSatisfy(row -> {
            assertThat(row.getField("chinese")).isNotBlank();
            assertThat(row.getField("english")).isNotBlank();
        });
    }

    @Test
    void everyRowHasAPlaceThatATestShowsOrAReason() throws IOException {
        for (NamedCsvRecord row : rows()) {
            String id = row.getField("id");
            List<String> places = parts(row, "places");
            assertThat(parts(row, "tests").isEmpty()).as(id).isEqualTo(places.isEmpty());
            if (places.isEmpty()) {
                assertThat(row.getField("reason").split(" ", -1)).as(id).hasSizeGreaterThan(WORDS_OF_A_REASON);
            }
        }
    }

    @Test
    void everyPlaceExists() throws IOException {
        for (NamedCsvRecord row : rows()) {
            for (String place : parts(row, "places")) {
                assertThat(exists(place)).as(row.getField("id") + " " + place).isTrue();
            }
        }
    }

    @Test
    void everyTestExistsAndRuns() throws IOException {
        for (NamedCsvRecord row : rows()) {
            for (String test : parts(row, "tests")) {
                assertThat(runs(test)).as(row.getField("id") + " " + test).isTrue();
            }
        }
    }

    private static List<NamedCsvRecord> rows() throws IOException {
        try (var table = CsvReader.builder().ofNamedCsvRecord(TABLE)) {
            return table.stream().toList();
        }
    }

    private static List<String> numbered(String prefix, int count) {
        return IntStream.rangeClosed(1, count)
                .mapToObj(number -> prefix + String.format(Locale.ROOT, "%02d", number))
                .toList();
    }

    private static List<String> parts(NamedCsvRecord row, String column) {
        return Arrays.stream(row.getField(column).split(";", -1))
                .map(String::strip)
                .filter(part -> !part.isEmpty())
                .toList();
    }

    private static boolean exists(String place) throws IOException {
        var elsewhere = ELSEWHERE.matcher(place);
        if (elsewhere.matches()) {
            return endpoints(elsewhere.group(1)).contains(elsewhere.group(2));
        }
        if (place.contains(" /")) {
            return endpoints("pairing").contains(place);
        }
        String[] named = place.split("#", 2);
        if (named[0].endsWith(".csv")) {
            return Files.readString(RESOURCES.resolve(named[0])).contains("," + named[1] + ",");
        }
        Class<?> type = type("org.jingzhun.pairing." + named[0]);
        return named.length == 1
                || Stream.concat(
                                Arrays.stream(type.getDeclaredFields())
                                        .filter(field -> field.isEnumConstant())
                                        .map(field -> field.getName()),
                                Arrays.stream(type.getDeclaredMethods()).map(Method::getName))
                        .anyMatch(named[1]::equals);
    }

    private static Set<String> endpoints(String service) throws IOException {
        String path = "";
        List<String> endpoints = new ArrayList<>();
        for (String line : Files.readAllLines(Path.of("..", service + "-service", "contract", "openapi.yaml"))) {
            var nextPath = PATH.matcher(line);
            var method = METHOD.matcher(line);
            if (nextPath.matches()) {
                path = nextPath.group(1);
            } else if (method.matches()) {
                endpoints.add(method.group(1).toUpperCase(Locale.ROOT) + " " + path);
            }
        }
        return endpoints.stream().collect(Collectors.toUnmodifiableSet());
    }

    private static boolean runs(String test) throws IOException {
        var elsewhere = ELSEWHERE.matcher(test);
        if (elsewhere.matches()) {
            return !files(Path.of("..", elsewhere.group(1) + "-service").resolve(TESTS), elsewhere.group(2))
                    .isEmpty();
        }
        String[] named = test.split("#", 2);
        List<Path> files = files(TESTS, named[0]);
        assertThat(files).as(test).hasSize(1);
        String file = TESTS.relativize(files.getFirst()).toString();
        Class<?> type = type(file.substring(0, file.length() - ".java".length()).replace('/', '.'));
        return !type.isAnnotationPresent(Disabled.class)
                && Arrays.stream(type.getDeclaredMethods())
                        .filter(method -> method.getName().equals(named[1]))
                        .anyMatch(PolicyRowsTest::isTest);
    }

    private static boolean isTest(Method method) {
        return !method.isAnnotationPresent(Disabled.class)
                && Stream.of(Test.class, ParameterizedTest.class, Property.class, Example.class)
                        .anyMatch(method::isAnnotationPresent);
    }

    private static List<Path> files(Path folder, String type) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.getFileName().toString().equals(type + ".java"))
                    .toList();
        }
    }

    private static Class<?> type(String name) {
        try {
            return Class.forName(name, false, PolicyRowsTest.class.getClassLoader());
        } catch (ClassNotFoundException missing) {
            throw new AssertionError(name + " must exist", missing);
        }
    }
}
