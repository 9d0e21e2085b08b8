package org.jingzhun.chassis.bulk;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * One kind of bulk import ({@code POST /v1/imports?kind=...}). Implementations are CDI beans.
 *
 * <p>The way of a row: its {@link #format} reads and checks it while it streams in; rows that pass are copied into the
 * staging table; the {@link #checks} ask the database about all of them at once; {@link #merge} puts them in, some
 * thousand lines a transaction. Everything runs as the caller, under row-level security.
 */
public interface ImportKind {

    /** Stable, kebab-case. */
    String kind();

    /** Who may import this. */
    Set<String> roles();

    /**
     * The rows' format.
     *
     * @throws org.jingzhun.chassis.http.ProblemException when a parameter is missing or wrong
     */
    RowFormat format(ImportParameters parameters);

    /** Parameters with which {@link #format} can be had at any time, to tell a file of this kind from one of another. */
    default ImportParameters anyParameters() {
        return ImportParameters.NONE;
    }

    /** Rules that need the database, in order; a row rejected by one is not shown to the next. */
    List<Check> checks();

    /**
     * Puts staged lines in, by one statement or a few. {@link Upsert} writes the usual one. A second merge of the same
     * rows must change nothing. A line that violates a constraint is found and rejected by the caller of this method.
     *
     * @param connection in the transaction of these lines
     */
    Merged merge(Connection connection, Lines lines) throws SQLException;

    /** The way of lines that are all new, which spares most checks; empty when there is none. */
    default Optional<FreshLines> fresh() {
        return Optional.empty();
    }

    /**
     * The tables that {@link #merge} and {@link #afterMerge} fill, the one with a row for each line first. While they grow, their statistics are refreshed, so that
     * neither the rest of the import nor what comes behind it is planned for empty tables.
     */
    default List<String> fills() {
        return List.of();
    }

    /** In the same transaction, after {@link #merge}: the place to publish events for these lines. */
    default void afterMerge(Connection connection, Lines lines) throws SQLException {}

    /** Once, after the last line, before the staged rows are deleted. */
    default void finished(Connection connection, Lines all, ImportSummary summary) throws SQLException {}

    /** Lines merged in one transaction. Kinds whose rows refer to later rows of the file take all. */
    default int linesAtOnce() {
        return 10_000;
    }

    /**
     * Whether lines may be merged while those before are still being merged, on two connections: only when no two lines
     * of an import that passed its {@link #checks} concern the same row. {@link #afterMerge} keeps the order of the lines;
     * it then sees lines, too, that the database has just refused.
     */
    default boolean overlaps() {
        return false;
    }
}
