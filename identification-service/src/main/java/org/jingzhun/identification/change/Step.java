package org.jingzhun.identification.change;

import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jingzhun.identification.division.Level;

/**
 * What is done with a change request. Requester, reviewer and whoever applies it are three people.
 *
 * <p>Source: none published; the levels follow the reviews of identification.
 */
@Schema(name = "HouseholdChangeStep")
public enum Step {
    REVIEW(Set.of(Stage.REQUESTED), Stage.REVIEWED, Set.of(Level.TOWNSHIP)),
    APPLICATION(Set.of(Stage.REVIEWED), Stage.APPLIED, Set.of(Level.COUNTY)),
    REJECTION(Set.of(Stage.REQUESTED, Stage.REVIEWED), Stage.REJECTED, Set.of(Level.TOWNSHIP, Level.COUNTY));

    @SuppressWarnings("ImmutableEnumChecker") // nobody can change it
    private final Set<Stage> from;

    private final Stage to;

    @SuppressWarnings("ImmutableEnumChecker") // nobody can change it
    private final Set<Level> takenBy;

    Step(Set<Stage> from, Stage to, Set<Level> takenBy) {
        this.from = from;
        this.to = to;
        this.takenBy = takenBy;
    }

    public Set<Stage> from() {
        return from;
    }

    public Stage to() {
        return to;
    }

    /** The levels whose officers take it. */
    public Set<Level> takenBy() {
        return takenBy;
    }
}
