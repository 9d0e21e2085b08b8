package org.jingzhun.chassis.bulk;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** The known name that somebody may have meant by an unknown one. */
final class NearestName {

    private NearestName() {}

    /** The unknown name, with the nearest in brackets when there is one that is near. */
    static String shown(String unknown, Collection<String> known) {
        return find(unknown, known)
                .map(nearest -> "%s (%s?)".formatted(unknown, nearest))
                .orElse(unknown);
    }

    /** The name from which most of the letters need no change; of equally near ones the first in the alphabet. */
    static Optional<String> find(String unknown, Collection<String> known) {
        return known.stream()
                .filter(name -> 2 * changes(unknown, name) <= Math.max(unknown.length(), name.length()))
                .min(Comparator.comparingInt((String name) -> changes(unknown, name))
                        .thenComparing(Comparator.naturalOrder()));
    }

    /** How many letters must be put in, taken out or replaced (Levenshtein), capitals or not. */
    private static int changes(String left, String right) {
        String from = left.toLowerCase(Locale.ROOT);
        String to = right.toLowerCase(Locale.ROOT);
        int[] above = new int[to.length() + 1];
        for (int column = 0; column <= to.length(); column++) {
            above[column] = column;
        }
        for (int row = 1; row <= from.length(); row++) {
            int[] here = new int[to.length() + 1];
            here[0] = row;
            for (int column = 1; column <= to.length(); column++) {
                int replaced = above[column - 1] + (from.charAt(row - 1) == to.charAt(column - 1) ? 0 : 1);
                here[column] = Math.min(replaced, 1 + Math.min(above[column], here[column - 1]));
            }
            above = here;
        }
        return above[to.length()];
    }
}
