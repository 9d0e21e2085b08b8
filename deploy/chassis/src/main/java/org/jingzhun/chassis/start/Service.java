package org.jingzhun.chassis.start;

import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.annotations.QuarkusMain;
import java.util.List;

/**
 * Main class of every service. Before the service starts it tries the database and the broker, so that a missing or
 * unreachable one is a single line that names the variable, not a page of stack trace.
 */
@QuarkusMain
public final class Service {

    private static final int NOT_STARTED = 1;

    private Service() {}

    public static void main(String... arguments) {
        List<String> complaints = Platform.complaints(System.getenv(), Platform.own());
        if (!complaints.isEmpty()) {
            complaints.forEach(System.err::println);
            System.exit(NOT_STARTED);
        }
        Quarkus.run(arguments);
    }
}
