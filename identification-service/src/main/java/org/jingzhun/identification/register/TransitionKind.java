package org.jingzhun.identification.register;

import java.util.Set;

/** How a status of the register changes, once the household is on it. */
public enum TransitionKind {
    /** 脱贫: met the standard of its year. */
    EXITED(Set.of(Status.POOR, Status.RETURNED), Status.EXITED),
    /** 返贫: had left poverty, and fell back. */
    RETURNED(Set.of(Status.EXITED), Status.RETURNED),
    /** 回退: the exit was wrong. */
    ROLLED_BACK(Set.of(Status.EXITED), Status.POOR),
    /** 错评剔除: the registration was wrong. */
    REMOVED(Set.of(Status.POOR, Status.RETURNED), Status.REMOVED);

    @SuppressWarnings("ImmutableEnumChecker") // a copy that nobody can change
    private final Set<Status> from;

    private final Status to;

    TransitionKind(Set<Status> from, Status to) {
        this.from = from;
        this.to = to;
    }

    public Set<Status> from() {
        return from;
    }

    public Status to() {
        return to;
    }
}
