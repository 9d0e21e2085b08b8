package org.jingzhun.identification.campaign;

/** How far a round has come: each stage lies between two gates. */
public enum Stage {
    /** The households of the village are known. */
    ROSTER,
    VISITED,
    APPRAISED,
    /** The first notice is up. */
    NOTICED,
    REVIEWED,
    REVISITED,
    REAPPRAISED,
    /** The second notice is up. */
    RENOTICED,
    REREVIEWED,
    /** The list is valid; the last stage. */
    ANNOUNCED;

    public boolean hasNotice() {
        return this == NOTICED || this == RENOTICED;
    }
}
