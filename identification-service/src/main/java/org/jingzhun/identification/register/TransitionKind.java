package org.jingzhun.identification.register;

import java.util.Set;

/** How a status of the register changes, once the household is on it. */
public enum TransitionKind {
    /** 脱贫: met the standard of its year. */
    EXITED(Set.of(Status.POOR, Status.RETURNED), Status.EXITED);

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
