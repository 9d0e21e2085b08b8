package org.jingzhun.chassis.bulk;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jingzhun.chassis.http.Problem;

/**
 * The query parameters of an import beside {@code kind} and {@code atomic}.
 *
 * @param values by name
 */
public record ImportParameters(Map<String, String> values) {

    public ImportParameters {
        values = Map.copyOf(values);
    }

    public Optional<String> find(String name) {
        return Optional.ofNullable(values.get(name));
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
