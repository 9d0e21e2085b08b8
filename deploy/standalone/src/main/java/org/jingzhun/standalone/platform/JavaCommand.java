package org.jingzhun.standalone.platform;

import java.nio.file.Path;
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
        return List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xms" + heapAtFirst + "m",
                "-Xmx" + heapAtMost + "m",
                "-XX:NewSize=" + heapAtMost / 4 + "m",
                "-XX:SurvivorRatio=4",
                "-XX:+UseSerialGC",
                "-XX:Tier4InvocationThreshold=30000",
                "-XX:Tier4MinInvocationThreshold=5000",
                "-XX:Tier4CompileThreshold=50000",
                "-XX:Tier4BackEdgeThreshold=200000",
                "-XX:+ExitOnOutOfMemoryError",
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow");
    }
}
