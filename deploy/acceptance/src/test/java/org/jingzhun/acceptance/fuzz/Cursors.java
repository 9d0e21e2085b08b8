package org.jingzhun.acceptance.fuzz;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;

/** Cursors of every shape that lists have, whoever they belong to, with numbers that no list has. */
final class Cursors {

    private static final String SEPARATOR = "\u001f";

    /** n: a number, i: an id, t: a text. */
    private static final List<String> SHAPES =
            List.of("n", "i", "t", "nn", "ni", "nt", "ti", "tn", "tt", "ii", "nni", "nti", "tni", "nnn", "ninnnn");

    /** A village, an end of each kind of number, and a day after the last that a database knows. */
    private static final List<String> NUMBERS =
            List.of("451031100004", "-1", "2147483648", "2932897", "9223372036854775807", "-9223372036854775808");

    private Cursors() {}

    static List<String> foreign() {
        List<String> all = new ArrayList<>();
        for (String shape : SHAPES) {
            for (String number : shape.contains("n") ? NUMBERS : List.of("")) {
                Stream<String> keys = shape.chars().mapToObj(kind -> switch (kind) {
                    case 'n' -> number;
                    case 'i' -> "ffffffff-ffff-8fff-bfff-ffffffffffff";
                    default -> "\u53bf\u0000";
                });
                all.add(Base64.getUrlEncoder()
                        .withoutPadding()
                        .encodeToString(String.join(SEPARATOR, keys.toList()).getBytes(StandardCharsets.UTF_8)));
            }
        }
        return all;
    }
}
