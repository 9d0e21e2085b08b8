package org.jingzhun.chassis.job;

import java.sql.Connection;

/** A chunk of a job's work, done in one transaction with its checkpoint. */
@FunctionalInterface
public interface ChunkWork {

    /** @param connection takes part in the chunk's transaction, as everything else that is called from here */
    Progress run(Connection connection) throws Exception;
}
