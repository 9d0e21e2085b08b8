package org.jingzhun.chassis.bulk;

import io.agroal.api.AgroalDataSource;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.UUID;

/** Deletes staged rows of imports that were cancelled or gave up, and rejected rows after some weeks. */
@ApplicationScoped
class ImportSweep {

    private final AgroalDataSource database;
    private final ImportRows rows;
    private final ImportSettings settings;

    ImportSweep(AgroalDataSource database, ImportRows rows, ImportSettings settings) {
        this.database = database;
        this.rows = rows;
        this.settings = settings;
    }

    @Scheduled(every = "{jingzhun.imports.sweep:1m}", delayed = "20s")
    @RunOnVirtualThread
    @Transactional
    void sweep() throws SQLException {
        try (Connection connection = database.getConnection()) {
            for (UUID id : rows.leftOver(connection)) {
                rows.clear(connection, id);
            }
            rows.forgetRejections(connection, settings.rejectionsKept());
        }
    }
}
