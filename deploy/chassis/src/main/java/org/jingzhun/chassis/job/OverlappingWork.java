package org.jingzhun.chassis.job;

import java.sql.Connection;

/**
 * A chunk of a job's work in two parts, done in one transaction with its checkpoint.
 *
 * @param <T> what the first part hands to the second
 */
public interface OverlappingWork<T> {

    /** May run beside the chunk before: must not touch a row that another chunk of the same job touches. */
    T ahead(Connection connection) throws Exception;

    /** Runs when the chunk before is committed. */
    Progress then(Connection connection, T made) throws Exception;
}
