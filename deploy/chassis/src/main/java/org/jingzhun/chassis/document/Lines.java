package org.jingzhun.chassis.document;

import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Breaks text into lines, as Chinese and Latin are broken: not before a closing mark, not within a word that fits. */
final class Lines {

    private Lines() {}

    /** @return one line or more; a single character may be wider than the width */
    static List<String> of(String text, float width, float size, Metrics metrics) {
        List<String> lines = new ArrayList<>();
        text.lines().forEach(paragraph -> breakUp(paragraph, width, size, metrics, lines));
        return lines.isEmpty() ? List.of("") : lines;
    }

    private static void breakUp(String text, float width, float size, Metrics metrics, List<String> lines) {
        BreakIterator places = BreakIterator.getLineInstance(Locale.CHINESE);
        places.setText(text);
        StringBuilder line = new StringBuilder();
        int begin = places.first();
        for (int end = places.next(); end != BreakIterator.DONE; begin = end, end = places.next()) {
            String word = text.substring(begin, end);
            if (metrics.width((line + word).stripTrailing(), size) > width) {
                if (!line.isEmpty()) {
                    lines.add(line.toString().stripTrailing());
                    line.setLength(0);
                }
                word = withoutWholeLines(word, width, size, metrics, lines);
            }
            line.append(word);
        }
        lines.add(line.toString().stripTrailing());
    }

    /** Cuts a word that is wider than a line, and gives what is left for the next one. */
    private static String withoutWholeLines(String word, float width, float size, Metrics metrics, List<String> lines) {
        int begin = 0;
        while (metrics.width(word.substring(begin).stripTrailing(), size) > width) {
            int end = word.offsetByCodePoints(begin, 1);
            while (end < word.length()
                    && metrics.width(word.substring(begin, word.offsetByCodePoints(end, 1)), size) <= width) {
                end = word.offsetByCodePoints(end, 1);
            }
            if (end == word.length()) {
                break;
            }
            lines.add(word.substring(begin, end));
            begin = end;
        }
        return word.substring(begin);
    }

    /** The least width at which no word of the text must be cut, but not more than a limit. */
    static float longestWord(String text, float size, float limit, Metrics metrics) {
        BreakIterator places = BreakIterator.getLineInstance(Locale.CHINESE);
        places.setText(text);
        float longest = 0;
        int begin = places.first();
        for (int end = places.next(); end != BreakIterator.DONE; begin = end, end = places.next()) {
            longest = Math.max(longest, metrics.width(text.substring(begin, end).stripTrailing(), size));
        }
        return Math.min(longest, limit);
    }
}
