package org.jingzhun.chassis.sealing;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jingzhun.chassis.caller.Caller;
import org.jingzhun.chassis.caller.CallerScope;
import org.jingzhun.chassis.job.JobKind;
import org.jingzhun.chassis.job.JobRun;
import org.jingzhun.chassis.job.Outcome;
import org.jingzhun.chassis.job.Progress;

/**
 * Seals under the primary key whatever is under another one, some blocks of a table at a time; everybody else goes on
 * reading and writing. What a replica with a former key writes behind its back is found by another round.
 */
@ApplicationScoped
class Rotation implements JobKind {

    static final String KIND = "sealing-rotation";

    private static final int BLOCKS_AT_ONCE = 64;
    private static final int ROUNDS_AT_MOST = 3;

    private final SealedRows rows;
    private final Sealing sealing;

    Rotation(SealedRows rows, Sealing sealing) {
        this.rows = rows;
        this.sealing = sealing;
    }

    /**
     * Where to go on.
     *
     * @param column number of the column in the list
     * @param block the next one of its table
     * @param sealed values so far
     */
    record Place(int round, int column, long block, long sealed) {

        Place behind(int blocks, long more) {
            return new Place(round, column, block + blocks, sealed + more);
        }

        Place nextColumn(int columns) {
            return column + 1 < columns ? new Place(round, column + 1, 0, sealed) : new Place(round + 1, 0, 0, sealed);
        }
    }

    /**
     * What the rotation did.
     *
     * @param key the number of the primary key
     * @param sealed values that it sealed under the primary key
     * @param left values under another key, by the name of their column: as long as there are any, none may go
     */
    record Result(int key, long sealed, Map<String, Long> left) {}

    @Override
    public String kind() {
        return KIND;
    }

    /** Sees every row, whoever asked: what it does shows nothing to anybody. */
    @Override
    public Outcome run(JobRun run) {
        return CallerScope.call(Caller.system("sealing"), () -> {
            Place place = run.checkpoint(Place.class).orElse(new Place(0, 0, 0, 0));
            while (place.round() < ROUNDS_AT_MOST) {
                int round = place.round();
                while (place.round() == round) {
                    place = step(run, place);
                }
                if (left().isEmpty()) {
                    break;
                }
            }
            return Outcome.succeeded(new Result(sealing.primary(), place.sealed(), left()));
        });
    }

    private Place step(JobRun run, Place place) {
        List<SealedColumn> columns = rows.columns();
        SealedColumn column = columns.get(place.column());
        var next = new Place[1];
        run.inChunk(connection -> {
            if (place.block() >= rows.blocks(connection, column)) {
                next[0] = place.nextColumn(columns.size());
            } else {
                int sealed = rows.seal(connection, column, place.block(), place.block() + BLOCKS_AT_ONCE, sealing);
                next[0] = place.behind(BLOCKS_AT_ONCE, sealed);
            }
            return new Progress(next[0], next[0].sealed());
        });
        return next[0];
    }

    private Map<String, Long> left() {
        return QuarkusTransaction.requiringNew().call(() -> {
            var left = new TreeMap<String, Long>();
            for (SealedColumn column : rows.columns()) {
                var counts = rows.count(column);
                counts.remove(sealing.primary());
                long under = counts.values().stream().mapToLong(Long::longValue).sum();
                if (under > 0) {
                    left.put(column.name(), under);
                }
            }
            return left;
        });
    }
}
