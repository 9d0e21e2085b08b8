package org.jingzhun.sample;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.zip.Deflater;
import org.jingzhun.sample.CountyPlan.VillagePlan;
import org.jspecify.annotations.Nullable;

/**
 * Writes the files: villages are made in parallel and written in order, with only a few villages in memory at a time.
 */
final class SampleWriter {

    private final Sample sample;
    private final Path folder;
    private final Set<SampleFile> wanted;
    private final boolean gzip;
    private final int threads = Math.max(1, Runtime.getRuntime().availableProcessors());
    private final Queue<Chunk> free = new ConcurrentLinkedQueue<>();
    private final Map<SampleFile, FileStream> streams = new EnumMap<>(SampleFile.class);

    SampleWriter(Sample sample, Path folder) {
        this.sample = sample;
        this.folder = folder;
        this.wanted = sample.options().files();
        this.gzip = sample.options().gzip();
    }

    /** The rows of one village (or of the divisions or cadres) for all files, with its counts. */
    private final class Chunk {
        private final Map<SampleFile, Block> blocks = new EnumMap<>(SampleFile.class);
        private final Deflater deflater = new Deflater(Deflater.BEST_SPEED, true);
        private Manifest.Counts counts = Manifest.Counts.none();

        private Chunk() {
            wanted.forEach(file -> blocks.put(file, new Block()));
        }

        private @Nullable Lines lines(SampleFile file) {
            Block block = blocks.get(file);
            return block == null ? null : block.plain();
        }

        private Chunk filledWith(Runnable rows) {
            rows.run();
            if (gzip) {
                blocks.values().forEach(block -> block.packed().pack(block.plain(), deflater));
            }
            return this;
        }

        private void clear() {
            blocks.values().forEach(Block::clear);
            counts = Manifest.Counts.none();
        }
    }

    Manifest write() throws IOException {
        Files.createDirectories(folder);
        Manifest.Counts counts;
        try {
            for (SampleFile file : SampleFile.values()) {
                if (wanted.contains(file)) {
                    streams.put(file, new FileStream(folder.resolve(file.fileName(gzip)), gzip));
                }
            }
            save(divisions());
            counts = villages();
            for (String county : sample.counties()) {
                save(cadres(county));
            }
        } finally {
            for (FileStream stream : streams.values()) {
                stream.close();
            }
        }
        Map<SampleFile, Long> rows = new EnumMap<>(SampleFile.class);
        streams.forEach((file, stream) -> rows.put(file, stream.rows()));
        Manifest manifest = Manifest.of(sample, counts, rows);
        Files.write(folder.resolve("sample.json"), manifest.json().getBytes(StandardCharsets.UTF_8));
        return manifest;
    }

    private Manifest.Counts villages() throws IOException {
        Manifest.Counts total = Manifest.Counts.none();
        ArrayDeque<Future<Chunk>> pending = new ArrayDeque<>();
        try (ExecutorService workers = Executors.newFixedThreadPool(threads)) {
            try {
                for (CountyPlan plan : sample.plans()) {
                    VillageMaker maker = sample.maker(plan);
                    for (VillagePlan village : plan.villages()) {
                        pending.add(workers.submit(() -> chunk(plan, maker, village)));
                        if (pending.size() > 3 * threads) {
                            total = total.plus(save(pending.remove()));
                        }
                    }
                }
                while (!pending.isEmpty()) {
                    total = total.plus(save(pending.remove()));
                }
            } finally {
                workers.shutdownNow();
            }
        }
        return total;
    }

    private Manifest.Counts save(Future<Chunk> future) throws IOException {
        try {
            return save(future.get());
        } catch (ExecutionException e) {
            throw new IllegalStateException("a village could not be made: " + e.getCause(), e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while writing to " + folder, e);
        }
    }

    private Manifest.Counts save(Chunk chunk) throws IOException {
        for (Map.Entry<SampleFile, FileStream> stream : streams.entrySet()) {
            Block block = chunk.blocks.get(stream.getKey());
            if (block != null) {
                stream.getValue().write(block);
            }
        }
        Manifest.Counts counts = chunk.counts;
        chunk.clear();
        free.add(chunk);
        return counts;
    }

    private Chunk fresh() {
        Chunk chunk = free.poll();
        return chunk == null ? new Chunk() : chunk;
    }

    private Chunk divisions() {
        Chunk chunk = fresh();
        Lines out = chunk.lines(SampleFile.DIVISIONS);
        if (out == null) {
            return chunk;
        }
        String validFrom = sample.model().parameters().text("time.divisions-valid-from");
        Set<String> written = new HashSet<>();
        return chunk.filledWith(() -> {
            for (CountyPlan plan : sample.plans()) {
                List<Division> divisions = new ArrayList<>(sample.divisions().path(plan.county() + "000000"));
                divisions.addAll(sample.divisions().townships(plan.county()));
                for (Division division : divisions) {
                    if (written.add(division.code())) {
                        Rows.division(out, division, validFrom, false);
                    }
                }
                for (VillagePlan village : plan.villages()) {
                    Rows.division(out, village.division(), validFrom, village.poorVillage());
                }
            }
        });
    }

    private Chunk cadres(String county) {
        Chunk chunk = fresh();
        Lines units = chunk.lines(SampleFile.UNITS);
        Lines helpers = chunk.lines(SampleFile.HELPERS);
        if (units == null && helpers == null) {
            return chunk;
        }
        CadrePlan plan = sample.cadres(county);
        return chunk.filledWith(() -> {
            if (units != null) {
                plan.units().forEach(unit -> Rows.unit(units, unit));
            }
            if (helpers != null) {
                plan.helpers().forEach(helper -> Rows.helper(helpers, helper));
            }
        });
    }

    private Chunk chunk(CountyPlan plan, VillageMaker maker, VillagePlan village) {
        Chunk chunk = fresh();
        Village made = maker.make(village);
        chunk.counts = Manifest.Counts.of(made);
        return chunk.filledWith(() -> rows(chunk, made, plan));
    }

    private void rows(Chunk chunk, Village village, CountyPlan plan) {
        Lines households = chunk.lines(SampleFile.HOUSEHOLDS);
        Lines members = chunk.lines(SampleFile.MEMBERS);
        Lines assessments = chunk.lines(SampleFile.ASSESSMENTS);
        Lines truth = chunk.lines(SampleFile.TRUTH);
        var campaign = sample.campaignId(plan.county());
        for (Household household : village.households()) {
            if (households != null) {
                Rows.household(households, household);
            }
            if (members != null) {
                for (Member member : household.members()) {
                    Rows.member(members, household.id(), member);
                }
            }
            if (assessments != null) {
                Rows.assessment(assessments, household.id(), household.assessment(), campaign);
            }
            if (truth != null) {
                Rows.truth(truth, household);
            }
        }
        for (AssetRecord record : village.records()) {
            Lines lines = chunk.lines(SampleFile.of(record.source()));
            if (lines != null) {
                Rows.assetRecord(lines, record);
            }
        }
    }
}
