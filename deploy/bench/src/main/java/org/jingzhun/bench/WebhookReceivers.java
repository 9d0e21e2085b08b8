package org.jingzhun.bench;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.concurrent.atomic.AtomicReferenceArray;

/** Servers of other systems on the loopback, each on its own port: they count what comes and note when. */
final class WebhookReceivers implements AutoCloseable {

    private final List<HttpServer> servers = new ArrayList<>();
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Clock clock = Clock.systemUTC();
    private final AtomicLongArray counts;
    private final AtomicReferenceArray<Duration> pauses;
    private final AtomicLong expected = new AtomicLong();
    private final AtomicLong repeated = new AtomicLong();
    private final Set<String> seen = ConcurrentHashMap.newKeySet();
    private final ConcurrentLinkedQueue<Arrival> arrivals = new ConcurrentLinkedQueue<>();

    private record Arrival(int receiver, double milliseconds) {}

    WebhookReceivers(int number) throws IOException {
        counts = new AtomicLongArray(number);
        pauses = new AtomicReferenceArray<>(number);
        for (int receiver = 0; receiver < number; receiver++) {
            int self = receiver;
            pauses.set(self, Duration.ZERO);
            HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            server.setExecutor(threads);
            server.createContext("/", exchange -> take(self, exchange));
            server.start();
            servers.add(server);
        }
    }

    String url(int receiver) {
        return "http://127.0.0.1:" + servers.get(receiver).getAddress().getPort() + "/";
    }

    void slowDown(int receiver, Duration pause) {
        pauses.set(receiver, pause);
    }

    private void take(int receiver, HttpExchange exchange) throws IOException {
        try (exchange) {
            exchange.getRequestBody().readAllBytes();
            var headers = exchange.getRequestHeaders();
            if (seen.add(receiver + headers.getFirst("webhook-id"))) {
                Instant happened = Instant.parse(headers.getFirst("ce-time"));
                arrivals.add(new Arrival(
                        receiver, Duration.between(happened, clock.instant()).toNanos() / 1e6));
                counts.incrementAndGet(receiver);
            } else {
                repeated.incrementAndGet();
            }
            Thread.sleep(pauses.get(receiver));
            exchange.sendResponseHeaders(204, -1);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
    }

    /** More deliveries are on their way. */
    void expect(long deliveries) {
        expected.addAndGet(deliveries);
    }

    /** Begins anew; nothing may be on its way. */
    void forget() {
        expected.set(0);
        repeated.set(0);
        seen.clear();
        arrivals.clear();
        for (int receiver = 0; receiver < counts.length(); receiver++) {
            counts.set(receiver, 0);
        }
    }

    private long taken() {
        long sum = 0;
        for (int receiver = 0; receiver < counts.length(); receiver++) {
            sum += counts.get(receiver);
        }
        return sum;
    }

    boolean hasAll() {
        return taken() >= expected.get();
    }

    /** Whether every receiver but one has all of its own; of so many counties each has the same number. */
    boolean hasAllBut(int slow, int counties) {
        long each = expected.get() / 2 / counties;
        for (int receiver = 0; receiver < counts.length(); receiver++) {
            if (receiver != slow && counts.get(receiver) < each) {
                return false;
            }
        }
        return true;
    }

    /** From the time in the event to its arrival, in milliseconds, in ascending order. */
    double[] delaysBut(int slow) {
        double[] delays = arrivals.stream()
                .filter(arrival -> arrival.receiver() != slow)
                .mapToDouble(Arrival::milliseconds)
                .toArray();
        Arrays.sort(delays);
        return delays;
    }

    long repeated() {
        return repeated.get();
    }

    @Override
    public String toString() {
        return taken() + " of " + expected.get();
    }

    @Override
    public void close() {
        servers.forEach(server -> server.stop(0));
        threads.shutdown();
    }
}
