package org.jingzhun.sample;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;

/** Every number of the generator, from {@code parameters.csv}: name, value, unit, source, mark. */
final class Parameters {

    private static final Parameters STANDARD = new Parameters(Table.rows("parameters.csv"));

    private final Map<String, String> values = new HashMap<>();
    private final List<String> names = new ArrayList<>();

    private Parameters(List<List<String>> rows) {
        for (List<String> row : rows) {
            if (row.size() != 5 || values.put(row.getFirst(), row.get(1)) != null) {
                throw new IllegalStateException("parameter (" + row.getFirst()
                        + ") must stand once, with name, value, unit, source and mark: correct parameters.csv");
            }
            names.add(row.getFirst());
        }
    }

    static Parameters standard() {
        return STANDARD;
    }

    String text(String name) {
        return findText(name)
                .orElseThrow(() -> new IllegalStateException("parameter (" + name + ") must stand in parameters.csv"));
    }

    Optional<String> findText(String name) {
        return Optional.ofNullable(values.get(name));
    }

    double number(String name) {
        return Double.parseDouble(text(name));
    }

    double number(String name, double otherwise) {
        return findText(name).map(Double::parseDouble).orElse(otherwise);
    }

    int whole(String name) {
        return Integer.parseInt(text(name));
    }

    /** The numbers of these names, in this order. */
    double[] numbers(String... of) {
        double[] numbers = new double[of.length];
        for (int i = 0; i < of.length; i++) {
            numbers[i] = number(of[i]);
        }
        return numbers;
    }

    /** What follows the prefix, with its number, in the order of the file. */
    SequencedMap<String, Double> under(String prefix) {
        SequencedMap<String, Double> found = new LinkedHashMap<>();
        for (String name : names) {
            if (name.startsWith(prefix)) {
                found.put(name.substring(prefix.length()), number(name));
            }
        }
        return found;
    }
}
