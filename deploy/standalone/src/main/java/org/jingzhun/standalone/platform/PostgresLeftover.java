package org.jingzhun.standalone.platform;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** A PostgreSQL that outlived its killed platform process, and still holds the data directory and the port. */
final class PostgresLeftover {

    private static final Duration STOP_TIMEOUT = Duration.ofSeconds(60);

    private PostgresLeftover() {}

    /**
     * Ends it if there is one; returns at once if there is none.
     *
     * @param data the data directory of the platform
     * @throws PlatformFailure if it does not end
     */
    static void end(Path data) throws IOException {
        Optional<ProcessHandle> leftover = find(data.resolve("postgres/postmaster.pid"));
        if (leftover.isPresent()) {
            end(leftover.get());
        }
    }

    private static Optional<ProcessHandle> find(Path pidFile) throws IOException {
        if (!Files.exists(pidFile)) {
            return Optional.empty();
        }
        List<String> lines = Files.readAllLines(pidFile);
        return lines.isEmpty()
                ? Optional.empty()
                : ProcessHandle.of(Long.parseLong(lines.getFirst().strip()))
                        .filter(process -> process.info().command().orElse("").endsWith("postgres"));
    }

    private static void end(ProcessHandle postmaster) throws IOException {
        try {
            // The signal for PostgreSQL's fast shutdown, which Java itself cannot send.
            int sent = new ProcessBuilder("kill", "-INT", Long.toString(postmaster.pid()))
                    .start()
                    .waitFor();
            if (sent == 0) {
                postmaster.onExit().get(STOP_TIMEOUT.toSeconds(), TimeUnit.SECONDS);
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IOException("Interrupted while an earlier PostgreSQL stops.", interrupted);
        } catch (ExecutionException | TimeoutException late) {
            throw new PlatformFailure(
                    "An earlier PostgreSQL (process %d) does not stop. End it, then start again."
                            .formatted(postmaster.pid()),
                    late);
        }
    }
}
