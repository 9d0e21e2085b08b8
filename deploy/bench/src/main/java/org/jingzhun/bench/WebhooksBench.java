package org.jingzhun.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jingzhun.standalone.Api;
import org.jingzhun.standalone.SuiteService;
import org.jingzhun.standalone.Token;
import org.jingzhun.standalone.platform.PlatformProcess;

/**
 * Events for systems without Kafka: 200 receivers, two for each of 100 counties, subscribe at identification-service as it
 * runs, and every event of a county is posted to both, signed, in the order of its household. First at the rate of the
 * requirement, with one receiver that takes five seconds for each answer; then as much as goes.
 */
final class WebhooksBench {

    private static final int COUNTIES = 100;
    private static final int RECEIVERS = 2 * COUNTIES;
    private static final int RATE = 1_000;
    private static final int SECONDS = 30;
    private static final int BURST = 60_000;
    private static final int WARM_UP = 5_000;
    private static final double PERCENTILE = 0.99;
    private static final double LIMIT_MILLISECONDS = 1_000;
    private static final double SECOND = 1e9;
    private static final Duration PATIENCE = Duration.ofMinutes(4);
    private static final Duration SLOW = Duration.ofSeconds(5);
    private static final String TYPE = "org.jingzhun.identification.household-registered";

    private final WebhookReceivers receivers;
    private final KafkaProducer<String, byte[]> producer;
    private final Clock clock = Clock.systemUTC();

    private WebhooksBench(WebhookReceivers receivers, KafkaProducer<String, byte[]> producer) {
        this.receivers = receivers;
        this.producer = producer;
    }

    static List<Figure> run() throws Exception {
        try (Scratch scratch = Scratch.make();
                var platform = PlatformProcess.start(scratch.path(), "identification");
                var receivers = new WebhookReceivers(RECEIVERS);
                var producer = new KafkaProducer<String, byte[]>(
                        Map.of("bootstrap.servers", platform.addresses().bootstrapServers(), "linger.ms", "5"),
                        new StringSerializer(),
                        new ByteArraySerializer());
                var service = RunningService.start(
                        "identification-service",
                        platform.addresses().database("identification"),
                        platform.addresses(),
                        scratch.path());
                var api = service.api(SuiteService.IDENTIFICATION)) {
            subscribe(api, receivers);
            var bench = new WebhooksBench(receivers, producer);
            bench.publish(WARM_UP, 2 * RATE);
            bench.awaitAll();
            List<Figure> figures = new ArrayList<>(bench.steady());
            figures.addAll(bench.burst());
            service.requireAlive();
            return figures;
        }
    }

    private static void subscribe(Api api, WebhookReceivers receivers) {
        for (int receiver = 0; receiver < RECEIVERS; receiver++) {
            Token system = Token.of("system", "45", "receiver-" + receiver);
            ObjectNode body = api.json().createObjectNode();
            body.put("url", receivers.url(receiver));
            body.putArray("types").add(TYPE);
            body.put("division", county(receiver % COUNTIES));
            JsonNode made = api.post(SuiteService.IDENTIFICATION, system, "/v1/subscriptions", body)
                    .body();
            if (!made.has("secret")) {
                throw new IllegalStateException("A subscription was refused: " + made);
            }
        }
    }

    private static String county(int number) {
        return Integer.toString(451_100 + number);
    }

    /** At the rate of the requirement, while one receiver is slow. */
    private List<Figure> steady() throws InterruptedException {
        receivers.forget();
        receivers.slowDown(0, SLOW);
        publish(RATE * SECONDS, RATE);
        awaitAllBut(0);
        double[] delays = receivers.delaysBut(0);
        receivers.slowDown(0, Duration.ZERO);
        awaitAll();
        return List.of(
                new Figure(
                        "delay at 1,000 events/s, one slow of 200, p99 (p50 %.0f)".formatted(delays[delays.length / 2]),
                        delays[(int) (delays.length * PERCENTILE)],
                        "ms",
                        LIMIT_MILLISECONDS,
                        "a second"),
                new Figure("deliveries that came twice", receivers.repeated(), "deliveries", delays.length, "all"));
    }

    /** As fast as they can be published and delivered. */
    private List<Figure> burst() throws InterruptedException {
        receivers.forget();
        long start = System.nanoTime();
        publish(BURST, Integer.MAX_VALUE);
        awaitAll();
        double seconds = (System.nanoTime() - start) / SECOND;
        return List.of(
                new Figure(
                        "events to 200 receivers, as many as go", BURST / seconds, "events/s", RATE, Figure.AT_LEAST),
                new Figure(
                        "the same counted as requests",
                        2 * BURST / seconds,
                        "requests/s",
                        2.0 * RATE,
                        Figure.AT_LEAST));
    }

    private void publish(int events, int aSecond) throws InterruptedException {
        long start = System.nanoTime();
        for (int event = 0; event < events; event++) {
            long due = start + (long) (event * SECOND / aSecond);
            long early = due - System.nanoTime();
            if (early > 0) {
                Thread.sleep(Duration.ofNanos(early));
            }
            send(event % COUNTIES);
        }
        producer.flush();
        receivers.expect(2L * events);
    }

    private void send(int county) {
        String household = UUID.randomUUID().toString();
        byte[] payload = """
                {"householdId":"%s","villageCode":"%s100201","hamlet":"上屯","householder":"韦大山","persons":5,\
                "status":"POOR","mainCause":"ILLNESS","revision":1}""".formatted(household, county(county)).getBytes(StandardCharsets.UTF_8);
        var event = new ProducerRecord<>("identification.register", household, payload);
        Map.of(
                        "ce_id",
                        UUID.randomUUID().toString(),
                        "ce_type",
                        TYPE,
                        "ce_source",
                        "/identification-service",
                        "ce_time",
                        clock.instant().toString())
                .forEach((name, value) -> event.headers().add(name, value.getBytes(StandardCharsets.UTF_8)));
        var unused = producer.send(event);
    }

    private void awaitAll() throws InterruptedException {
        await(receivers::hasAll);
    }

    private void awaitAllBut(int receiver) throws InterruptedException {
        await(() -> receivers.hasAllBut(receiver, COUNTIES));
    }

    private interface Condition {
        boolean holds();
    }

    private void await(Condition condition) throws InterruptedException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!condition.holds()) {
            if (System.nanoTime() > end) {
                throw new IllegalStateException("Deliveries are missing: " + receivers);
            }
            Thread.sleep(20);
        }
    }
}
