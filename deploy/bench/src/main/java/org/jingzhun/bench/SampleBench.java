package org.jingzhun.bench;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jingzhun.sample.Manifest;
import org.jingzhun.sample.Sample;
import org.jingzhun.sample.SampleOptions;

/**
 * Makes a prefecture with all its files, by wall time and by processor time. The peer is a bare writer: as many bytes, made already, written to
 * as many files by one thread; the limit is the rate that the sample was asked for.
 */
final class SampleBench {

    private static final String WARM_UP = "451031";
    private static final String COUNTIES = "4510";
    private static final double ASKED_FOR = 50_000;
    private static final int CORES = 2;
    private static final double SECOND = 1e9;
    private static final int BUFFER_BYTES = 1 << 20;

    private SampleBench() {}

    static List<Figure> run() throws IOException {
        try (Scratch scratch = Scratch.make()) {
            Sample.of(SampleOptions.of(1, WARM_UP)).writeTo(scratch.path().resolve("warm-up"));
            Path made = scratch.path().resolve("made");
            long processorBefore = processorNanoseconds();
            double plain = householdsPerSecond(SampleOptions.of(42, COUNTIES), made);
            double processorSeconds = (processorNanoseconds() - processorBefore) / SECOND;
            double written =
                    households(made) / seconds(() -> copy(made, scratch.path().resolve("written")));
            double packed = householdsPerSecond(
                    SampleOptions.of(42, COUNTIES).compressed(), scratch.path().resolve("packed"));
            return List.of(
                    new Figure("sample with all files", plain, "households/s", written, "writing the same bytes"),
                    new Figure("sample with all files", plain, "households/s", ASKED_FOR, "asked for"),
                    new Figure(
                            "sample, a second of processor time",
                            households(made) / processorSeconds,
                            "households/s",
                            ASKED_FOR / CORES,
                            "asked for on two cores"),
                    new Figure("sample with all files, compressed", packed, "households/s", plain, "not compressed"));
        }
    }

    /** Of this process; unlike wall time it is the same on a machine that has other work, too. */
    private static long processorNanoseconds() {
        return ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getProcessCpuTime();
    }

    private interface Work {
        void run() throws IOException;
    }

    private static double seconds(Work work) throws IOException {
        long start = System.nanoTime();
        work.run();
        return (System.nanoTime() - start) / SECOND;
    }

    private static double householdsPerSecond(SampleOptions options, Path folder) throws IOException {
        List<Manifest> manifests = new ArrayList<>();
        double seconds = seconds(() -> manifests.add(Sample.of(options).writeTo(folder)));
        return manifests.getFirst().counts().households() / seconds;
    }

    private static double households(Path folder) throws IOException {
        try (Stream<String> lines = Files.lines(folder.resolve("households.ndjson"))) {
            return lines.count();
        }
    }

    /** The bytes come from a buffer, so that nothing is read while the clock runs. */
    private static void copy(Path from, Path to) throws IOException {
        Files.createDirectories(to);
        byte[] buffer = new byte[BUFFER_BYTES];
        try (Stream<Path> files = Files.list(from)) {
            for (Path file : files.toList()) {
                try (OutputStream out = Files.newOutputStream(to.resolve(file.getFileName()))) {
                    long left = Files.size(file);
                    while (left > 0) {
                        int some = (int) Math.min(left, buffer.length);
                        out.write(buffer, 0, some);
                        left -= some;
                    }
                }
            }
        }
    }
}
