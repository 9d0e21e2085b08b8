package org.jingzhun.chassis.document;

import java.util.List;

/** Shares the width of a page among the columns of a table. */
final class Columns {

    private Columns() {}

    /**
     * Each column gets what its longest word needs, and of the rest as much as its longest text asks for.
     *
     * @param available for all columns, with their padding
     */
    static float[] widths(
            List<String> columns,
            List<List<String>> rows,
            float available,
            float padding,
            float size,
            Metrics metrics) {
        int count = columns.size();
        float[] least = new float[count];
        float[] wished = new float[count];
        float limit = available / 3;
        for (int column = 0; column < count; column++) {
            least[column] = Math.max(
                    Lines.longestWord(columns.get(column), size, limit, metrics),
                    Math.min(metrics.width(columns.get(column), size), 2 * size));
            wished[column] = metrics.width(columns.get(column), size);
            for (List<String> row : rows) {
                String cell = row.get(column);
                least[column] = Math.max(least[column], Lines.longestWord(cell, size, limit, metrics));
                for (String line : cell.lines().toList()) {
                    wished[column] = Math.max(wished[column], metrics.width(line, size));
                }
            }
            least[column] += padding;
            wished[column] += padding;
        }
        return share(least, wished, available);
    }

    private static float[] share(float[] least, float[] wished, float available) {
        float needed = sum(least);
        float asked = sum(wished);
        float[] widths = new float[least.length];
        for (int column = 0; column < widths.length; column++) {
            if (asked <= available) {
                widths[column] = wished[column] + (available - asked) * wished[column] / asked;
            } else if (needed >= available) {
                widths[column] = least[column] * available / needed;
            } else {
                widths[column] =
                        least[column] + (available - needed) * (wished[column] - least[column]) / (asked - needed);
            }
        }
        return widths;
    }

    private static float sum(float[] values) {
        float sum = 0;
        for (float value : values) {
            sum += value;
        }
        return sum;
    }
}
