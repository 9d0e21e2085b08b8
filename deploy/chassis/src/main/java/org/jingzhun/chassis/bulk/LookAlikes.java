package org.jingzhun.chassis.bulk;

import java.util.Collection;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jingzhun.chassis.http.Problem;

/**
 * Tells a file of another kind by the names of its fields.
 *
 * @param others the formats of the other kinds; asked only when the names are not those of this kind
 */
record LookAlikes(String kind, RowFormat format, Supplier<Map<String, RowFormat>> others) {

    /** The share of common names from which a file is taken for one of a kind. */
    private static final double ALIKE = 0.75;

    /** @throws org.jingzhun.chassis.http.ProblemException 400 {@code import-kind-mistaken} */
    void refuseOther(Collection<String> names) {
        double own = alike(names, format);
        if (own == 1) {
            return;
        }
        Optional<Map.Entry<String, RowFormat>> nearest = others.get().entrySet().stream()
                .max(Comparator.comparingDouble((Map.Entry<String, RowFormat> each) -> alike(names, each.getValue()))
                        .thenComparing(Map.Entry::getKey));
        nearest.filter(other -> alike(names, other.getValue()) >= Math.max(ALIKE, Math.nextUp(own)))
                .ifPresent(other -> {
                    throw Problem.of(400, "import-kind-mistaken", other.getKey(), kind)
                            .asException();
                });
    }

    /** Names in common, as a share of those that are there or ought to be; 1 when nothing is unknown or missing. */
    private static double alike(Collection<String> names, RowFormat format) {
        long known = names.stream().filter(name -> format.slot(name) >= 0).count();
        long missing = format.fields().stream()
                .filter(Field::isRequired)
                .filter(field -> names.stream().noneMatch(name -> format.slot(name) == format.slot(field)))
                .count();
        return (double) known / (names.size() + missing);
    }
}
