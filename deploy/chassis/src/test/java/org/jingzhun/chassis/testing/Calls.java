package org.jingzhun.chassis.testing;

import io.restassured.RestAssured;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Many thousand calls in a minute, so with the client of the JDK: REST Assured takes longer than the service. */
final class Calls {

    /** Given with every call; found again in its audit records. */
    static final String PURPOSE = "matrix test";

    private static final String TRACE = "traceparent";

    private static final Recording RECORDING = new Recording();
    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private Calls() {}

    /** What came back, and the trace under which it was asked. */
    record Answer(int status, String text, String trace) {

        boolean isGood() {
            return status >= 200 && status < 300;
        }

        /** Refused because of the role alone. */
        boolean isRefusedByRole() {
            return status == 403 && text.contains("\"role-required\"");
        }

        @Override
        public String toString() {
            return status + (isGood() ? "" : " " + text);
        }
    }

    /** What is there may be changed by who has seen it. */
    private static Optional<String> tag(String path, String token) {
        HttpRequest reading = HttpRequest.newBuilder(URI.create(RestAssured.baseURI + ":" + RestAssured.port + path))
                .header("Authorization", "Bearer " + token)
                .build();
        try {
            return HTTP.send(reading, HttpResponse.BodyHandlers.discarding())
                    .headers()
                    .firstValue("ETag");
        } catch (IOException failure) {
            throw new UncheckedIOException(path, failure);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stop);
        }
    }

    static Answer send(
            String method, String path, Samples.@Nullable Body body, @Nullable String token, @Nullable String accept) {
        return send(method, path, body, token, accept, token);
    }

    /** @param reader token of somebody who has seen what is changed */
    static Answer send(
            String method,
            String path,
            Samples.@Nullable Body body,
            @Nullable String token,
            @Nullable String accept,
            @Nullable String reader) {
        HttpRequest.Builder request = request(path, token, accept)
                .header("Purpose", PURPOSE)
                .method(
                        method,
                        body == null
                                ? HttpRequest.BodyPublishers.noBody()
                                : HttpRequest.BodyPublishers.ofString(body.text()));
        if (body != null) {
            request.header("Content-Type", body.type());
        }
        if ((method.equals("PUT") || method.equals("DELETE")) && reader != null) {
            tag(path, reader).ifPresent(tag -> request.header("If-Match", tag));
        }
        return answered(request.build(), body);
    }

    /** A reading by somebody who does not say why. */
    static Answer readForNoPurpose(String path, String token, String accept) {
        return answered(request(path, token, accept).build(), null);
    }

    private static HttpRequest.Builder request(String path, @Nullable String token, @Nullable String accept) {
        String trace = UUID.randomUUID().toString().replace("-", "");
        HttpRequest.Builder request = HttpRequest.newBuilder(
                        URI.create(RestAssured.baseURI + ":" + RestAssured.port + path))
                .header(TRACE, "00-" + trace + "-0000000000000001-01");
        if (token != null) {
            request.header("Authorization", "Bearer " + token);
        }
        if (accept != null) {
            request.header("Accept", accept);
        }
        return request;
    }

    private static Answer answered(HttpRequest request, Samples.@Nullable Body body) {
        String method = request.method();
        String trace = request.headers().firstValue(TRACE).orElseThrow().split("-")[1];
        try {
            var answer = HTTP.send(request, HttpResponse.BodyHandlers.ofString());
            var headers = answer.headers();
            ProblemsSeen.note(method, request.uri().getRawPath(), answer.statusCode(), answer.body());
            RECORDING.keep(
                    method,
                    request.uri().getPath(),
                    body == null ? new Recording.Sent(null, null) : new Recording.Sent(body.type(), body.text()),
                    new Recording.Got(
                            answer.statusCode(),
                            headers.firstValue("Content-Type").orElse(null),
                            headers.firstValue("Content-Language").orElse(null),
                            answer.body()));
            return new Answer(answer.statusCode(), answer.body(), trace);
        } catch (IOException failure) {
            throw new UncheckedIOException(method + " " + request.uri(), failure);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stop);
        }
    }
}
