package org.jingzhun.chassis.bulk;

import java.util.ArrayList;
import java.util.List;

/**
 * Cuts the lines of an import into chunks, and these into stages: while the first go into an empty table, the planner must
 * look at it again before the next, or it plans for a table that it takes for empty.
 */
final class Stages {

    /** How many times as large as its statistics say a table may become before they are looked at. */
    private static final int GROWTH = 8;

    private Stages() {}

    /**
     * @param done the last line that is merged
     * @param atOnce lines of a chunk
     * @param known rows of the table, as far as the planner knows
     * @param firstAlone the first chunk is a stage of its own, and a tenth of the others
     */
    static List<List<Lines>> of(Lines all, long done, int atOnce, long known, boolean firstAlone) {
        List<List<Lines>> stages = new ArrayList<>();
        List<Lines> stage = new ArrayList<>();
        long rows = known;
        long to = done;
        boolean alone = firstAlone;
        while (to < all.to()) {
            long from = to + 1;
            to = Math.min(all.to(), to + (alone ? Math.max(1, atOnce / 10) : atOnce));
            stage.add(all.part(from, to));
            long grown = to - stage.getFirst().from() + 1;
            if (alone || to == all.to() || rows + grown >= GROWTH * rows) {
                stages.add(stage);
                stage = new ArrayList<>();
                rows += grown;
                alone = false;
            }
        }
        return stages;
    }
}
