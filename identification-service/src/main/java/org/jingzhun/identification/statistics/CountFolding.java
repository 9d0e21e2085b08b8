package org.jingzhun.identification.statistics;

import io.agroal.api.AgroalDataSource;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.jboss.logging.Logger;

/**
 * Puts changes of counts together every minute, so that there are never many to add up, and counts households anew of which
 * members changed.
 */
@ApplicationScoped
class CountFolding {

    private static final Logger LOG = Logger.getLogger(CountFolding.class);

    private final AgroalDataSource database;

    CountFolding(AgroalDataSource database) {
        this.database = database;
    }

    @Scheduled(every = "{jingzhun.identification.counts.fold:1m}", delayed = "1m")
    @RunOnVirtualThread
    @Transactional
    void foldWhatWasAppended() throws SQLException {
        LOG.debugf("%d changes of counts put together", fold());
    }

    /** @return how many had been appended since */
    @Transactional
    long fold() throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement fold = connection.prepareStatement("select fold_register_counts()");
                ResultSet row = fold.executeQuery()) {
            row.next();
            return row.getLong(1);
        }
    }
}
