package org.jingzhun.chassis.testing;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * What nobody is shown without a purpose, as it stands in texts: whole numbers of persons, telephones and bank cards, and
 * words for somebody's health.
 */
final class WholeNumbers {

    private static final int[] WEIGHTS = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
    private static final String CHECKS = "10X98765432";
    private static final Pattern ID = Pattern.compile("(?<![0-9A-Za-z])[1-9]\\d{16}[\\dXx]");
    private static final Pattern MOBILE = Pattern.compile("(?<![0-9A-Za-z.-])1[3-9]\\d{9}(?![0-9A-Za-z.-])");
    private static final Pattern CARD = Pattern.compile("(?<![0-9A-Za-z.-])62\\d{14,17}(?![0-9A-Za-z.-])");
    private static final Pattern HEALTH =
            Pattern.compile("\"(?:health|disability|disease)\"\\s*:\\s*\"(?!HEALTHY\")([A-Z][A-Z0-9_]+)\"");

    private WholeNumbers() {}

    /** Numbers that a text holds. */
    static Set<String> in(String text) {
        Set<String> found = new TreeSet<>();
        ID.matcher(text)
                .results()
                .map(MatchResult::group)
                .filter(WholeNumbers::isId)
                .forEach(found::add);
        MOBILE.matcher(text).results().map(MatchResult::group).forEach(found::add);
        CARD.matcher(text).results().map(MatchResult::group).forEach(found::add);
        return found;
    }

    /** How the health of persons is told in a body. */
    static Set<String> healthIn(String body) {
        Set<String> found = new TreeSet<>();
        HEALTH.matcher(body).results().map(each -> each.group(1)).forEach(found::add);
        return found;
    }

    /** Whether a word stands in a text by itself, whatever the form of the text. */
    static boolean isWord(String word, String text) {
        return Pattern.compile("(?<![A-Z0-9_])" + Pattern.quote(word) + "(?![A-Z0-9_])")
                .matcher(text)
                .find();
    }

    /** A day of birth at its place, and the check character that follows from the rest (GB 11643). */
    private static boolean isId(String text) {
        int sum = 0;
        for (int at = 0; at < WEIGHTS.length; at++) {
            sum += WEIGHTS[at] * (text.charAt(at) - '0');
        }
        return CHECKS.charAt(sum % CHECKS.length()) == Character.toUpperCase(text.charAt(WEIGHTS.length))
                && isDay(text);
    }

    private static boolean isDay(String id) {
        try {
            LocalDate.of(
                    Integer.parseInt(id.substring(6, 10)),
                    Integer.parseInt(id.substring(10, 12)),
                    Integer.parseInt(id.substring(12, 14)));
            return true;
        } catch (DateTimeException _) {
            return false;
        }
    }
}
