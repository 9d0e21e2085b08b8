package org.jingzhun.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jingzhun.sample.Sample;
import org.jingzhun.sample.SampleOptions;
import org.jingzhun.standalone.Api;
import org.jingzhun.standalone.SuiteFailure;
import org.jingzhun.standalone.SuiteService;
import org.jingzhun.standalone.Token;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;

/** One county from survey to helpers, and what happens when parts of the suite die on the way. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class LonglinTest {

    private static final String COUNTY = "451031";
    private static final int QUOTA_PERSONS = 79_553;
    private static final long FOUR_GIBIBYTES = 4L << 30;
    private static final Token OFFICER = Token.of("county-officer", COUNTY);
    private static final Token SECOND_OFFICER = Token.of("county-officer", COUNTY, "second");
    private static final Token SYSTEM = Token.of("system", "45", "acceptance");
    private static final Duration SOON = Duration.ofMinutes(2);

    private RunningSuite suite;
    private Api api;

    @BeforeAll
    void start() throws IOException {
        Path directory = Files.createTempDirectory(
                Files.createDirectories(Path.of("target").toAbsolutePath()), "run-");
        suite = RunningSuite.start(directory);
        api = new Api(suite.addresses(), suite.keys());
    }

    @AfterAll
    void stop() throws IOException, InterruptedException {
        if (suite != null) {
            suite.end();
        }
    }

    private List<JsonNode> rows(SuiteService service, Token token, String path) {
        List<JsonNode> rows = new ArrayList<>();
        api.eachRow(service, token, path, rows::add);
        return rows;
    }

    @Test
    @Order(1)
    void theFirstStartEndsWithATableOfResults() throws IOException {
        assertThat(suite.output())
                .contains("registered")
                .contains("wrongly included")
                .contains("missed")
                .contains("yuan, 0.00 left")
                .contains(" 0 unpaired")
                .contains(": proven")
                .contains("/q/swagger-ui");
        assertThat(suite.memoryBytes()).isLessThan(FOUR_GIBIBYTES);
    }

    @Test
    @Order(2)
    void theRegisterFillsTheQuotaAndDoesNotExceedIt() {
        long persons = rows(SuiteService.IDENTIFICATION, OFFICER, "/v1/register?division=" + COUNTY).stream()
                .mapToLong(row -> row.path("persons").asLong())
                .sum();
        assertThat(persons).isBetween(QUOTA_PERSONS * 9L / 10, (long) QUOTA_PERSONS);
    }

    @Test
    @Order(3)
    void everyRegisteredHouseholdHasOneHelperAndIdentificationShowsIt() {
        Set<String> registered = new HashSet<>();
        api.eachRow(
                SuiteService.IDENTIFICATION,
                OFFICER,
                "/v1/register?division=" + COUNTY,
                row -> registered.add(row.path("householdId").asText()));
        List<String> paired = rows(SuiteService.PAIRING, OFFICER, "/v1/pairings?division=" + COUNTY).stream()
                .map(row -> row.path("householdId").asText())
                .toList();
        assertThat(paired).doesNotHaveDuplicates().containsExactlyInAnyOrderElementsOf(registered);

        String household = paired.getFirst();
        await().atMost(SOON).untilAsserted(() -> assertThat(
                        api.get(SuiteService.IDENTIFICATION, OFFICER, "/v1/register/" + household)
                                .path("helper")
                                .isObject())
                .isTrue());
        assertThat(api.get(SuiteService.IDENTIFICATION, OFFICER, "/v1/register/" + household)
                        .path("villageAllocations"))
                .isNotEmpty();
    }

    @Test
    @Order(4)
    void everyFenOfTheBudgetIsWithAVillageAndTheLedgerProvesIt() {
        JsonNode plan = rows(SuiteService.FUNDING, OFFICER, "/v1/allocation-plans?division=" + COUNTY)
                .getFirst();
        BigDecimal shared =
                rows(
                                SuiteService.FUNDING,
                                OFFICER,
                                "/v1/allocation-plans/" + plan.path("id").asText() + "/shares")
                        .stream()
                        .map(share -> new BigDecimal(share.path("amount").asText()))
                        .reduce(BigDecimal.ZERO, BigDecimal::add);
        assertThat(shared).isEqualByComparingTo(plan.path("amount").asText());
        assertThat(api.get(SuiteService.FUNDING, OFFICER, "/v1/ledger/proof")
                        .path("holds")
                        .asBoolean())
                .isTrue();
    }

    @Test
    @Order(5)
    void anOfficerOfAnotherCountySeesNothingOfThisOne() {
        Token stranger = Token.of("county-officer", "511024");
        assertThat(rows(SuiteService.IDENTIFICATION, stranger, "/v1/register?division=" + COUNTY))
                .isEmpty();
        assertThat(rows(SuiteService.IDENTIFICATION, stranger, "/v1/households?division=" + COUNTY))
                .isEmpty();
        assertThat(rows(SuiteService.FUNDING, stranger, "/v1/allocation-plans")).isEmpty();
        assertThat(rows(SuiteService.PAIRING, stranger, "/v1/pairings")).isEmpty();
        String household = rows(SuiteService.IDENTIFICATION, OFFICER, "/v1/register?division=" + COUNTY)
                .getFirst()
                .path("householdId")
                .asText();
        assertThatThrownBy(() -> api.get(SuiteService.IDENTIFICATION, stranger, "/v1/households/" + household))
                .isInstanceOf(SuiteFailure.class)
                .hasMessageContaining("404");
    }

    @Test
    @Order(6)
    void anImportGoesOnWhereAKilledServiceLeftIt() throws IOException, InterruptedException {
        Path files = suite.sampleFiles().resolveSibling("second-county");
        Sample neighbour = Sample.of(SampleOptions.of(7, "451030").compressed());
        neighbour.writeTo(files);
        long households = neighbour
                .villages()
                .mapToLong(village -> village.households().size())
                .sum();
        api.importFile(SuiteService.IDENTIFICATION, SYSTEM, "kind=divisions", files.resolve("divisions.ndjson.gz"));

        String job = api.startImport(
                SuiteService.IDENTIFICATION, SYSTEM, "kind=households", files.resolve("households.ndjson.gz"));
        RunningSuite.signal("-KILL", suite.process(SuiteService.IDENTIFICATION));
        JsonNode done = api.awaitJob(SuiteService.IDENTIFICATION, SYSTEM, job);

        assertThat(done.path("result").path("rejected").asLong()).isZero();
        assertThat(rows(SuiteService.IDENTIFICATION, Token.of("county-officer", "451030"), "/v1/households"))
                .hasSize((int) households);
    }

    @Test
    @Order(7)
    void aPairingPlanIsComputedThoughItsServiceIsKilled() throws IOException, InterruptedException {
        var body = api.json().createObjectNode().put("county", COUNTY);
        String job = java.net
                .URI
                .create(api.post(SuiteService.PAIRING, OFFICER, "/v1/pairing-plans", body)
                        .location())
                .getPath();
        RunningSuite.signal("-KILL", suite.process(SuiteService.PAIRING));
        JsonNode done = api.awaitJob(SuiteService.PAIRING, OFFICER, job);

        String plan = "/v1/pairing-plans/" + done.path("id").asText();
        assertThat(api.get(SuiteService.PAIRING, OFFICER, plan + "/proof")
                        .path("proven")
                        .asBoolean())
                .isTrue();
        JsonNode figures = api.get(SuiteService.PAIRING, OFFICER, plan).path("figures");
        assertThat(rows(SuiteService.PAIRING, OFFICER, plan + "/pairs"))
                .hasSize(figures.path("paired").asInt());
    }

    @Test
    @Order(8)
    void whileKafkaStandsStillWorkGoesOnAndTheEventsComeLater() throws IOException, InterruptedException {
        JsonNode pairing = rows(SuiteService.PAIRING, OFFICER, "/v1/pairings?division=" + COUNTY)
                .getFirst();
        String helper = rows(SuiteService.PAIRING, OFFICER, "/v1/pairings?division=" + COUNTY).stream()
                .map(row -> row.path("helperId").asText())
                .filter(id -> !id.equals(pairing.path("helperId").asText()))
                .findFirst()
                .orElseThrow();
        RunningSuite.signal("-STOP", suite.platform());
        try {
            var transfer = api.json()
                    .createObjectNode()
                    .put("step", "TRANSFER")
                    .put("helperId", helper)
                    .put("reason", "acceptance");
            api.post(
                    SuiteService.PAIRING,
                    SECOND_OFFICER,
                    "/v1/pairings/" + pairing.path("id").asText() + "/steps",
                    transfer);
            Thread.sleep(Duration.ofMinutes(1));
        } finally {
            RunningSuite.signal("-CONT", suite.platform());
        }
        await().atMost(SOON).untilAsserted(() -> assertThat(api.get(
                                SuiteService.IDENTIFICATION,
                                OFFICER,
                                "/v1/register/" + pairing.path("householdId").asText())
                        .path("helper")
                        .path("helperId")
                        .asText())
                .isEqualTo(helper));
    }

    @Test
    @Order(9)
    void aSecondStartFindsTheDataAndIsReadyAtOnce() throws IOException, InterruptedException {
        int before = rows(SuiteService.IDENTIFICATION, OFFICER, "/v1/register").size();
        suite.stop();
        suite.startAgain();
        api = new Api(suite.addresses(), suite.keys());
        assertThat(suite.output()).doesNotContain("sample files");
        assertThat(rows(SuiteService.IDENTIFICATION, OFFICER, "/v1/register")).hasSize(before);
    }
}
