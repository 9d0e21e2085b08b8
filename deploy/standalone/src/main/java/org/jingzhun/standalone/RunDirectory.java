package org.jingzhun.standalone;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The directory that keeps what the suite needs over a restart: data, keys, logs; held by one launcher at a time. */
final class RunDirectory implements AutoCloseable {

    private static final long SHORTEST_PID_FILE = 2;

    private final Path path;
    private final FileLock lock;

    private RunDirectory(Path path, FileLock lock) {
        this.path = path;
        this.lock = lock;
    }

    /** @throws SuiteFailure if another launcher holds it */
    static RunDirectory open(Path path) {
        try {
            Files.createDirectories(path.resolve("logs"));
            Files.createDirectories(path.resolve("children"));
            FileChannel channel = FileChannel.open(
                    path.resolve("launcher.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            @Nullable FileLock lock = channel.tryLock();
            if (lock == null) {
                channel.close();
                throw new SuiteFailure(
                        "The suite is already running from %s. Stop it with deploy/stop.".formatted(path));
            }
            Files.writeString(
                    path.resolve("launcher.pid"), ProcessHandle.current().pid() + System.lineSeparator());
            return new RunDirectory(path, lock);
        } catch (IOException failure) {
            throw new SuiteFailure("Directory %s cannot be written: %s".formatted(path, failure.getMessage()), failure);
        }
    }

    Path platform() {
        return path.resolve("platform");
    }

    /** Keycloak's database. */
    Path keycloak() {
        return path.resolve(KeycloakServer.NAME);
    }

    Path path() {
        return path;
    }

    Path binaries() {
        return path.resolve("binaries");
    }

    Path keys() {
        return path.resolve("keys");
    }

    Path logs() {
        return path.resolve("logs");
    }

    Path addresses() {
        return path.resolve("suite.properties");
    }

    /** The files of the sample, as they were imported. */
    Path sample() {
        return path.resolve("sample");
    }

    /** There once the first run has been driven to its end. */
    Path firstRunMark() {
        return path.resolve("sample.done");
    }

    /** A log to write; that of the start before is kept beside it. */
    Path freshLog(String name) {
        Path log = path.resolve("logs").resolve(name + ".log");
        try {
            if (Files.exists(log)) {
                Files.move(
                        log,
                        log.resolveSibling(name + ".before.log"),
                        java.nio.file.StandardCopyOption.REPLACE_EXISTING);
            }
            return log;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Throws away the data of earlier starts; the keys stay, so that tokens remain good. */
    void clear() {
        delete(platform());
        delete(keycloak());
        delete(path.resolve("logs"));
        delete(sample());
        delete(firstRunMark());
        delete(addresses());
        try {
            Files.createDirectories(path.resolve("logs"));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Remembers a child, so that a later launcher can end it if this one is killed. */
    void remember(String name, ProcessHandle child) {
        String started = child.info().startInstant().map(Instant::toString).orElse("");
        try {
            Files.writeString(path.resolve("children").resolve(name), child.pid() + System.lineSeparator() + started);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Children of an earlier launcher that still live. */
    List<ProcessHandle> leftovers() {
        try (Stream<Path> files = Files.list(path.resolve("children"))) {
            return files.map(RunDirectory::leftover).flatMap(Optional::stream).toList();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static Optional<ProcessHandle> leftover(Path file) {
        try {
            List<String> lines = Files.readAllLines(file);
            if (lines.size() < SHORTEST_PID_FILE) {
                return Optional.empty();
            }
            // The number alone could belong to another program by now.
            return ProcessHandle.of(Long.parseLong(lines.getFirst())).filter(process -> process.info()
                    .startInstant()
                    .map(Instant::toString)
                    .filter(lines.get(1)::equals)
                    .isPresent());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static void delete(Path tree) {
        if (!Files.exists(tree)) {
            return;
        }
        try (Stream<Path> files = Files.walk(tree)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    @Override
    public void close() {
        delete(addresses());
        delete(path.resolve("launcher.pid"));
        try {
            lock.acquiredBy().close();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
