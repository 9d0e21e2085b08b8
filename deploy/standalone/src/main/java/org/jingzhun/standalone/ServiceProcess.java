package org.jingzhun.standalone;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A service in a process of its own. */
final class ServiceProcess implements AutoCloseable {

    private static final Duration READY_TIMEOUT = Duration.ofMinutes(3);
    private static final Duration STOP_TIMEOUT = Duration.ofSeconds(20);
    private static final Duration LOOK_EVERY = Duration.ofMillis(100);
    private static final Duration ANSWER_TIMEOUT = Duration.ofSeconds(2);
    private static final int LAST_LINES = 15;
    private static final int OK = 200;

    /**
     * How to start a service.
     *
     * @param command program and arguments
     * @param environment what is set beside the launcher's own environment
     * @param log takes standard output and standard error
     * @param ready answers 200 when the service is ready
     */
    record Recipe(String name, List<String> command, Map<String, String> environment, Path log, URI ready) {

        Recipe {
            command = List.copyOf(command);
            environment = Map.copyOf(environment);
        }
    }

    private final Recipe recipe;
    private final Process process;

    private ServiceProcess(Recipe recipe, Process process) {
        this.recipe = recipe;
        this.process = process;
    }

    /** @throws SuiteFailure if the program cannot be started at all */
    static ServiceProcess start(Recipe recipe) {
        ProcessBuilder builder = new ProcessBuilder(recipe.command())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(recipe.log().toFile()));
        builder.environment().putAll(recipe.environment());
        try {
            return new ServiceProcess(recipe, builder.start());
        } catch (IOException failure) {
            throw new SuiteFailure("%s cannot be started: %s".formatted(recipe.name(), failure.getMessage()), failure);
        }
    }

    String name() {
        return recipe.name();
    }

    Process process() {
        return process;
    }

    /** @throws SuiteFailure if it ends before it is ready or takes too long; with the last lines of its log */
    void awaitReady() {
        long end = System.nanoTime() + READY_TIMEOUT.toNanos();
        try (HttpClient client =
                HttpClient.newBuilder().connectTimeout(ANSWER_TIMEOUT).build()) {
            while (!isReady(client)) {
                if (process.waitFor(LOOK_EVERY.toMillis(), TimeUnit.MILLISECONDS)) {
                    throw new SuiteFailure("%s has ended with code %d instead of starting:%n%s"
                            .formatted(name(), process.exitValue(), lastLines()));
                }
                if (System.nanoTime() > end) {
                    throw new SuiteFailure("%s is not ready after %d s:%n%s"
                            .formatted(name(), READY_TIMEOUT.toSeconds(), lastLines()));
                }
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new SuiteFailure("Interrupted while %s starts.".formatted(name()), interrupted);
        }
    }

    private boolean isReady(HttpClient client) throws InterruptedException {
        try {
            HttpRequest request = HttpRequest.newBuilder(recipe.ready())
                    .timeout(ANSWER_TIMEOUT)
                    .build();
            return client.send(request, BodyHandlers.discarding()).statusCode() == OK;
        } catch (IOException notYet) {
            return false;
        }
    }

    private String lastLines() {
        try {
            List<String> lines = Files.readAllLines(recipe.log());
            return String.join(
                    System.lineSeparator(), lines.subList(Math.max(0, lines.size() - LAST_LINES), lines.size()));
        } catch (IOException failure) {
            return "(its log %s cannot be read)".formatted(recipe.log());
        }
    }

    /** The same service in a new process. */
    ServiceProcess again() {
        return start(recipe);
    }

    /** Asks it to end; does not wait. */
    void askToEnd() {
        process.destroy();
    }

    /** Ends it and waits for it; kills it when it does not end by itself. */
    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(STOP_TIMEOUT.toMillis(), TimeUnit.MILLISECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            process.destroyForcibly();
        }
    }
}
