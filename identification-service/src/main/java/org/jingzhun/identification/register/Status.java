package org.jingzhun.identification.register;

import org.jspecify.annotations.Nullable;

/** How a household stands on the register (脱贫属性). */
public enum Status {
    POOR(Mark.RED),
    EXITED(Mark.GREEN),
    RETURNED(Mark.YELLOW),
    REMOVED(null);

    private final @Nullable Mark mark;

    Status(@Nullable Mark mark) {
        this.mark = mark;
    }

    /** The colour by which the field knows it; null when it is none of the register's. */
    public @Nullable Mark mark() {
        return mark;
    }
}
