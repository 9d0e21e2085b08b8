package org.jingzhun.funding.disbursement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.jingzhun.chassis.caller.Area;
import org.jingzhun.chassis.caller.Caller;
import org.jingzhun.chassis.caller.CallerScope;
import org.jingzhun.chassis.procedure.StepRefusal;
import org.jingzhun.chassis.query.Database;
import org.jingzhun.chassis.testing.PlatformResource;
import org.jingzhun.funding.testing.BenefitOffice;
import org.jingzhun.funding.testing.Client;
import org.jingzhun.funding.testing.Client.County;
import org.junit.jupiter.api.Test;

/** Double clicks, retries and crashes: nothing is paid twice, and the ledger proves after each. */
@QuarkusTest
@QuarkusTestResource(
        value = PlatformResource.class,
        initArgs = @ResourceArg(name = PlatformResource.DATABASE, value = "funding"))
class NothingPaidTwiceTest {

    private static final String BENEFIT = "RAIN_AND_DEW";
    private static final int HOUSEHOLDS = 6;

    @Inject
    Batching batching;

    @Inject
    Database database;

    /** Six households, 1500 yuan each of 20,000. */
    private static BenefitOffice office(String code) {
        var county = new County(code);
        var office = new BenefitOffice(county);
        var households = new LinkedHashMap<UUID, String>();
        for (int h = 0; h < HOUSEHOLDS; h++) {
            households.put(UUID.randomUUID(), "POOR");
        }
        office.settle(households);
        var source = county.source("雨露计划资金 " + code);
        county.budget(source, "20000.00", "文1");
        var claims = households.keySet().stream()
                .map(h -> BenefitOffice.claim(UUID.randomUUID(), h, UUID.randomUUID(), BENEFIT, "2016-09", source))
                .toList();
        assertThat(office.claims(claims).getInt("result.inserted")).isEqualTo(HOUSEHOLDS);
        return office;
    }

    private static <T> List<T> atOnce(int times, Callable<T> work) throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var running = new ArrayList<java.util.concurrent.Future<T>>();
            for (int t = 0; t < times; t++) {
                running.add(threads.submit(work));
            }
            var done = new ArrayList<T>();
            for (var each : running) {
                done.add(each.get());
            }
            return done;
        }
    }

    @Test
    void clicksAtOncePayOnce() throws Exception {
        var office = office("450728");
        var county = office.county();
        var drafted = atOnce(5, () -> office.draft(BENEFIT, "秋季学期").extract().statusCode());
        assertThat(drafted).containsExactlyInAnyOrder(201, 422, 422, 422, 422);
        JsonPath list = county.auditor().get("/v1/disbursements").jsonPath();
        String order = list.getString("items[0].id");
        office.step(county.reviewer(), order, "CHECK").statusCode(200);
        office.step(county.head(), order, "APPROVE").statusCode(200);

        var ended = atOnce(4, () -> {
            var answer = county.author()
                    .body(Map.of("disbursements", List.of(order)))
                    .post("/v1/payment-batches");
            return answer.statusCode() == 202
                    ? Client.ended(
                                    "county-officer",
                                    county.code(),
                                    answer.jsonPath().getString("id"))
                            .getString("state")
                    : "REFUSED";
        });
        assertThat(ended).containsOnlyOnce("SUCCEEDED");
        assertThat(office.balance("IN_TRANSIT")).isEqualTo("9000.00");
        office.proves();

        String batch = county.auditor().get("/v1/payment-batches").jsonPath().getString("items[0].id");
        List<String> payments = office.payments(batch).getList("items.id");
        assertThat(payments).hasSize(HOUSEHOLDS);
        var results = payments.stream()
                .map(payment -> BenefitOffice.result(payment, "1500.00", "PAID"))
                .toList();
        var settled = atOnce(3, () -> office.results(batch, results));
        assertThat(settled.stream()
                        .mapToInt(job -> job.getInt("result.updated"))
                        .sum())
                .isEqualTo(HOUSEHOLDS);
        assertThat(settled.stream()
                        .mapToInt(job -> job.getInt("result.rejected"))
                        .sum())
                .isEqualTo(2 * HOUSEHOLDS);
        assertThat(office.balance("PAID")).isEqualTo("9000.00");
        assertThat(office.balance("IN_TRANSIT")).isEqualTo("0.00");
        office.proves();
    }

    @Test
    void aRetriedRequestIsTheSameRequest() {
        var office = office("450729");
        var county = office.county();
        var order = office.approved(BENEFIT);
        List<String> jobs = new ArrayList<>();
        for (int time = 0; time < 3; time++) {
            jobs.add(county.author()
                    .header("Idempotency-Key", "click-450729")
                    .body(Map.of("disbursements", List.of(order)))
                    .post("/v1/payment-batches")
                    .jsonPath()
                    .getString("id"));
        }
        assertThat(Set.copyOf(jobs)).hasSize(1);
        assertThat(Client.ended("county-officer", county.code(), jobs.getFirst())
                        .getString("state"))
                .isEqualTo("SUCCEEDED");
        assertThat(office.balance("IN_TRANSIT")).isEqualTo("9000.00");
    }

    @Test
    void whatIsRolledBackHasNeverHappenedAndWhatIsRepeatedHappensOnce() {
        var office = office("450730");
        var order = new Batching.Order(UUID.randomUUID(), List.of(UUID.fromString(office.approved(BENEFIT))), null);
        assertThatThrownBy(() -> asCashier("450730", () -> {
                    var unused = batching.prepare(order);
                    throw new IllegalStateException("the power fails");
                }))
                .hasStackTraceContaining("the power fails");
        assertThat(office.balance("IN_TRANSIT")).isEqualTo("0.00");
        assertThat(asCashier("450730", () -> batching.prepare(order)).payments())
                .isEqualTo(HOUSEHOLDS);
        assertThatThrownBy(() -> asCashier("450730", () -> batching.prepare(order)))
                .isInstanceOf(StepRefusal.NotOpen.class);
        assertThat(office.balance("IN_TRANSIT")).isEqualTo("9000.00");
        office.proves();
    }

    @Test
    void theDatabaseTooRefusesASecondPaymentAndASecondAnswer() {
        var office = office("450731");
        var batch = office.batch(Map.of("disbursements", List.of(office.approved(BENEFIT))))
                .getString("result.batchId");
        String payment = office.payments(batch).getString("items[0].id");
        assertThatThrownBy(() -> asCashier("450731", () -> database.execute("""
                                insert into payment (id, batch_id, payable_id, county, village_code, household_id, amount_fen)
                                select uuidv7(), batch_id, payable_id, county, village_code, household_id, amount_fen
                                from payment where id = ?::uuid""", payment)))
                .hasStackTraceContaining("payment_once");
        var settle = "update payment set stage = 'PAID', settled_on = date '2016-10-12' where id = ?::uuid";
        asCashier("450731", () -> database.execute(settle, payment));
        assertThatThrownBy(() -> asCashier("450731", () -> database.execute(settle, payment)))
                .hasStackTraceContaining("cannot go from PAID to PAID");
        assertThatThrownBy(() -> asCashier("450731", () -> database.execute("delete from payment")))
                .hasStackTraceContaining("permission denied");
    }

    private static <T> T asCashier(String county, Callable<T> work) {
        var cashier = new Caller("cashier", "Cashier", Set.of("finance-officer"), Area.ofPrefix(county), null);
        return CallerScope.call(cashier, () -> QuarkusTransaction.requiringNew().call(work));
    }
}
