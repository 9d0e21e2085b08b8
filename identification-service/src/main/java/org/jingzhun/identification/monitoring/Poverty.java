package org.jingzhun.identification.monitoring;

import org.jingzhun.identification.register.Status;
import org.jspecify.annotations.Nullable;

/** Whether a household is helped as a poor one, and is therefore not monitored. */
final class Poverty {

    /** The same in SQL, of a household {@code h}. */
    static final String SQL = "coalesce(h.status in ('POOR', 'RETURNED'), false)";

    private Poverty() {}

    /** @param registerStatus null when it is not on the register */
    static boolean isPoor(@Nullable String registerStatus) {
        return registerStatus != null
                && switch (Status.valueOf(registerStatus)) {
                    case POOR, RETURNED -> true;
                    case EXITED, REMOVED -> false;
                };
    }
}
