package org.jingzhun.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jingzhun.standalone.Api;
import org.jingzhun.standalone.SuiteFailure;
import org.jingzhun.standalone.SuiteService;
import org.jingzhun.standalone.Token;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;

/** One county from survey to helpers, and what happens when parts of the suite die on the way. */
@Order(1)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class LonglinTest {

    private static final String COUNTY = LonglinView.COUNTY;
    private static final int QUOTA_PERSONS = 79_553;
    private static final long FOUR_GIBIBYTES = 4L << 30;
    private static final Token OFFICER = LonglinView.OFFICER;
    private static final Token SECOND_OFFICER = Token.of("county-officer", COUNTY, "second");
    private static final Duration SOON = Duration.ofMinutes(2);

    private static final Duration A_MINUTE = Duration.ofSeconds(61);

    private RunningSuite suite;
    private Api api;
    private LonglinView county;
    private Neighbour neighbour;
    private JobKilling.@Nullable Killed membersImport;
    private JobKilling.@Nullable Killed planComputation;
    private boolean announcedToNobody;
    private String transferred = "";
    private String newHelper = "";

    /**
     * Starts the suite, and stops Kafka for a minute in the middle of the sample run: before the register is announced
     * until after. What is left of the minute brings the households of a second county.
     */
    @BeforeAll
    void startAndStopKafkaForAMinuteOnTheWay() throws IOException, InterruptedException {
        Path directory = Files.createTempDirectory(
                Files.createDirectories(Path.of("target").toAbsolutePath()), "run-");
        suite = RunningSuite.start(directory);
        suite.awaitOutput("first visit to township review");
        RunningSuite.signal("-STOP", suite.platform());
        Instant stopped = Instant.now();
        try {
            suite.awaitOutput("county review and announcement");
            look();
            neighbour = Neighbour.bring(api, suite.sampleFiles().resolveSibling("second-county"));
            Thread.sleep(Math.max(
                    0, Duration.between(Instant.now(), stopped.plus(A_MINUTE)).toMillis()));
            announcedToNobody = !suite.output().contains("events to funding");
        } finally {
            RunningSuite.signal("-CONT", suite.platform());
        }
        suite.awaitReady();
        look();
    }

    private void look() {
        api = new Api(suite.addresses(), suite.keys());
        county = new LonglinView(api);
    }

    @AfterAll
    void leave() {
        if (suite != null) {
            suite.leave();
        }
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
    @Order(1)
    void theRegisterAnnouncedWhileKafkaStoodStillHasReachedEverybodySince() {
        assertThat(announcedToNobody)
                .as("nobody heard of the register in that minute")
                .isTrue();
        Map<String, Long> registered = county.register().stream()
                .collect(Collectors.groupingBy(row -> row.path("villageCode").asText(), Collectors.counting()));
        Map<String, Long> known = county.rows(SuiteService.FUNDING, OFFICER, "/v1/villages?division=" + COUNTY).stream()
                .filter(village -> village.path("poorHouseholds").asLong() > 0)
                .collect(Collectors.toMap(
                        village -> village.path("code").asText(),
                        village -> village.path("poorHouseholds").asLong()));
        assertThat(known).isEqualTo(registered);
    }

    @Test
    @Order(2)
    void theRegisterFillsTheQuotaAndDoesNotExceedIt() {
        long persons = county.register().stream()
                .mapToLong(row -> row.path("persons").asLong())
                .sum();
        assertThat(persons).isBetween(QUOTA_PERSONS * 9L / 10, (long) QUOTA_PERSONS);
    }

    @Test
    @Order(3)
    void everyRegisteredHouseholdHasOneHelperAndIdentificationShowsIt() {
        List<String> registered = county.register().stream()
                .map(row -> row.path("householdId").asText())
                .toList();
        List<String> paired = county.pairings().stream()
                .map(row -> row.path("householdId").asText())
                .toList();
        assertThat(paired).doesNotHaveDuplicates().containsExactlyInAnyOrderElementsOf(registered);

        String household = paired.getFirst();
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(county.helperOf(household)).isNotEmpty());
        assertThat(county.registered(household).path("villageAllocations")).isNotEmpty();
    }

    @Test
    @Order(4)
    void everyFenOfTheBudgetIsWithAVillageAndTheLedgerProvesIt() {
        JsonNode plan = county.rows(SuiteService.FUNDING, OFFICER, "/v1/allocation-plans?division=" + COUNTY)
                .getFirst();
        BigDecimal shared = county
                .rows(
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
        assertThat(county.rows(SuiteService.IDENTIFICATION, stranger, "/v1/register?division=" + COUNTY))
                .isEmpty();
        assertThat(county.rows(SuiteService.IDENTIFICATION, stranger, "/v1/households?division=" + COUNTY))
                .isEmpty();
        assertThat(county.rows(SuiteService.FUNDING, stranger, "/v1/allocation-plans"))
                .isEmpty();
        assertThat(county.rows(SuiteService.PAIRING, stranger, "/v1/pairings")).isEmpty();
        String household = county.register().getFirst().path("householdId").asText();
        assertThatThrownBy(() -> api.get(SuiteService.IDENTIFICATION, stranger, "/v1/households/" + household))
                .isInstanceOf(SuiteFailure.class)
                .hasMessageContaining("404");
    }

    @Test
    @Order(6)
    void twoServicesAreKilledAtTheirJobs() throws IOException, InterruptedException {
        var killing = new JobKilling(suite, api);
        membersImport = killing.killWhen(
                JobKilling::merging, SuiteService.IDENTIFICATION, Neighbour.SYSTEM, neighbour.startMembers());

        var body = api.json().createObjectNode().put("county", COUNTY);
        String computing = URI.create(api.post(SuiteService.PAIRING, OFFICER, "/v1/pairing-plans", body)
                        .location())
                .getPath();
        planComputation = killing.killWhen(JobKilling::running, SuiteService.PAIRING, OFFICER, computing);
    }

    @Test
    @Order(7)
    void anImportGoesOnWhereAKilledServiceLeftItAndEveryRowIsInOnce() {
        JsonNode result = Objects.requireNonNull(membersImport).awaitEnd().path("result");
        Map<String, Integer> sent = neighbour.sent();
        assertThat(result.path("inserted").asInt())
                .isEqualTo(sent.values().stream().mapToInt(Integer::intValue).sum());
        assertThat(result.path("rejected").asInt()).isZero();
        assertThat(result.path("updated").asInt() + result.path("unchanged").asInt())
                .as("rows merged a second time")
                .isZero();
        assertThat(neighbour.stored()).isEqualTo(sent);
    }

    @Test
    @Order(8)
    void aPairingPlanIsComputedOnceThoughItsServiceIsKilledAtIt() {
        JsonNode done = Objects.requireNonNull(planComputation).awaitEnd();
        String plan = "/v1/pairing-plans/" + done.path("id").asText();
        assertThat(api.get(SuiteService.PAIRING, OFFICER, plan + "/proof")
                        .path("proven")
                        .asBoolean())
                .isTrue();
        JsonNode figures = api.get(SuiteService.PAIRING, OFFICER, plan).path("figures");
        assertThat(county.rows(SuiteService.PAIRING, OFFICER, plan + "/pairs"))
                .hasSize(figures.path("paired").asInt())
                .extracting(pair -> pair.path("householdId").asText())
                .doesNotHaveDuplicates();
    }

    @Test
    @Order(9)
    void aTransferMadeWhileKafkaStandsStillIsSeenLater() throws IOException, InterruptedException {
        List<JsonNode> pairings = county.pairings();
        JsonNode pairing = pairings.getFirst();
        String before = pairing.path("helperId").asText();
        String after = pairings.stream()
                .map(row -> row.path("helperId").asText())
                .filter(id -> !id.equals(before))
                .findFirst()
                .orElseThrow();
        transferred = pairing.path("householdId").asText();
        newHelper = after;
        RunningSuite.signal("-STOP", suite.platform());
        try {
            var transfer = api.json()
                    .createObjectNode()
                    .put("step", "TRANSFER")
                    .put("helperId", after)
                    .put("reason", "acceptance");
            api.post(
                    SuiteService.PAIRING,
                    SECOND_OFFICER,
                    "/v1/pairings/" + pairing.path("id").asText() + "/steps",
                    transfer);
            assertThat(county.helperOf(transferred)).isEqualTo(before);
        } finally {
            RunningSuite.signal("-CONT", suite.platform());
        }
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(county.helperOf(transferred)).isEqualTo(after));
    }

    @Test
    @Order(10)
    void ctrlCStopsEverythingAndTheNextStartIsReadyAtOnceWithTheData() throws IOException, InterruptedException {
        int registered = county.register().size();
        List<ProcessHandle> running = suite.processes();

        assertThat(suite.pressCtrlC()).as("exit code of an interrupt").isEqualTo(128 + 2);
        assertThat(suite.output().strip()).endsWith("Stopped");
        assertThat(running).hasSizeGreaterThan(SuiteService.values().length).noneMatch(ProcessHandle::isAlive);
        assertThat(suite.postgresPidFile()).doesNotExist();

        suite.startAgain();
        look();
        assertThat(suite.output()).doesNotContain("sample files");
        assertThat(county.register()).hasSize(registered);
        assertThat(county.helperOf(transferred)).isEqualTo(newHelper);
    }
}
