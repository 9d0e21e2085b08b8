package org.jingzhun.standalone;

import java.nio.file.Path;
import java.util.Locale;

/** The services of the suite. */
public enum SuiteService {
    /** Whom to help and how they leave (精准识别). */
    IDENTIFICATION(8081),
    /** With what money (资金管理). */
    FUNDING(8082),
    /** Who helps (结对帮扶). */
    PAIRING(8083);

    private final int defaultPort;

    SuiteService(int defaultPort) {
        this.defaultPort = defaultPort;
    }

    /** The port on which the service listens if nothing else is said. */
    int defaultPort() {
        return defaultPort;
    }

    /** Name of the service's database. */
    public String database() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Name of the service, of its directory and of its log. */
    public String title() {
        return database() + "-service";
    }

    Path jar(Path root) {
        return root.resolve(title()).resolve("target/quarkus-app/quarkus-run.jar");
    }
}
