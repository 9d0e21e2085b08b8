package org.jingzhun.chassis.webhook;

import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.net.SocketAddress;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * Sends one event to one receiver and waits for its answer: headers of Standard Webhooks, attributes of the CloudEvent
 * as {@code ce-} headers, the payload as the body. Follows no redirect, reads no more of an answer than it must, and
 * keeps nothing of it but its status.
 */
@ApplicationScoped
class Sender {

    private static final int BYTES_READ_AT_MOST = 64 * 1024;

    private final HttpClient client;
    private final Targets targets;
    private final SubscriptionSecrets secrets;
    private final Clock clock;
    private final long timeoutMillis;

    Sender(Vertx vertx, Targets targets, SubscriptionSecrets secrets, Clock clock, WebhookSettings settings) {
        this.timeoutMillis = settings.timeout().toMillis();
        this.client = vertx.createHttpClient(new HttpClientOptions()
                .setMaxPoolSize(settings.parallel())
                .setConnectTimeout((int) timeoutMillis)
                .setVerifyHost(true)
                .setMaxHeaderSize(BYTES_READ_AT_MOST)
                .setDecompressionSupported(false));
        this.targets = targets;
        this.secrets = secrets;
        this.clock = clock;
    }

    /**
     * @param status of the answer; null when there was none
     * @param error null when the receiver took it
     */
    record Answer(@Nullable Integer status, @Nullable String error) {

        private static final int GONE = 410;

        static Answer of(int status) {
            return new Answer(status, status >= 200 && status < 300 ? null : "answered " + status);
        }

        static Answer none(String error) {
            return new Answer(null, error);
        }

        boolean isTaken() {
            return error == null;
        }

        /** The receiver wants nothing any more. */
        boolean isGone() {
            return status != null && status == GONE;
        }
    }

    Answer send(Subscription subscription, LoggedEvent event) {
        try {
            return exchange(request(subscription, event, targets.target(subscription.url())), event.payload());
        } catch (Targets.Refused refused) {
            return Answer.none(refused.code());
        }
    }

    private RequestOptions request(Subscription subscription, LoggedEvent event, Targets.Target target) {
        Instant now = clock.instant();
        String id = event.id().toString();
        long seconds = now.getEpochSecond();
        return new RequestOptions()
                .setMethod(HttpMethod.POST)
                .setServer(SocketAddress.inetSocketAddress(
                        target.port(), target.address().getHostAddress()))
                .setHost(target.host())
                .setPort(target.port())
                .setSsl(target.tls())
                .setURI(target.path())
                .setFollowRedirects(false)
                .setTimeout(timeoutMillis)
                .putHeader("content-type", "application/json")
                .putHeader("user-agent", "Jingzhun-Webhooks")
                .putHeader("webhook-id", id)
                .putHeader("webhook-timestamp", Long.toString(seconds))
                .putHeader("webhook-signature", secrets.signature(subscription, id, seconds, event.payload(), now))
                .putHeader("ce-specversion", "1.0")
                .putHeader("ce-id", id)
                .putHeader("ce-type", event.type())
                .putHeader("ce-source", event.source())
                .putHeader("ce-subject", event.key())
                .putHeader("ce-time", event.time());
    }

    private Answer exchange(RequestOptions options, byte[] body) {
        var answer = new CompletableFuture<Integer>();
        var sent = new AtomicReference<@Nullable HttpClientRequest>();
        client.request(options).onFailure(answer::completeExceptionally).onSuccess(request -> {
            sent.set(request);
            request.exceptionHandler(answer::completeExceptionally);
            request.send(Buffer.buffer(body))
                    .onFailure(answer::completeExceptionally)
                    .onSuccess(response -> read(request, response, answer));
        });
        try {
            return Answer.of(answer.get(timeoutMillis, TimeUnit.MILLISECONDS));
        } catch (TimeoutException late) {
            hangUp(sent.get());
            return Answer.none("no answer within " + timeoutMillis + " ms");
        } catch (ExecutionException failed) {
            hangUp(sent.get());
            return Answer.none(kind(failed.getCause()));
        } catch (InterruptedException stop) {
            hangUp(sent.get());
            Thread.currentThread().interrupt();
            return Answer.none("stopped");
        }
    }

    private static void hangUp(@Nullable HttpClientRequest request) {
        if (request != null) {
            request.reset();
        }
    }

    /** To its end, so that the connection can be used again; of a long one only the status counts. */
    private static void read(
            HttpClientRequest request, HttpClientResponse response, CompletableFuture<Integer> answer) {
        int[] bytes = new int[1];
        response.exceptionHandler(answer::completeExceptionally);
        response.endHandler(end -> answer.complete(response.statusCode()));
        response.handler(part -> {
            bytes[0] += part.length();
            if (bytes[0] > BYTES_READ_AT_MOST) {
                answer.complete(response.statusCode());
                request.connection().close();
            }
        });
    }

    /** What went wrong, in words that tell nothing of the network behind a name. */
    private static String kind(@Nullable Throwable cause) {
        return switch (cause) {
            case java.net.ConnectException refused -> "no connection";
            case javax.net.ssl.SSLException untrusted -> "no trusted connection";
            case null, default -> "connection broken";
        };
    }
}
