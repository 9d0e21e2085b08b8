package org.jingzhun.chassis.bulk;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jingzhun.chassis.http.Problem;

/**
 * The query parameters of an import beside {@code kind} and {@code atomic}.
 *
 * @param values by name
 */
public record ImportParameters(Map<String, String> values) {

    public static final ImportParameters NONE = new ImportParameters(Map.of());

    private static final String YEAR = "year";
    private static final Pattern FOUR_DIGITS = Pattern.compile("[12][0-9]{3}");

    public ImportParameters {
        values = Map.copyOf(values);
    }

    public Optional<String> find(String name) {
        return Optional.ofNullable(values.get(name));
    }

    /**
     * The year of which the sender says that all rows are.
     *
     * @throws org.jingzhun.chassis.http.ProblemException 400 {@code import-year-invalid}
     */
    public OptionalInt year() {
        String value = values.get(YEAR);
        if (value == null) {
            return OptionalInt.empty();
        }
        if (!FOUR_DIGITS.matcher(value).matches()) {
            throw Problem.of(400, "import-year-invalid").asException();
        }
        return OptionalInt.of(Integer.parseInt(value));
    }

    /** @throws org.jingzhun.chassis.http.ProblemException 400 {@code import-parameter-invalid} */
    public <E extends Enum<E>> E get(String name, Class<E> type) {
        String value = values.get(name);
        for (E known : type.getEnumConstants()) {
            if (known.name().equals(value)) {
                return known;
            }
        }
        String names = Arrays.stream(type.getEnumConstants()).map(Enum::name).collect(Collectors.joining(", "));
        throw Problem.of(400, "import-parameter-invalid", name, names).asException();
    }
}
