package org.jingzhun.chassis.job;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import com.github.f4b6a3.uuid.UuidCreator;
import io.agroal.api.AgroalDataSource;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import jakarta.transaction.TransactionalException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.ConfigProvider;
import org.jingzhun.chassis.caller.Area;
import org.jingzhun.chassis.caller.Caller;
import org.jingzhun.chassis.caller.CallerScope;
import org.jingzhun.chassis.parcel.Counting;
import org.jingzhun.chassis.parcel.Database;
import org.jingzhun.chassis.parcel.Pondering;
import org.jingzhun.chassis.testing.Tokens;
import org.junit.jupiter.api.Test;

@QuarkusTest
class JobTest {

    private static final Caller SURVEYOR =
            new Caller("surveyor@451031", "surveyor", Set.of("surveyor"), Area.ofPrefix("451031"), null);
    private static final UUID DEAD_PROCESS = UUID.randomUUID();

    @Inject
    Jobs jobs;

    @Inject
    JobLeases leases;

    @Inject
    JobRows rows;

    @Inject
    JobSettings settings;

    @Inject
    Pondering pondering;

    @Inject
    AgroalDataSource pool;

    @Inject
    Database database;

    private UUID submit(Counting.Order order) {
        return CallerScope.call(
                SURVEYOR, () -> QuarkusTransaction.requiringNew().call(() -> jobs.submit(Counting.KIND, order)));
    }

    private static RequestSpecification as(String role, String area) {
        return given().auth().oauth2(Tokens.of(role, area));
    }

