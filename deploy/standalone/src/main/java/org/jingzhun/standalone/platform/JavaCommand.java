package org.jingzhun.standalone.platform;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * How the programs of the suite are started when they all share one small machine: with this Java, a bounded heap, one
 * thread for the collector, and optimizing only what is really hot. With the JVM's own thresholds a quarter of the
 * processor time of the first minutes goes into optimizing code that has already done its work. A quarter of the heap is
 * for young objects from the beginning: a collection costs what survives it, so few are cheaper than many. A third of
 * that takes in survivors: a batch on its way must fit in, or it grows old by mistake and is only freed by a full
 * collection.
 */
public final class JavaCommand {

    private JavaCommand() {}

    /**
     * The command up to the class path or jar.
     *
     * @param heapAtFirst MB
     * @param heapAtMost MB; when that is not enough the program ends instead of limping on
     */
    public static List<String> withHeap(int heapAtFirst, int heapAtMost) {
        return command(
                "-Xms" + heapAtFirst + "m",
                "-Xmx" + heapAtMost + "m",
                "-XX:NewSize=" + heapAtMost / 4 + "m",
                "-XX:SurvivorRatio=4",
                "-XX:+UseSerialGC",
                "-XX:Tier4InvocationThreshold=30000",
                "-XX:Tier4MinInvocationThreshold=5000",
                "-XX:Tier4CompileThreshold=50000",
                "-XX:Tier4BackEdgeThreshold=200000");
    }

    /**
     * The command up to the class path or jar for a program that has a machine to itself, as services have in a cluster: all
     * processors collect, half of the heap is for young objects, and code is optimized as early as the JVM thinks best.
     *
     * @param heapAtMost MB, which it takes as it needs them without asking whether fewer would do
     */
    public static List<String> alone(int heapAtMost) {
        return command("-Xms" + heapAtMost + "m", "-Xmx" + heapAtMost + "m", "-XX:NewRatio=1", "-XX:+UseParallelGC");
    }

    private static List<String> command(String... options) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of(options));
        command.addAll(List.of(
                "-XX:+ExitOnOutOfMemoryError",
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow"));
        return List.copyOf(command);
    }
}
