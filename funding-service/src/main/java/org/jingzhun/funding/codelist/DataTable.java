package org.jingzhun.funding.codelist;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.util.List;

/**
 * A table of normative data: ships with the service as a file under {@code data/} and takes further rows at run time, so
 * that a new rate or rule needs no new build. Implementations are CDI beans.
 */
public interface DataTable<T> {

    /** The file without its ending, for example {@code loan-products}. */
    String table();

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

    /** What no two rows may share. */
    String keyOf(T row);
}
