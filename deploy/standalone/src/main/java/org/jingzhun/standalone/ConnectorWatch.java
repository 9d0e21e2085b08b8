package org.jingzhun.standalone;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.jingzhun.standalone.platform.PlatformFailure;
import org.jingzhun.standalone.platform.PlatformProcess;

/** Looks after the connectors: one that has failed is restarted at each look until it runs, and said once. */
final class ConnectorWatch {

    private final Consumer<String> say;
    private final Set<String> failed = new HashSet<>();

    ConnectorWatch(Consumer<String> say) {
        this.say = say;
    }

    /** One look at the connectors of all services; a platform that does not answer is left to who restarts it. */
    void look(PlatformProcess platform) {
        for (SuiteService service : SuiteService.values()) {
            try {
                look(platform, service.database());
            } catch (PlatformFailure absent) {
                return;
            }
        }
    }

    private void look(PlatformProcess platform, String database) {
        Optional<String> failure = platform.restartFailedConnector(database);
        if (failure.isPresent()) {
            if (failed.add(database)) {
                say.accept(
                        "The connector of %s has failed and is started again: %s".formatted(database, failure.get()));
            }
        } else if (failed.remove(database)) {
            say.accept("The connector of %s runs again".formatted(database));
        }
    }
}
