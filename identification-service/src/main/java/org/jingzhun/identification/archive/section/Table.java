package org.jingzhun.identification.archive.section;

/**
 * A table of a section. Its rows are records: in JSON with all their components, in print with those that have a
 * {@link Label}.
 *
 * @param name stable, camelCase, unique in its section
 * @param layout how a row is printed
 * @param type flat: texts, numbers, truth values, dates, instants, enumerations, and lists of texts; money as a decimal
 *     string
 */
public record Table<R extends Record>(String name, String zh, String en, Layout layout, Class<R> type) {

    /** How the rows of a table are printed. */
    public enum Layout {
        /** Each as a line of a table. */
        ROWS,
        /** Each as a list of names and values, for rows with many components or long texts. */
        FACTS
    }

    public static <R extends Record> Table<R> ofRows(String name, String zh, String en, Class<R> type) {
        return new Table<>(name, zh, en, Layout.ROWS, type);
    }

    public static <R extends Record> Table<R> ofFacts(String name, String zh, String en, Class<R> type) {
        return new Table<>(name, zh, en, Layout.FACTS, type);
    }
}
