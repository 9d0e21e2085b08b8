package org.jingzhun.acceptance.fuzz;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jingzhun.standalone.Keys;
import org.jingzhun.standalone.SuiteAddresses;
import org.jingzhun.standalone.Token;
import org.jspecify.annotations.Nullable;

/** Sends requests to a running suite. */
final class Sender implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final SuiteAddresses suite;
    private final Keys keys;
    private final HttpClient client = client();
    private final Map<Token, String> tokens = new ConcurrentHashMap<>();

    Sender(SuiteAddresses suite, Keys keys) {
        this.suite = suite;
        this.keys = keys;
    }

    /**
     * What came back.
     *
     * @param status 0 when no answer came
     * @param took until it was there; of a stream, whose length nobody knew before, until it began
     * @param whole false if more of it was still to come when nobody waited any longer
     * @param failure why no answer came
     */
    record Answer(
            int status, @Nullable HttpHeaders headers, byte[] body, Duration took, boolean whole, String failure) {

        static Answer none(Duration took, String failure) {
            return new Answer(0, null, new byte[0], took, true, failure);
        }

        String header(String name) {
            return headers == null ? "" : headers.firstValue(name).orElse("");
        }
    }

    private static HttpClient client() {
        return HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(Duration.ofSeconds(10))
                .build();
    }

    /**
     * Sends it, a second time over a new connection if that broke: a server may close one that is idle at the moment it is
     * used, and so the next one, too.
     *
     * @throws IllegalArgumentException if Java's client refuses to send it
     */
    Answer send(Call call) throws InterruptedException {
        Answer answer = sendOnce(call, client);
        if (!answer.failure().contains("IOException")) {
            return answer;
        }
        try (HttpClient fresh = client()) {
            return sendOnce(call, fresh);
        }
    }

    private Answer sendOnce(Call call, HttpClient over) throws InterruptedException {
        var request = HttpRequest.newBuilder(URI.create(suite.of(call.service()) + call.target()))
                .method(
                        call.method(),
                        call.body() == null ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(call.body()));
        call.headers().forEach(request::setHeader);
        if (call.caller() != null) {
            request.setHeader("Authorization", "Bearer " + tokens.computeIfAbsent(call.caller(), this::sign));
        }
        long begun = System.nanoTime();
        var stream = new Stream(begun);
        var answer = over.sendAsync(request.build(), stream);
        try {
            HttpResponse<Void> response = answer.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
            return new Answer(response.statusCode(), response.headers(), stream.bytes(), stream.took(), true, "");
        } catch (ExecutionException failure) {
            return Answer.none(since(begun), String.valueOf(failure.getCause()));
        } catch (TimeoutException late) {
            answer.cancel(true);
            return stream.soFar().orElseGet(() -> Answer.none(since(begun), "no answer within " + PATIENCE));
        }
    }

    /** An answer while it comes: what is streamed, as the files of a county, may take longer than anybody waits here. */
    private static final class Stream implements HttpResponse.BodyHandler<Void> {

        private static final Duration STALLED = Duration.ofSeconds(20);

        private final long begun;
        private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        private HttpResponse.@Nullable ResponseInfo head;
        private Duration untilHead = Duration.ZERO;
        private long last;

        private Stream(long begun) {
            this.begun = begun;
        }

        @Override
        public synchronized HttpResponse.BodySubscriber<Void> apply(HttpResponse.ResponseInfo info) {
            head = info;
            untilHead = since(begun);
            return HttpResponse.BodySubscribers.ofByteArrayConsumer(part -> part.ifPresent(this::add));
        }

        private synchronized void add(byte[] part) {
            last = System.nanoTime();
            bytes.writeBytes(part);
        }

        synchronized byte[] bytes() {
            return bytes.toByteArray();
        }

        private boolean isOfKnownLength() {
            return head == null || head.headers().firstValue("Content-Length").isPresent() || bytes.size() == 0;
        }

        synchronized Duration took() {
            return isOfKnownLength() ? since(begun) : untilHead;
        }

        /** What came, as long as more of it came until now; empty if it is no stream, or stands still. */
        synchronized Optional<Answer> soFar() {
            if (head == null || isOfKnownLength() || since(last).compareTo(STALLED) > 0) {
                return Optional.empty();
            }
            return Optional.of(new Answer(head.statusCode(), head.headers(), bytes(), untilHead, false, ""));
        }
    }

    private static Duration since(long begun) {
        return Duration.ofNanos(System.nanoTime() - begun);
    }

    private String sign(Token token) {
        return token.sign(keys, Clock.systemUTC().instant());
    }

    @Override
    public void close() throws IOException {
        client.shutdownNow();
    }
}
