package org.jingzhun.chassis.caller;

import org.jspecify.annotations.Nullable;

/**
 * Runs code on behalf of a caller where no HTTP request says who asks: jobs, projections, schedules, and the few public
 * reads.
 */
public final class CallerScope {

    private static final ScopedValue<Caller> CALLER = ScopedValue.newInstance();

    private CallerScope() {}

    public static <T, X extends Throwable> T call(Caller caller, ScopedValue.CallableOp<T, X> action) throws X {
        return ScopedValue.where(CALLER, caller).call(action);
    }

    public static void run(Caller caller, Runnable action) {
        ScopedValue.where(CALLER, caller).run(action);
    }

    static @Nullable Caller bound() {
        return CALLER.isBound() ? CALLER.get() : null;
    }
}
