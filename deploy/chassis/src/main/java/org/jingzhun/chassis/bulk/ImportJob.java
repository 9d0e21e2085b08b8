package org.jingzhun.chassis.bulk;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jingzhun.chassis.http.Problem;
import org.jingzhun.chassis.job.JobKind;
import org.jingzhun.chassis.job.JobRun;
import org.jingzhun.chassis.job.Outcome;
import org.jingzhun.chassis.job.OverlappingWork;
import org.jingzhun.chassis.job.Progress;

/** Merges an uploaded import, check by check and then some thousand lines a transaction. */
@ApplicationScoped
class ImportJob implements JobKind {

    static final String KIND = "import";

    private static final long WORTH_ANALYZING = 1_000;

    private final ImportKinds kinds;
    private final ImportRows rows;

    ImportJob(ImportKinds kinds, ImportRows rows) {
        this.kinds = kinds;
        this.rows = rows;
    }

    /**
     * Where the import stands.
     *
     * @param checks how many were asked
     * @param line up to which all are merged
     * @param ended the staged rows are gone
     */
    record Checkpoint(int checks, long line, boolean ended) {}

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Outcome run(JobRun run) throws SQLException {
        ImportOrder order = run.input(ImportOrder.class);
        ImportKind kind = kinds.get(order.kind());
        RowFormat format = kind.format(order.parameters());
        Lines all = order.all(run.id());
        check(run, kind, format, all);
        if (order.atomic()) {
            mergeAtomically(run, kind, format, all);
        } else {
            mergeByChunks(run, kind, format, all);
        }
        end(run, kind, all);
        return outcome(run, order);
    }

    private static Checkpoint standing(JobRun run) {
        return run.checkpoint(Checkpoint.class).orElse(new Checkpoint(0, 0, false));
    }

    private void check(JobRun run, ImportKind kind, RowFormat format, Lines all) {
        List<Check> checks = kind.checks();
        if (standing(run).checks() == 0 && standing(run).line() == 0 && all.to() >= WORTH_ANALYZING) {
            run.analyze(List.of(format.table()));
        }
        for (int next = standing(run).checks(); next < checks.size(); next++) {
            int asked = next;
            run.inChunk(connection -> {
                Merging.reject(connection, checks.get(asked), all, format);
                return new Progress(new Checkpoint(asked + 1, 0, false), 0);
            });
        }
    }

    private void mergeByChunks(JobRun run, ImportKind kind, RowFormat format, Lines all) {
        List<Chunk> chunks = new ArrayList<>();
        int checks = standing(run).checks();
        long to = standing(run).line();
        while (to < all.to()) {
            long from = to + 1;
            to = Math.min(all.to(), to + (to == 0 && kind.overlaps() ? firstLines(kind) : kind.linesAtOnce()));
            chunks.add(new Chunk(run.id(), kind, format, all.part(from, to), checks));
            if (all.to() >= WORTH_ANALYZING && (hasGrown(to, kind.linesAtOnce()) || from == 1 || to == all.to())) {
                merge(run, kind, chunks);
                chunks.clear();
                run.analyze(kind.fills());
            }
        }
        merge(run, kind, chunks);
    }

    /** The first lines go in alone, so that the others are planned for tables that are not empty. */
    private static int firstLines(ImportKind kind) {
        return Math.max(1, kind.linesAtOnce() / 10);
    }

    private static void merge(JobRun run, ImportKind kind, List<Chunk> chunks) {
        if (kind.overlaps() && chunks.size() > 1) {
            run.inOverlappingChunks(chunks);
        } else {
            chunks.forEach(chunk -> run.inChunk(chunk::whole));
        }
    }

    /** Lines that are merged in one transaction. */
    private final class Chunk implements OverlappingWork<Chunk.Ahead> {

        private final UUID importId;
        private final ImportKind kind;
        private final RowFormat format;
        private final Lines lines;
        private final int checks;

        Chunk(UUID importId, ImportKind kind, RowFormat format, Lines lines, int checks) {
            this.importId = importId;
            this.kind = kind;
            this.format = format;
            this.lines = lines;
            this.checks = checks;
        }

        /** Merged, but what follows the merge is still to do. */
        record Ahead(Merging merging, Merged merged) {}

        Progress whole(Connection connection) throws SQLException {
            Merging merging = Merging.whole(connection, kind);
            return ended(connection, merging, merging.merge(lines));
        }

        @Override
        public Ahead ahead(Connection connection) throws SQLException {
            Merging merging = Merging.alone(connection, kind);
            return new Ahead(merging, merging.merge(lines));
        }

        @Override
        public Progress then(Connection connection, Ahead made) throws SQLException {
            kind.afterMerge(connection, lines);
            return ended(connection, made.merging(), made.merged());
        }

        private Progress ended(Connection connection, Merging merging, Merged merged) throws SQLException {
            rows.add(connection, importId, merged);
            merging.setAside(lines, format);
            return new Progress(new Checkpoint(checks, lines.to(), false), lines.to());
        }
    }

    /** At the first chunk, the eighth, the 64th and so on. */
    private static boolean hasGrown(long lines, int linesAtOnce) {
        long chunks = lines / linesAtOnce;
        return Long.bitCount(chunks) == 1 && Long.numberOfTrailingZeros(chunks) % 3 == 0;
    }

    private void mergeAtomically(JobRun run, ImportKind kind, RowFormat format, Lines all) {
        Checkpoint before = standing(run);
        if (before.line() == all.to()) {
            return;
        }
        run.inChunk(connection -> {
            if (rejected(connection, run) == 0) {
                Merging merging = Merging.whole(connection, kind);
                merging.mark();
                Merged merged = Merged.NOTHING;
                for (long from = 1; from <= all.to(); from += kind.linesAtOnce()) {
                    long to = Math.min(all.to(), from + kind.linesAtOnce() - 1);
                    merged = merged.plus(merging.merge(all.part(from, to)));
                }
                if (merging.refused().isEmpty()) {
                    rows.add(connection, run.id(), merged);
                } else {
                    merging.undo();
                    merging.setAside(all, format);
                }
            }
            return new Progress(new Checkpoint(before.checks(), all.to(), false), all.to());
        });
        if (all.to() >= WORTH_ANALYZING) {
            run.analyze(kind.fills());
        }
    }

    private long rejected(Connection connection, JobRun run) throws SQLException {
        return rows.find(connection, run.id()).orElseThrow().summary().rejected();
    }

    private void end(JobRun run, ImportKind kind, Lines all) {
        Checkpoint before = standing(run);
        if (before.ended()) {
            return;
        }
        run.inChunk(connection -> {
            ImportRows.Stored stored = rows.find(connection, run.id()).orElseThrow();
            if (!stored.stopped()) {
                kind.finished(connection, all, stored.summary());
            }
            rows.clear(connection, run.id());
            return new Progress(new Checkpoint(before.checks(), before.line(), true), all.to());
        });
    }

    private Outcome outcome(JobRun run, ImportOrder order) {
        ImportRows.Stored stored = rows.find(run.id()).orElseThrow();
        return stored.stopped()
                ? Outcome.failed(
                        Problem.of(422, "import-rejected", stored.summary().rejected(), order.lines()))
                : Outcome.succeeded(stored.summary());
    }
}
