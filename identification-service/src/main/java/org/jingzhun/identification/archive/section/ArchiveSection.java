package org.jingzhun.identification.archive.section;

import java.sql.SQLException;

/**
 * A section of the file of a household (一户一档): what one concept decided about it, and why. Each concept contributes
 * its sections as CDI beans; the file takes them in their order, hashes each, and prints its tables.
 */
public interface ArchiveSection {

    Heading heading();

    /**
     * Tells everything that the section has about each of the households: by one query for each table, however many
     * households there are. Rows in an order that depends on their content alone, so that the same facts give the same
     * hash.
     */
    void read(Reading reading) throws SQLException;
}
