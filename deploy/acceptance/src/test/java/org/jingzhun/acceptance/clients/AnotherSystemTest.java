package org.jingzhun.acceptance.clients;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import org.jingzhun.acceptance.RunningSuite;
import org.jingzhun.client.identification.ApiClient;
import org.jingzhun.client.identification.ApiException;
import org.jingzhun.client.identification.api.HouseholdsApi;
import org.jingzhun.client.identification.api.ImportsApi;
import org.jingzhun.client.identification.api.RegisterApi;
import org.jingzhun.client.identification.api.ScreeningApi;
import org.jingzhun.client.identification.api.SubscriptionsApi;
import org.jingzhun.client.identification.model.AssetSource;
import org.jingzhun.client.identification.model.HouseholdChangeBody;
import org.jingzhun.client.identification.model.HouseholdChangeKind;
import org.jingzhun.client.identification.model.HouseholdChangeStep;
import org.jingzhun.client.identification.model.HouseholdChangeStepBody;
import org.jingzhun.client.identification.model.JobState;
import org.jingzhun.client.identification.model.ModelImport;
import org.jingzhun.client.identification.model.Problem;
import org.jingzhun.client.identification.model.RegisterRow;
import org.jingzhun.client.identification.model.WebhookSubscriptionBody;
import org.jingzhun.client.identification.model.WebhookSubscriptionWithSecret;
import org.jingzhun.standalone.SuiteService;
import org.jingzhun.standalone.Token;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Another government system reads the register, is told of its changes, and delivers what it knows: in Java. */
@Order(2)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AnotherSystemTest {

    private static final String COUNTY = "451031";
    private static final String CHANGED = "org.jingzhun.identification.household-changed";
    private static final Duration SOON = Duration.ofMinutes(1);

    /** Of no other delivery: those of the sample are as of the day on which it is delivered. */
    private static final LocalDate AS_OF = LocalDate.of(2016, 12, 31);

    private static final Clock CLOCK = Clock.system(ZoneId.of("Asia/Shanghai"));

    private final ObjectMapper json = new ObjectMapper();
    private RunningSuite.Reach suite;
    private Department department;

    @BeforeAll
    void reach() throws IOException {
        suite = RunningSuite.anyWithTheSample();
        department = Department.of(service(), token(Token.of("system", COUNTY, "不动产登记")));
    }

    private String service() {
        return suite.addresses().of(SuiteService.IDENTIFICATION).toString();
    }

    private String token(Token holder) {
        return holder.sign(suite.keys(), CLOCK.instant());
    }

    private ApiClient as(String role, String area) {
        return new ApiClient().setBasePath(service()).setBearerToken(token(Token.of(role, area)));
    }

    @Test
    void itReadsTheRegisterSliceBySliceAndAsOneStreamAndBothAreTheSame() throws ApiException, IOException {
        List<RegisterRow> read = department.register(COUNTY);
        assertThat(read).hasSizeGreaterThan(1000).allSatisfy(row -> assertThat(row.getHouseholder())
                .isNotBlank());
        assertThat(department.streamedRegister(COUNTY)).isEqualTo(read);
    }

    @Test
    void aCountyThatIsNotItsOwnIsNotThere() throws ApiException, IOException {
        var elsewhere = new RegisterApi(as("system", "450460"));
        RegisterRow row = department.streamedRegister(COUNTY).getFirst();
        var refusal = catchThrowableOfType(
                ApiException.class, () -> elsewhere.getRegisterEntry(row.getHouseholdId(), null, null));
        assertThat(refusal.getCode()).isEqualTo(404);
        assertThat(json.readValue(refusal.getResponseBody(), Problem.class).getCode())
                .isEqualTo("not-found");
    }

    @Test
    void itIsToldOfAChangeAndTheSignatureProvesWhoTold() throws ApiException, IOException {
        RegisterRow household = department.streamedRegister(COUNTY).getLast();
        var subscriptions = new SubscriptionsApi(department.client());
        try (var receiver = new WebhookReceiver()) {
            WebhookSubscriptionWithSecret made = subscriptions.makeSubscription(
                    new WebhookSubscriptionBody()
                            .url(receiver.url())
                            .types(List.of(CHANGED))
                            .division(COUNTY),
                    null);
            String hamlet = "新屯" + CLOCK.millis();
            correct(household, hamlet);
            WebhookReceiver.Delivery delivery = await().atMost(SOON)
                    .until(
                            () -> receiver.deliveries().stream()
                                    .filter(each -> each.body().contains(hamlet))
                                    .toList(),
                            told -> !told.isEmpty())
                    .getFirst();
            assertThat(delivery.isSignedWith(made.getSecret())).isTrue();
            assertThat(delivery.wouldHoldFor(delivery.body().replace(hamlet, "旧屯"), made.getSecret()))
                    .isFalse();
            assertThat(delivery.header("ce-type")).isEqualTo(CHANGED);
            JsonNode event = json.readTree(delivery.body());
            assertThat(event.path("householdId").asText())
                    .isEqualTo(household.getHouseholdId().toString())
                    .isEqualTo(delivery.header("ce-subject"));
            assertThat(event.path("revision").asLong()).isGreaterThan(household.getRevision());
            String tag = "\"" + revision(subscriptions, made) + "\"";
            // Of an answer without a body the generated client takes problems alone, and is told 406 unless it takes
            // all.
            subscriptions.deleteSubscription(made.getSubscription().getId(), tag, null, Map.of("Accept", "*/*"));
        }
    }

    /** The revision is in the answer's ETag alone. */
    @SuppressWarnings("deprecation") // this library of the generator has no other way to a header
    private static String revision(SubscriptionsApi subscriptions, WebhookSubscriptionWithSecret made)
            throws ApiException {
        var unused = subscriptions.getSubscription(made.getSubscription().getId(), null);
        return subscriptions.getApiClient().getResponseHeaders().entrySet().stream()
                .filter(header -> header.getKey().equalsIgnoreCase("ETag"))
                .map(header -> header.getValue().getFirst().replace("\"", ""))
                .findFirst()
                .orElseThrow();
    }

    /** The village asks for a correction, the township reviews it, the county applies it. */
    private void correct(RegisterRow household, String hamlet) throws ApiException {
        String village = household.getVillageCode();
        var asked = new HouseholdsApi(as("village-officer", village))
                .requestChange(
                        household.getHouseholdId(),
                        new HouseholdChangeBody()
                                .kind(HouseholdChangeKind.CORRECTION)
                                .on(LocalDate.now(CLOCK))
                                .reason("屯名有误")
                                .evidence(List.of("照片"))
                                .hamlet(hamlet),
                        null,
                        null);
        for (var step : List.of(HouseholdChangeStep.REVIEW, HouseholdChangeStep.APPLICATION)) {
            var officer = step == HouseholdChangeStep.REVIEW
                    ? as("township-officer", village.substring(0, 9))
                    : as("county-officer", COUNTY);
            var unused = new HouseholdsApi(officer)
                    .takeChangeStep(
                            asked.getChange().getId(),
                            household.getHouseholdId(),
                            new HouseholdChangeStepBody().step(step),
                            null,
                            null);
        }
    }

    @Test
    void itDeliversAssetRecordsIsToldOfTheBadOneAndMaySendThemAgain(@TempDir Path folder)
            throws ApiException, IOException {
        Path rows = folder.resolve("vehicles.ndjson");
        Files.write(rows, List.of(record(idNumberOfAMember()), record("450000000000000000")));

        var delivered = department.deliver("VEHICLE", AS_OF, rows);
        assertThat(delivered.getState()).isEqualTo(JobState.SUCCEEDED);
        var imports = new ImportsApi(department.client());
        ModelImport first = imports.getImport(delivered.getId(), null);
        assertThat(first.getInserted() + first.getUnchanged()).isEqualTo(1);
        var rejections = imports.listImportRejections(delivered.getId(), null, null, null, null);
        assertThat(rejections.getItems()).singleElement().satisfies(rejection -> {
            assertThat(rejection.getLine()).isEqualTo(2);
            assertThat(rejection.getPointer()).isEqualTo("/idNumber");
            assertThat(rejection.getDetail()).isNotBlank();
        });

        ModelImport again =
                imports.getImport(department.deliver("VEHICLE", AS_OF, rows).getId(), null);
        assertThat(again.getInserted()).isZero();
        assertThat(again.getUnchanged()).isEqualTo(1);
        var datasets =
                new ScreeningApi(department.client()).listDatasets(null, COUNTY, 1000, AssetSource.VEHICLE, null);
        assertThat(datasets.getItems())
                .filteredOn(dataset -> dataset.getAsOf().equals(AS_OF))
                .singleElement()
                .satisfies(dataset -> assertThat(dataset.getMatched()).isEqualTo(1));
    }

    private static String record(String idNumber) {
        return "{\"idNumber\":\"%s\",\"fact\":\"轻型普通货车\",\"effectiveOn\":\"2016-05-01\",\"value\":\"45000.00\"}"
                .formatted(idNumber);
    }

    /** Of somebody of the sample county, as its own office knows it. */
    private String idNumberOfAMember() throws IOException {
        try (var reader = new BufferedReader(new InputStreamReader(
                new GZIPInputStream(Files.newInputStream(suite.directory().resolve("sample/members.ndjson.gz"))),
                StandardCharsets.UTF_8))) {
            return json.readTree(reader.readLine()).path("idNumber").asText();
        }
    }
}
