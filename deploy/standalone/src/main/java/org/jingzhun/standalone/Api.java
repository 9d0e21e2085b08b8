package org.jingzhun.standalone;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** The public interfaces of a running suite, as an outside client calls them: HTTP, JSON, and a bearer token. */
public final class Api implements AutoCloseable {

    private static final Duration ANSWER_TIMEOUT = Duration.ofMinutes(5);
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final Duration LOOK_EVERY = Duration.ofMillis(100);
    private static final int FIRST_ERROR = 400;
    private static final int TOO_MANY = 429;

    private final SuiteAddresses suite;
    private final TokenSource source;
    private final ObjectMapper json = new ObjectMapper();
    private final HttpClient client = HttpClient.newHttpClient();

    public Api(SuiteAddresses suite, Keys keys) {
        this(suite, TokenSource.signedWith(keys));
    }

    public Api(SuiteAddresses suite, TokenSource source) {
        this.suite = suite;
        this.source = source;
    }

    /** An answer: its JSON, and the revision of what it shows, if it has one. */
    public record Answer(int status, JsonNode body, String etag, String location) {}

    /** @throws SuiteFailure when the service refuses; the message has its problem */
    public JsonNode get(SuiteService service, Token token, String path) {
        return call(request(service, token, path).GET().build()).body();
    }

    /** Sends a JSON body. */
    public Answer put(SuiteService service, Token token, String path, JsonNode body) {
        return call(withJson(request(service, token, path), "PUT", body));
    }

    public Answer post(SuiteService service, Token token, String path, JsonNode body) {
        return call(withJson(request(service, token, path), "POST", body));
    }

    /** Sends a change of what has the given revision. */
    public Answer post(SuiteService service, Token token, String path, JsonNode body, String etag) {
        return call(withJson(request(service, token, path).header("If-Match", etag), "POST", body));
    }

    /** Starts an import without waiting; gives the path of its job. */
    public String startImport(SuiteService service, Token token, String query, Path file) {
        try {
            HttpRequest.Builder request = request(service, token, "/v1/imports?" + query)
                    .header("Content-Type", "application/x-ndjson")
                    .POST(HttpRequest.BodyPublishers.ofFile(file));
            if (file.toString().endsWith(".gz")) {
                request.header("Content-Encoding", "gzip");
            }
            return URI.create(call(request.build()).location()).getPath();
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }

    /** Starts a job, and waits for its end. */
    public JsonNode postJob(SuiteService service, Token token, String path, JsonNode body) {
        return awaitJob(
                service,
                token,
                URI.create(post(service, token, path, body).location()).getPath());
    }

    /** Streams a file of rows in, and waits until they are merged. */
    public JsonNode importFile(SuiteService service, Token token, String query, Path file) {
        return awaitJob(service, token, startImport(service, token, query, file));
    }

    /** Every row of a list, as a stream of JSON documents. */
    public void eachRow(SuiteService service, Token token, String path, Consumer<JsonNode> row) {
        HttpRequest request = request(service, token, path)
                .setHeader("Accept", "application/x-ndjson")
                .build();
        try {
            HttpResponse<Stream<String>> answer = client.send(request, BodyHandlers.ofLines());
            try (Stream<String> lines = answer.body()) {
                if (answer.statusCode() >= FIRST_ERROR) {
                    throw new SuiteFailure("GET %s: %d %s".formatted(path, answer.statusCode(), lines.toList()));
                }
                lines.filter(line -> !line.isBlank()).map(this::read).forEach(row);
            }
        } catch (IOException failure) {
            throw new SuiteFailure("GET %s: %s".formatted(path, failure.getMessage()), failure);
        } catch (InterruptedException interrupted) {
            throw interrupted(interrupted);
        }
    }

    /** Waits for a job's end, patiently: a service that dies meanwhile comes back, and its jobs with it. */
    public JsonNode awaitJob(SuiteService service, Token token, String path) {
        long giveUp = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            Optional<JsonNode> answer = look(service, token, path);
            if (answer.isEmpty() && System.nanoTime() > giveUp) {
                throw new SuiteFailure(
                        "%s has not answered for %d s.".formatted(service.title(), PATIENCE.toSeconds()));
            }
            String state = answer.map(job -> job.path("state").asText()).orElse("");
            switch (state) {
                case "SUCCEEDED" -> {
                    return answer.orElseThrow();
                }
                case "FAILED", "CANCELLED" ->
                    throw new SuiteFailure("%s %s: %s"
                            .formatted(
                                    service.title(), path, answer.orElseThrow().toPrettyString()));
                default -> {
                    if (answer.isPresent()) {
                        giveUp = System.nanoTime() + PATIENCE.toNanos();
                    }
                    pause();
                }
            }
        }
    }

    /** Empty when the service does not answer at all. */
    private Optional<JsonNode> look(SuiteService service, Token token, String path) {
        try {
            return Optional.of(get(service, token, path));
        } catch (SuiteFailure failure) {
            if (failure.getCause() instanceof IOException) {
                return Optional.empty();
            }
            throw failure;
        }
    }

    static void pause() {
        try {
            Thread.sleep(LOOK_EVERY);
        } catch (InterruptedException interrupted) {
            throw interrupted(interrupted);
        }
    }

    private static SuiteFailure interrupted(InterruptedException interrupted) {
        Thread.currentThread().interrupt();
        return new SuiteFailure("Interrupted.", interrupted);
    }

    private HttpRequest.Builder request(SuiteService service, Token token, String path) {
        return HttpRequest.newBuilder(URI.create(suite.of(service) + path))
                .timeout(ANSWER_TIMEOUT)
                .header("Accept", "application/json")
                .header("Authorization", "Bearer " + source.of(token));
    }

    private HttpRequest withJson(HttpRequest.Builder request, String method, JsonNode body) {
        return request.header("Content-Type", "application/json")
                .method(method, HttpRequest.BodyPublishers.ofString(body.toString()))
                .build();
    }

    private Answer call(HttpRequest request) {
        try {
            HttpResponse<String> answer = sendWhenAllowed(request);
            if (answer.statusCode() >= FIRST_ERROR) {
                throw new SuiteFailure(
                        "%s %s: %d %s".formatted(request.method(), request.uri(), answer.statusCode(), answer.body()));
            }
            return new Answer(
                    answer.statusCode(),
                    answer.body().isBlank() ? json.nullNode() : read(answer.body()),
                    answer.headers().firstValue("ETag").orElse(""),
                    answer.headers().firstValue("Location").orElse(""));
        } catch (IOException failure) {
            throw new SuiteFailure(
                    "%s %s: %s".formatted(request.method(), request.uri(), failure.getMessage()), failure);
        } catch (InterruptedException interrupted) {
            throw interrupted(interrupted);
        }
    }

    /** Whoever is told to wait (429) waits as long as it is told, and asks again. */
    private HttpResponse<String> sendWhenAllowed(HttpRequest request) throws IOException, InterruptedException {
        long giveUp = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            HttpResponse<String> answer = client.send(request, BodyHandlers.ofString());
            if (answer.statusCode() != TOO_MANY || System.nanoTime() > giveUp) {
                return answer;
            }
            Thread.sleep(Duration.ofSeconds(
                    answer.headers().firstValueAsLong("Retry-After").orElse(1)));
        }
    }

    private JsonNode read(String text) {
        try {
            return json.readTree(text);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    public ObjectMapper json() {
        return json;
    }

    @Override
    public void close() {
        client.close();
    }
}
