package org.jingzhun.standalone.platform;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Pattern;

/** Speaks to the REST interface of Kafka Connect. */
final class ConnectClient {

    private static final Duration TIMEOUT = Duration.ofSeconds(60);
    private static final Duration LOOK_EVERY = Duration.ofMillis(100);
    private static final Pattern STATE = Pattern.compile("\"state\"\\s*:\\s*\"(\\w+)\"");
    private static final String FAILED = "FAILED";
    private static final int STATES_OF_ONE_TASK = 2;

    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(TIMEOUT)
            .build();
    private final String url;

    ConnectClient(String url) {
        this.url = url;
    }

    /**
     * Sets a connector's configuration and waits until the connector and its task run.
     *
     * @throws PlatformFailure if Connect refuses the configuration, or the connector or its task fails
     */
    void register(String connector, String configuration) {
        URI connectorUri = URI.create(url + "/connectors/" + connector);
        HttpResponse<String> answer = send(HttpRequest.newBuilder(URI.create(connectorUri + "/config"))
                .header("Content-Type", "application/json")
                .PUT(BodyPublishers.ofString(configuration)));
        if (answer.statusCode() / 100 != 2) {
            throw new PlatformFailure("Kafka Connect refused connector %s: %s".formatted(connector, answer.body()));
        }
        // A task that had failed before stays failed when its configuration is unchanged, unless it is restarted.
        if (!awaitRunning(connectorUri)) {
            restartWhatFailed(connectorUri);
            if (!awaitRunning(connectorUri)) {
                throw new PlatformFailure("Connector %s has failed: %s".formatted(connector, status(connectorUri)));
            }
        }
    }

    /** Restarts the connector and its task if one of them has failed; then what Connect says of the failure. */
    Optional<String> restartIfFailed(String connector) {
        URI connectorUri = URI.create(url + "/connectors/" + connector);
        String status = status(connectorUri);
        if (!states(status).contains(FAILED)) {
            return Optional.empty();
        }
        restartWhatFailed(connectorUri);
        return Optional.of(status);
    }

    private void restartWhatFailed(URI connector) {
        var unused = send(HttpRequest.newBuilder(URI.create(connector + "/restart?includeTasks=true&onlyFailed=true"))
                .POST(BodyPublishers.noBody()));
    }

    /** Whether the connector and its task run in the end; false if one of them has failed. */
    private boolean awaitRunning(URI connector) {
        long end = System.nanoTime() + TIMEOUT.toNanos();
        while (System.nanoTime() < end) {
            List<String> states = states(status(connector));
            if (states.contains(FAILED)) {
                return false;
            }
            if (states.size() >= STATES_OF_ONE_TASK && states.stream().allMatch("RUNNING"::equals)) {
                return true;
            }
            LockSupport.parkNanos(LOOK_EVERY.toNanos());
        }
        throw new PlatformFailure("Connector at %s does not run after %d s.".formatted(connector, TIMEOUT.toSeconds()));
    }

    private static List<String> states(String status) {
        return STATE.matcher(status).results().map(match -> match.group(1)).toList();
    }

    private String status(URI connector) {
        return send(HttpRequest.newBuilder(URI.create(connector + "/status")).GET())
                .body();
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return client.send(request.timeout(TIMEOUT).build(), BodyHandlers.ofString());
        } catch (IOException failure) {
            throw new PlatformFailure("Kafka Connect at %s does not answer.".formatted(url), failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new PlatformFailure("Interrupted while waiting for Kafka Connect.", interrupted);
        }
    }
}
