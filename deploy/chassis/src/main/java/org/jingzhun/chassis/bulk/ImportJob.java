package org.jingzhun.chassis.bulk;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jingzhun.chassis.http.Problem;
import org.jingzhun.chassis.job.JobKind;
import org.jingzhun.chassis.job.JobRun;
import org.jingzhun.chassis.job.Outcome;
import org.jingzhun.chassis.job.Progress;

/**
 * Merges an uploaded import: on the short way as long as all lines are new, else check by check and then some thousand lines
 * a transaction.
 */
@ApplicationScoped
class ImportJob implements JobKind {

    static final String KIND = "import";

    private static final long WORTH_ANALYZING = 1_000;

    private final ImportKinds kinds;
    private final ImportRows rows;
    private final TableStatistics statistics;

    ImportJob(ImportKinds kinds, ImportRows rows, TableStatistics statistics) {
        this.kinds = kinds;
        this.rows = rows;
        this.statistics = statistics;
    }

    /**
     * Where the import stands.
     *
     * @param checks how many were asked; none while the lines go in on the short way
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
        if (standing(run).line() < all.to() && !insertFresh(run, kind, format, order)) {
            check(run, kind, format, all);
            if (order.atomic()) {
                mergeAtomically(run, kind, format, all);
            } else {
                mergeByChunks(run, kind, format, all);
            }
        }
        end(run, kind, all);
        return outcome(run, order);
    }

    private static Checkpoint standing(JobRun run) {
        return run.checkpoint(Checkpoint.class).orElse(new Checkpoint(0, 0, false));
    }

    /** @return whether all lines went in on the short way, which is closed once a check was asked */
    private boolean insertFresh(JobRun run, ImportKind kind, RowFormat format, ImportOrder order) {
        Lines all = order.all(run.id());
        Optional<FreshLines> fresh = kind.fresh();
        if (fresh.isEmpty() || standing(run).checks() > 0 || !isOpen(run, fresh.get(), format, order)) {
            return false;
        }
        try {
            if (order.atomic()) {
                run.inChunk(connection -> insertAll(connection, run, fresh.get(), format, all, kind.linesAtOnce()));
                refreshStatistics(run, kind, all);
            } else {
                Chunk.Way way = Chunk.fresh(fresh.get(), format, rows, run.id());
                mergeByChunks(run, kind, all, true, true, way);
            }
            return true;
        } catch (FreshMerging.NotFresh closed) {
            return false;
        }
    }

    private boolean isOpen(JobRun run, FreshLines fresh, RowFormat format, ImportOrder order) {
        Checkpoint before = standing(run);
        Lines rest = order.all(run.id()).part(before.line() + 1, order.lines());
        if (before.line() == 0 && order.lines() >= WORTH_ANALYZING) {
            run.analyze(List.of(format.table()));
        }
        var isOpen = new AtomicBoolean();
        run.inChunk(connection -> {
            boolean stops = order.atomic() && rejected(connection, run) > 0;
            isOpen.set(!stops && new FreshMerging(connection, fresh, format.table()).isOpenTo(rest));
            return new Progress(before, before.line());
        });
        return isOpen.get();
    }

    private Progress insertAll(
            Connection connection, JobRun run, FreshLines fresh, RowFormat format, Lines all, int atOnce)
            throws SQLException {
        Chunk.Way way = Chunk.fresh(fresh, format, rows, run.id());
        for (long from = 1; from <= all.to(); from += atOnce) {
            way.merge(connection, all.part(from, Math.min(all.to(), from + atOnce - 1)))
                    .after(connection);
        }
        return new Progress(new Checkpoint(0, all.to(), false), all.to());
    }

    private void check(JobRun run, ImportKind kind, RowFormat format, Lines all) {
        List<Check> checks = kind.checks();
        if (standing(run).checks() == 0 && kind.fresh().isEmpty() && all.to() >= WORTH_ANALYZING) {
            run.analyze(List.of(format.table()));
        }
        for (int next = standing(run).checks(); next < checks.size(); next++) {
            int asked = next;
            long merged = standing(run).line();
            Lines rest = all.part(merged + 1, all.to());
            run.inChunk(connection -> {
                if (Merging.reject(connection, checks.get(asked), rest, format) > 0) {
                    rows.sealRejections(connection, run.id());
                }
                return new Progress(new Checkpoint(asked + 1, merged, false), merged);
            });
        }
    }

    private void mergeByChunks(JobRun run, ImportKind kind, RowFormat format, Lines all) {
        boolean overlaps = kind.overlaps() && all.to() > kind.linesAtOnce();
        Chunk.Way way =
                overlaps ? Chunk.careful(kind, format, rows, run.id()) : Chunk.whole(kind, format, rows, run.id());
        boolean isEmpty =
                !kind.fills().isEmpty() && statistics.rows(kind.fills().getFirst()) == 0;
        mergeByChunks(
                run, kind, all, overlaps, overlaps && (isEmpty || kind.fills().isEmpty()), way);
    }

    private void mergeByChunks(
            JobRun run, ImportKind kind, Lines all, boolean overlaps, boolean firstAlone, Chunk.Way way) {
        Checkpoint before = standing(run);
        // No statistics are refreshed of what a kind does not name, so that its chunks wait for none.
        long known =
                kind.fills().isEmpty() ? all.to() : statistics.rows(kind.fills().getFirst());
        for (List<Lines> stage : Stages.of(all, before.line(), kind.linesAtOnce(), known, firstAlone)) {
            List<Chunk> chunks = stage.stream()
                    .map(lines -> new Chunk(way, lines, before.checks()))
                    .toList();
            if (overlaps && chunks.size() > 1) {
                run.inOverlappingChunks(chunks);
            } else {
                chunks.forEach(chunk -> run.inChunk(chunk::whole));
            }
            refreshStatistics(run, kind, all);
        }
    }

    private void refreshStatistics(JobRun run, ImportKind kind, Lines all) {
        if (all.to() >= WORTH_ANALYZING && !kind.fills().isEmpty()) {
            run.analyze(statistics.outgrown(kind.fills()));
        }
    }

    private void mergeAtomically(JobRun run, ImportKind kind, RowFormat format, Lines all) {
        Checkpoint before = standing(run);
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
                    rows.sealRejections(connection, run.id());
                }
            }
            return new Progress(new Checkpoint(before.checks(), all.to(), false), all.to());
        });
        refreshStatistics(run, kind, all);
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
