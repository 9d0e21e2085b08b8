package org.jingzhun.chassis.idempotency;

import io.quarkus.scheduler.Scheduled;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.SQLException;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/** Forgets old keys: a client that has not tried again for a day has given up. */
@ApplicationScoped
class KeyPurge {

    private static final Logger LOG = Logger.getLogger(KeyPurge.class);

    private final KeyedAnswers answers;
    private final Duration kept;

    KeyPurge(
            KeyedAnswers answers,
            @ConfigProperty(name = "jingzhun.idempotency.kept", defaultValue = "25h") Duration kept) {
        this.answers = answers;
        this.kept = kept;
    }

    @Scheduled(every = "{jingzhun.idempotency.purge:30m}", delayed = "1m")
    @RunOnVirtualThread
    @Transactional
    void purge() throws SQLException {
        int gone = answers.purge(kept.toSeconds());
        LOG.debugf("%d idempotency keys expired", gone);
    }
}