    private static JsonPath job(UUID id) {
        return as("surveyor", "451031")
                .get("/v1/jobs/" + id)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    private static JsonPath ended(UUID id) {
        return await().atMost(Duration.ofSeconds(30))
                .pollInterval(Duration.ofMillis(30))
                .until(() -> job(id), job -> JobState.valueOf(job.getString("state"))
                        .isFinal());
    }

    private List<Object> counted(UUID id) {
        return database.column("select number from counted where job = ? order by number", id);
    }

    /** What a process leaves behind that was killed after it had counted to three. */
    private UUID abandonedAtThree(int attempts) {
        UUID id = UuidCreator.getTimeOrderedEpoch();
        for (int number = 1; number <= 3; number++) {
            database.execute("insert into counted values (?, ?, 'surveyor@451031', 451031000000)", id, number);
        }
        database.execute(
                "insert into job (id, kind, state, input, caller_subject, caller_name, caller_roles, area_from, area_to,"
                        + " done, total, checkpoint, attempts, lease, leased_until, started_at) values (?, 'counting',"
                        + " 'RUNNING', '{\"to\":6,\"stumbleAt\":0,\"refuseAt\":0,\"pauseMillis\":0}', 'surveyor@451031', 'surveyor',"
                        + " '{surveyor}', 451031000000, 451031999999, 3, 6, '{\"last\":3}', ?, ?,"
                        + " now() - interval '1 second', now())",
                id,
                attempts,
                DEAD_PROCESS);
        return id;
    }

    @Test
    void jobsThatReckonForLongKeepNoRequestWaiting() {
        List<UUID> reckoning = IntStream.range(0, settings.workers())
                .mapToObj(worker -> CallerScope.call(SURVEYOR, () -> QuarkusTransaction.requiringNew()
                        .call(() -> jobs.submit(Pondering.KIND, worker))))
                .toList();
        try {
            await().atMost(Duration.ofSeconds(30))
                    .until(() -> database
                            .column("select state from job where id = any (?)", (Object) reckoning.toArray(UUID[]::new))
                            .stream()
                            .allMatch("RUNNING"::equals));
            reckoning.forEach(id -> assertThat(job(id).getString("state")).isEqualTo("RUNNING"));
        } finally {
            pondering.end();
        }
        reckoning.forEach(id -> assertThat(ended(id).getString("state")).isEqualTo("SUCCEEDED"));
    }

    @Test
    void aJobRunsAsWhoeverAskedForItAndTellsItsResult() {
        UUID id = submit(new Counting.Order(4, 0, 0, 0));
        JsonPath ended = ended(id);
        assertThat(ended.getString("state")).isEqualTo("SUCCEEDED");
        assertThat(ended.getInt("result.sum")).isEqualTo(10);
        assertThat(ended.getInt("done")).isEqualTo(4);
        assertThat(ended.getInt("total")).isEqualTo(4);
        assertThat(ended.getString("startedAt")).isNotNull();
        assertThat(ended.getString("finishedAt")).isNotNull();
        assertThat(database.column("select distinct subject from counted where job = ?", id))
                .containsExactly("surveyor@451031");
        assertThat(database.column("select distinct area_from from counted where job = ?", id))
                .containsExactly(451031000000L);
    }

    @Test
    void aJobExistsIfAndOnlyIfItsTransactionCommits() {
        UUID[] submitted = new UUID[1];
        assertThatThrownBy(() -> CallerScope.run(
                        SURVEYOR, () -> QuarkusTransaction.requiringNew().run(() -> {
                            submitted[0] = jobs.submit(Counting.KIND, new Counting.Order(1, 0, 0, 0));
                            throw new IllegalStateException("Changed my mind");
                        })))
                .hasMessage("Changed my mind");
        as("surveyor", "451031").get("/v1/jobs/" + submitted[0]).then().statusCode(404);
        assertThatThrownBy(() -> jobs.submit(Counting.KIND, new Counting.Order(1, 0, 0, 0)))
                .isInstanceOf(TransactionalException.class);
        assertThatThrownBy(() -> QuarkusTransaction.requiringNew().run(() -> {
                    UUID none = jobs.submit("juggling", Map.of());
                    assertThat(none).isNull();
                }))
                .hasMessageContaining("juggling");
    }

    @Test
    void anAbandonedJobIsTakenOverAndGoesOnBehindItsCheckpoint() {
        UUID id = abandonedAtThree(1);
        assertThat(ended(id).getString("state")).isEqualTo("SUCCEEDED");
        assertThat(counted(id)).containsExactly(1, 2, 3, 4, 5, 6);
    }

    @Test
    void aJobThatKillsEachOfItsProcessesFailsHonestly() {
        UUID id = abandonedAtThree(4);
        JsonPath ended = ended(id);
        assertThat(ended.getString("state")).isEqualTo("FAILED");
        assertThat(ended.getString("problem.code")).isEqualTo("job-gave-up");
        assertThat(counted(id)).containsExactly(1, 2, 3);
    }

    @Test
    void aProcessThatLostItsLeaseCannotCommitAnyMore() {
        UUID id = abandonedAtThree(1);
        Job job = rows.find(id).orElseThrow();
        var stale = new JobRun(new JobLeases.Claimed(job, UUID.randomUUID()), leases, rows, pool, () -> false);
        assertThatThrownBy(() -> stale.inChunk(connection -> {
                    try (var insert = connection.prepareStatement("insert into counted values (?, 99, '', 0)")) {
                        insert.setObject(1, id);
                        assertThat(insert.executeUpdate()).isEqualTo(1);
                    }
                    return new Progress(new Counting.Counted(99), 99);
                }))
                .isInstanceOf(JobInterrupted.class);
        assertThat(ended(id).getString("state")).isEqualTo("SUCCEEDED");
        assertThat(counted(id)).containsExactly(1, 2, 3, 4, 5, 6);
    }

    @Test
    void aJobThatStumblesIsTriedAgainAndFailsInTheEnd() {
        UUID id = submit(new Counting.Order(5, 3, 0, 0));
        JsonPath ended = ended(id);
        assertThat(ended.getString("state")).isEqualTo("FAILED");
        assertThat(ended.getString("problem.code")).isEqualTo("job-gave-up");
        assertThat(ended.getString("problem.detail")).startsWith("The job failed 4 times");
        assertThat(counted(id)).containsExactly(1, 2);
    }

    @Test
    void aRefusalEndsAJobAtOnceAndIsTold() {
        UUID id = submit(new Counting.Order(5, 0, 3, 0));
        JsonPath ended = ended(id);
        assertThat(ended.getString("state")).isEqualTo("FAILED");
        assertThat(ended.getInt("problem.status")).isEqualTo(422);
        assertThat(rows.find(id).orElseThrow().attempts()).isLessThanOrEqualTo(1);
        as("surveyor", "451031")
                .header("Accept-Language", "zh-CN")
                .get("/v1/jobs/" + id)
                .then()
                .body("problem.title", equalTo("任务已结束"));
    }

    @Test
    void aRunningJobEndsSoonAfterItIsCancelled() {
        UUID id = submit(new Counting.Order(10_000, 0, 0, 20));
        await().until(() -> job(id).getInt("done") > 2);
        as("surveyor", "451031").delete("/v1/jobs/" + id).then().statusCode(202);
        assertThat(ended(id).getString("state")).isEqualTo("CANCELLED");
        int done = job(id).getInt("done");
        assertThat(counted(id)).hasSize(done);
        as("surveyor", "451031").delete("/v1/jobs/" + id).then().statusCode(202);
    }

    @Test
    void aJobThatHasEndedCannotBeCancelled() {
        UUID id = submit(new Counting.Order(1, 0, 0, 0));
        assertThat(ended(id).getString("state")).isEqualTo("SUCCEEDED");
        as("surveyor", "451031").delete("/v1/jobs/" + id).then().statusCode(409).body("code", equalTo("job-finished"));
    }

    @Test
    void aWaitingJobIsCancelledAtOnce() {
        UUID id = UuidCreator.getTimeOrderedEpoch();
        database.execute(
                "insert into job (id, kind, input, caller_subject, caller_name, caller_roles, area_from, area_to,"
                        + " not_before) values (?, 'counting', '{}', 'surveyor@451031', 'surveyor', '{surveyor}',"
                        + " 451031000000, 451031999999, now() + interval '1 hour')",
                id);
        as("surveyor", "451031").delete("/v1/jobs/" + id).then().statusCode(202).body("state", equalTo("CANCELLED"));
    }

    @Test
    void aJobIsSeenByItsOwnerAndByWhoOverseesItsArea() {
        UUID id = submit(new Counting.Order(1, 0, 0, 0));
        assertThat(ended(id).getString("state")).isEqualTo("SUCCEEDED");
        as("auditor", "45").get("/v1/jobs/" + id).then().statusCode(200);
        as("auditor", "45").delete("/v1/jobs/" + id).then().statusCode(403);
        as("county-officer", "451031").get("/v1/jobs/" + id).then().statusCode(200);
        as("county-officer", "451029").get("/v1/jobs/" + id).then().statusCode(404);
        as("township-officer", "451031100").get("/v1/jobs/" + id).then().statusCode(404);
        as("helper", "451031").get("/v1/jobs/" + id).then().statusCode(404);
        given().get("/v1/jobs/" + id).then().statusCode(401);
    }

    @Test
    void jobsAreListedNewestFirst() {
        List<String> ids = IntStream.range(0, 5)
                .mapToObj(number -> submit(new Counting.Order(1, 0, 0, 0)).toString())
                .toList();
        JsonPath first =
                as("surveyor", "451031").get("/v1/jobs?limit=2&kind=counting").jsonPath();
        assertThat(first.getList("items.id")).containsExactly(ids.get(4), ids.get(3));
        JsonPath second = as("surveyor", "451031")
                .get("/v1/jobs?limit=2&kind=counting&after=" + first.getString("next"))
                .jsonPath();
        assertThat(second.getList("items.id")).containsExactly(ids.get(2), ids.get(1));
        assertThat(as("surveyor", "450101")
                        .get("/v1/jobs?kind=counting")
                        .jsonPath()
                        .getList("items"))
                .isEmpty();
    }

    @Test
    void manyJobsAreDoneOnceEach() {
        List<UUID> ids = IntStream.range(0, 60)
                .mapToObj(number -> submit(new Counting.Order(3, 0, 0, 0)))
                .toList();
        for (UUID id : ids) {
            assertThat(ended(id).getString("state")).isEqualTo("SUCCEEDED");
            assertThat(counted(id)).containsExactly(1, 2, 3);
        }
    }

    @Test
    void theEventsOfAJobTellItsProgressUntilItEnds() throws Exception {
        UUID id = submit(new Counting.Order(10_000, 0, 0, 20));
        URI events = URI.create(
                ConfigProvider.getConfig().getValue("test.url", String.class) + "/v1/jobs/" + id + "/events");
        var request = HttpRequest.newBuilder(events)
                .header("Authorization", "Bearer " + Tokens.of("surveyor", "451031"))
                .build();
        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpResponse<Stream<String>> answer = client.send(request, HttpResponse.BodyHandlers.ofLines());
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("text/event-stream");
            List<String> seen = new ArrayList<>();
            answer.body().filter(line -> !line.isEmpty()).forEach(line -> {
                seen.add(
                        line.startsWith("data:")
                                ? JsonPath.from(line.substring(5)).getString("state")
                                : line);
                if (seen.size() == 4) {
                    as("surveyor", "451031").delete("/v1/jobs/" + id).then().statusCode(202);
                }
            });
            assertThat(seen).startsWith("event:progress").contains("RUNNING").endsWith("event:ended", "CANCELLED");
        }
        String unknown = "/v1/jobs/" + UUID.randomUUID() + "/events";
        as("surveyor", "451031").get(unknown).then().statusCode(404);
        as("surveyor", "451032").get("/v1/jobs/" + id + "/events").then().statusCode(404);
        as("village-officer", "451031").get("/v1/jobs/" + id + "/events").then().statusCode(404);
    }
}
