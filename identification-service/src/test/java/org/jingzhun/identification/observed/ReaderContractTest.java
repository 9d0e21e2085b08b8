package org.jingzhun.identification.observed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.hibernate.Session;
import org.jingzhun.chassis.caller.Caller;
import org.jingzhun.chassis.caller.CallerScope;
import org.jingzhun.chassis.testing.PlatformResource;
import org.jingzhun.identification.observed.funding.Allocation;
import org.jingzhun.identification.observed.funding.Allocations;
import org.jingzhun.identification.observed.funding.Benefits;
import org.jingzhun.identification.observed.funding.Received;
import org.jingzhun.identification.observed.pairing.Helper;
import org.jingzhun.identification.observed.pairing.Helpers;
import org.jingzhun.identification.testing.Topic;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The owners' examples, and the same with a field nobody knows, reach the rows that this service shows. */
@QuarkusTest
@QuarkusTestResource(
        value = PlatformResource.class,
        initArgs = @ResourceArg(name = PlatformResource.DATABASE, value = "identification"))
class ReaderContractTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @Inject
    Helpers helpers;

    @Inject
    Allocations allocations;

    @Inject
    Benefits benefits;

    @Inject
    Session database;

    private final ObjectMapper json = new ObjectMapper();

    private ObjectNode example(String service, String event) throws IOException {
        return (ObjectNode) json.readTree(Path.of("..", service, "contract", "events", event + ".example.json")
                .toFile());
    }

    private static <T> T inside(Callable<T> read) {
        return CallerScope.call(
                Caller.system("test"), () -> QuarkusTransaction.requiringNew().call(read));
    }

    private Helper helperOf(UUID household) {
        return await().atMost(PATIENCE)
                .until(() -> inside(() -> helpers.findOf(household)), java.util.Optional::isPresent)
                .orElseThrow();
    }

    private void sendPairing(String event, ObjectNode payload) {
        Topic.send(
                "pairing.pairing",
                payload.get("householdId").asText(),
                "org.jingzhun.pairing." + event,
                payload.toString());
    }

    private void sendAllocation(String event, ObjectNode payload) {
        Topic.send(
                "funding.allocation",
                payload.get("villageCode").asText(),
                "org.jingzhun.funding." + event,
                payload.toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"household-paired", "household-transferred", "pairing-closed"})
    void whoHelpsAHouseholdIsKeptAsPairingTellsIt(String event) throws IOException {
        for (boolean more : List.of(false, true)) {
            ObjectNode payload = example("pairing-service", event);
            UUID household = UUID.randomUUID();
            payload.put("householdId", household.toString());
            if (more) {
                payload.put("somethingNew", 7);
            }
            sendPairing(event, payload);

            Helper helper = helperOf(household);
            assertThat(helper.name()).isEqualTo(payload.get("helperName").asText());
            assertThat(helper.unit()).isEqualTo(payload.get("helperUnit").asText());
            assertThat(helper.since()).isEqualTo(payload.get("since").asText());
            assertThat(helper.state()).isEqualTo(payload.get("state").asText());
        }
    }

    @Test
    void moneyOfAVillageIsKeptAsFundingTellsItUntilItIsTakenBack() throws IOException {
        ObjectNode approved = example("funding-service", "allocation-approved");
        approved.put("villageCode", "451099100001").put("somethingNew", "x");
        sendAllocation("allocation-approved", approved);
        List<Allocation> money = await().atMost(PATIENCE)
                .until(() -> inside(() -> allocations.listOf(451099100001L)), rows -> !rows.isEmpty());
        assertThat(money).singleElement().satisfies(row -> {
            assertThat(row.amount()).isEqualTo(approved.get("amount").asText());
            assertThat(row.sourceName()).isEqualTo(approved.get("sourceName").asText());
            assertThat(row.year()).isEqualTo(approved.get("year").asInt());
        });

        ObjectNode withdrawn = example("funding-service", "allocation-withdrawn");
        withdrawn.put("villageCode", "451099100001");
        sendAllocation("allocation-withdrawn", withdrawn);
        await().atMost(PATIENCE).until(() -> inside(() -> allocations.listOf(451099100001L)), List::isEmpty);
    }

    @Test
    void aVisitIsKeptAsPairingTellsItAndNeverChanges() throws IOException {
        for (boolean more : List.of(false, true)) {
            ObjectNode payload = example("pairing-service", "visit-recorded");
            UUID visit = UUID.randomUUID();
            payload.put("visitId", visit.toString());
            if (more) {
                payload.put("somethingNew", 7);
            }
            sendVisit(visit, payload);
            await().atMost(PATIENCE)
                    .until(() -> seen(visit), List.of(payload.get("visitedOn").asText() + " HOUSING ILLNESS")::equals);
            payload.put("visitedOn", "2000-01-01");
            sendVisit(visit, payload);
            UUID later = UUID.randomUUID();
            sendVisit(visit, payload.put("visitId", later.toString()));
            await().atMost(PATIENCE).until(() -> !seen(later).isEmpty());
            assertThat(seen(visit)).isNotEqualTo(seen(later));
        }
    }

    private static void sendVisit(UUID key, ObjectNode payload) {
        Topic.send("pairing.visit", key.toString(), "org.jingzhun.pairing.visit-recorded", payload.toString());
    }

    private List<String> seen(UUID visit) {
        return inside(() -> database.createNativeQuery(
                        "select visited_on || ' ' || array_to_string(risks, ' ') from observed_visit where visit_id = ?1",
                        String.class)
                .setParameter(1, visit)
                .getResultList());
    }

    @ParameterizedTest
    @ValueSource(strings = {"benefit-paid", "dividend-paid"})
    void whatAHouseholdReceivedIsKeptAsFundingTellsIt(String event) throws IOException {
        for (boolean more : List.of(false, true)) {
            ObjectNode payload = example("funding-service", event);
            UUID household = UUID.randomUUID();
            UUID id = UUID.randomUUID();
            payload.put("householdId", household.toString());
            payload.put(event.equals("benefit-paid") ? "paymentId" : "dividendId", id.toString());
            if (more) {
                payload.put("somethingNew", 7);
            }
            Topic.send("funding.benefit", household.toString(), "org.jingzhun.funding." + event, payload.toString());
            Received received = await().atMost(PATIENCE)
                    .until(() -> inside(() -> benefits.listOf(household)), kept -> !kept.payments()
                            .isEmpty());
            assertThat(received.payments()).singleElement().satisfies(payment -> {
                assertThat(payment.id()).isEqualTo(id);
                assertThat(payment.amount()).isEqualTo(payload.get("amount").asText());
                assertThat(payment.paidOn()).isEqualTo(payload.get("paidOn").asText());
                assertThat(payment.year()).isEqualTo(payload.get("year").asInt());
                assertThat(payment.benefit()).isEqualTo(payload.path("benefit").asText("DIVIDEND"));
                assertThat(payment.state()).isEqualTo(payload.path("state").asText("PAID"));
            });
        }
    }

    @Test
    void anOlderEventAfterANewerOneChangesNothing() throws IOException {
        UUID household = UUID.randomUUID();
        UUID other = UUID.randomUUID();
        ObjectNode payload = example("pairing-service", "household-paired");
        payload.put("householdId", household.toString()).put("revision", 9).put("helperName", "新");
        sendPairing("household-paired", payload);
        assertThat(helperOf(household).name()).isEqualTo("新");
        payload.put("revision", 8).put("helperName", "旧");
        sendPairing("household-paired", payload);
        Topic.send("pairing.pairing", household.toString(), "org.jingzhun.pairing.household-paired", "{unreadable");
        payload.put("revision", 10).put("helperName", "更新");
        sendPairing("household-paired", payload);
        await().atMost(PATIENCE).until(() -> helperOf(household).name().equals("更新"));
        assertThat(inside(() -> helpers.findOf(other))).isEmpty();
    }
}
