package org.jingzhun.chassis.projection;

import java.io.IOException;
import java.sql.SQLException;

/** Tells a database that cannot be reached (try again) from one that refuses a row (a dead letter). */
final class Unreachable {

    private Unreachable() {}

    static boolean isCauseOf(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql && isPassing(sql)) {
                return true;
            }
            if (cause instanceof IOException || cause instanceof java.util.concurrent.TimeoutException) {
                return true;
            }
        }
        return false;
    }

    /**
     * Connection failures (08), shut down (57), out of resources (53), serialization failures and deadlocks (40), and
     * the pool's own refusals, which carry no state.
     */
    private static boolean isPassing(SQLException sql) {
        String state = sql.getSQLState();
        return state == null
                || state.startsWith("08")
                || state.startsWith("57")
                || state.startsWith("53")
                || state.startsWith("40");
    }

    static Throwable rootOf(Throwable failure) {
        Throwable root = failure;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return root;
    }
}
