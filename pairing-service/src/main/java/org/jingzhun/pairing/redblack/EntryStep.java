package org.jingzhun.pairing.redblack;

import java.util.List;
import java.util.Set;
import org.jingzhun.chassis.procedure.Move;
import org.jingzhun.pairing.access.Role;

/** The steps of an entry (红黑榜程序). Those between NOTIFY and LIFT that concern a fault are for the black list alone. */
@SuppressWarnings("ImmutableEnumChecker") // sets and lists made by of() are immutable
public enum EntryStep implements Move<EntryState> {

    /** (提名) */
    PROPOSE(Set.of(), EntryState.PROPOSED, By.LIST_KEEPERS, List.of(), false),

    /** Who is meant is told, with a deadline for the reply (告知). */
    NOTIFY(Set.of(EntryState.PROPOSED), EntryState.NOTIFIED, By.LIST_KEEPERS, List.of(), true),

    /** (申辩) */
    REPLY(Set.of(EntryState.NOTIFIED), EntryState.REPLIED, By.OFFICERS, List.of(PROPOSE, NOTIFY), true),

    /** Nothing is published (不予上榜). */
    DISMISS(
            Set.of(EntryState.PROPOSED, EntryState.NOTIFIED, EntryState.REPLIED),
            EntryState.DISMISSED,
            By.LIST_KEEPERS,
            List.of(REPLY),
            false),

    /** Another person puts it on the list: a fault only after its reply, or when the time for that is over (上榜). */
    PUBLISH(
            Set.of(EntryState.PROPOSED, EntryState.NOTIFIED, EntryState.REPLIED),
            EntryState.PUBLISHED,
            By.LIST_KEEPERS,
            List.of(PROPOSE, REPLY),
            false),

    /** Who is meant says how it was put right (整改). */
    RECTIFY(Set.of(EntryState.PUBLISHED), EntryState.RECTIFIED, By.OFFICERS, List.of(PUBLISH), true),

    /** It is not put right (退回). */
    REJECT(Set.of(EntryState.RECTIFIED), EntryState.PUBLISHED, By.LIST_KEEPERS, List.of(RECTIFY), true),

    /** Off the black list (摘榜). */
    LIFT(Set.of(EntryState.RECTIFIED), EntryState.LIFTED, By.LIST_KEEPERS, List.of(RECTIFY), true),

    /** The time of praise is over; a fault stays until it is lifted (到期). */
    EXPIRE(Set.of(EntryState.PUBLISHED), EntryState.EXPIRED, Set.of(EntryStep.CLOCK), List.of(), false);

    /** The role of the calendar; no token carries it. */
    static final String CLOCK = "clock";

    /** Constants of the class itself would come after its steps. */
    private static final class By {
        private static final Set<String> LIST_KEEPERS = Set.of(Role.SUPERVISOR, Role.CITY_OFFICER, Role.REGION_OFFICER);
        private static final Set<String> OFFICERS =
                Set.of(Role.TOWNSHIP_OFFICER, Role.COUNTY_OFFICER, Role.CITY_OFFICER);
    }

    private final Set<EntryState> from;
    private final EntryState to;
    private final Set<String> takenBy;
    private final List<EntryStep> mustDifferFrom;
    private final boolean blackAlone;

    EntryStep(
            Set<EntryState> from,
            EntryState to,
            Set<String> takenBy,
            List<EntryStep> mustDifferFrom,
            boolean blackAlone) {
        this.from = from;
        this.to = to;
        this.takenBy = takenBy;
        this.mustDifferFrom = mustDifferFrom;
        this.blackAlone = blackAlone;
    }

    @Override
    public Set<EntryState> from() {
        return from;
    }

    @Override
    public EntryState to() {
        return to;
    }

    @Override
    public Set<String> takenBy() {
        return takenBy;
    }

    @Override
    public List<EntryStep> mustDifferFrom() {
        return mustDifferFrom;
    }

    /** Whether praise has no such step. */
    public boolean blackAlone() {
        return blackAlone;
    }
}
