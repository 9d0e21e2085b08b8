package org.jingzhun.chassis.data;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Function;

/**
 * A table of normative data: ships with the service as a file and takes further rows at run time, so that a new rate or
 * rule needs no new build. Implementations are CDI beans, or belong to a {@link DataTableGroup}.
 */
public interface DataTable<T> {

    /** Its name, kebab-case. */
    String table();

    /** The CSV file among the resources. */
    default String file() {
        return "/data/" + table() + ".csv";
    }

    /** Names of the columns, in the file's order. */
    List<String> columns();

    /**
     * Reads a row; an instance that exists is valid.
     *
     * @throws IllegalArgumentException if the row means nothing; the message says what to do
     */
    T read(NamedCsvRecord row);

    /**
     * Checks rules between rows: weights that sum, grades that follow each other. Called before rows are added, with all of
     * them.
     *
     * @throws IllegalArgumentException if the table would not be whole; the message says what to do
     */
    default void requireWhole(List<T> rows) {}

    /**
     * Checks rows that are to be added, as that none holds for days that are over. Called before {@link #requireWhole}.
     *
     * @throws IllegalArgumentException if they may not be added; the message says what to do
     */
    default void requireAddable(List<T> added, LocalDate today) {}

    /**
     * For tables whose versions may only begin on a coming day, so that no decision that was made looks different
     * afterwards: {@link #requireAddable} calls it.
     */
    static <T> void requireComing(
            List<T> added, Function<T, String> version, Function<T, LocalDate> validFrom, LocalDate today) {
        for (T row : added) {
            if (!validFrom.apply(row).isAfter(today)) {
                throw new IllegalArgumentException(
                        "version " + version.apply(row) + " must begin after today, not on " + validFrom.apply(row));
            }
        }
    }

    /** What no two rows may share. */
    String keyOf(T row);
}
