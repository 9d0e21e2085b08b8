package org.jingzhun.standalone;

import java.io.IOException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalLong;
import java.util.stream.Stream;

/** What this machine has to offer. */
record Machine(OptionalLong freeMemoryBytes, long freeDiskBytes) {

    private static final long GIGABYTE = 1L << 30;
    private static final long MEMORY = 5 * GIGABYTE;
    private static final long DISK = 5 * GIGABYTE;
    private static final Path MEMORY_INFORMATION = Path.of("/proc/meminfo");
    private static final int KIBIBYTE = 1024;

    /** Free memory as the kernel estimates it, where it says so (Linux); free disk of the file system of a directory. */
    static Machine at(Path directory) throws IOException {
        FileStore disk = Files.getFileStore(directory);
        return new Machine(availableMemory(), disk.getUsableSpace());
    }

    /** @throws SuiteFailure if the suite does not fit */
    void requireRoom() {
        freeMemoryBytes.ifPresent(free -> {
            if (free < MEMORY) {
                throw new SuiteFailure(
                        "Free memory is %s, but the suite needs %s. End other programs, then start again."
                                .formatted(gigabytes(free), gigabytes(MEMORY)));
            }
        });
        if (freeDiskBytes < DISK) {
            throw new SuiteFailure(
                    "Free disk space is %s, but the suite needs %s. Make room, or set JINGZHUN_RUN to another disk."
                            .formatted(gigabytes(freeDiskBytes), gigabytes(DISK)));
        }
    }

    private static OptionalLong availableMemory() throws IOException {
        if (!Files.exists(MEMORY_INFORMATION)) {
            return OptionalLong.empty();
        }
        try (Stream<String> lines = Files.lines(MEMORY_INFORMATION)) {
            return lines.filter(line -> line.startsWith("MemAvailable:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) * KIBIBYTE)
                    .findFirst();
        }
    }

    private static String gigabytes(long bytes) {
        return "%.1f GB".formatted(bytes / (double) GIGABYTE);
    }
}
