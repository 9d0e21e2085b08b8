package org.jingzhun.acceptance.issuer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jingzhun.acceptance.RunningSuite;
import org.jingzhun.sample.Sample;
import org.jingzhun.sample.SampleFile;
import org.jingzhun.sample.SampleOptions;
import org.jingzhun.standalone.Api;
import org.jingzhun.standalone.Issuer;
import org.jingzhun.standalone.KeycloakRealm;
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

/**
 * The services as in production, with Keycloak and the realm of production. The suite's first run, from survey to helpers,
 * goes with its tokens, of an office for each village of the smallest county that has three townships; then what tokens
 * say, and how they end. Comes first, so that no other suite takes its memory.
 */
@Order(0)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class IssuerTest {

    private static final String COUNTY = "451381";
    private static final Token SYSTEM = Token.of("system", "45");
    private static final String HOUSEHOLDS = "/v1/households?limit=10";
    private static final Duration TOKENS_LIVE = Duration.ofMinutes(5);
    private static final Duration BELIEVED = Duration.ofSeconds(30);

    private final ObjectMapper json = new ObjectMapper();

    private RunningSuite suite;
    private Issuer issuer;
    private KeycloakRealm realm;
    private PhoneLogin login;
    private Calls calls;

    @BeforeAll
    void start() throws IOException {
        Path directory = Files.createTempDirectory(
                Files.createDirectories(Path.of("target").toAbsolutePath()), "run-");
        suite = RunningSuite.start(directory, Map.of("JINGZHUN_SAMPLE_COUNTY", COUNTY), "--keycloak");
        suite.awaitReady();
        issuer = Issuer.find(directory).orElseThrow();
        realm = new KeycloakRealm(issuer);
        login = new PhoneLogin(issuer, realm);
        calls = new Calls(suite.addresses());
        realm.person("officer", Token.of("county-officer", COUNTY, "韦桂花"));
        realm.person("stranger", Token.of("county-officer", "511024"));
        realm.person("auditing", Token.of("auditor", COUNTY));
        realm.person("leaving", Token.of("county-officer", COUNTY, "Leaving"));
    }

    @AfterAll
    void stop() throws InterruptedException {
        if (suite != null) {
            suite.end();
        }
    }

    private String systemToken() {
        String id = realm.get("/clients?clientId=jingzhun-system")
                .path(0)
                .path("id")
                .asText();
        String secret =
                realm.get("/clients/" + id + "/client-secret").path("value").asText();
        return realm.token(Map.of(
                        "grant_type", "client_credentials",
                        "client_id", "jingzhun-system",
                        "client_secret", secret))
                .path("access_token")
                .asText();
    }

    @Test
    @Order(1)
    void anotherSystemLogsInAsItselfAndDoesWhatItWasGranted() throws IOException, InterruptedException {
        String token = systemToken();
        assertThat(claims(token).path("groups").toString()).isEqualTo("[\"system\"]");
        assertThat(claims(token).path("area").asText()).isEqualTo("45");

        Path files = Files.createTempDirectory(Path.of("target").toAbsolutePath(), "county-");
        Sample.of(SampleOptions.of(7, COUNTY).only(SampleFile.DIVISIONS).compressed())
                .writeTo(files);
        Path divisions = files.resolve("divisions.ndjson.gz");
        try (var api = new Api(suite.addresses(), asked -> token)) {
            JsonNode job = api.importFile(SuiteService.IDENTIFICATION, SYSTEM, "kind=divisions", divisions);
            assertThat(job.path("result").path("rejected").asInt()).isZero();
            assertThatThrownBy(() -> api.startImport(SuiteService.IDENTIFICATION, SYSTEM, "kind=members", divisions))
                    .isInstanceOf(SuiteFailure.class)
                    .hasMessageContaining("403")
                    .hasMessageContaining("not-granted");
        }
        assertThat(calls.rows(SuiteService.IDENTIFICATION, token, "/v1/register?limit=10"))
                .isEqualTo(10);
        assertThat(calls.status(SuiteService.FUNDING, token, "/v1/loans")).isEqualTo(403);
    }

    @Test
    @Order(2)
    void roleAndAreaOfATokenDecideInAllServices() throws IOException, InterruptedException {
        String officer = access(login.tokens("officer"));
        JsonNode claims = claims(officer);
        assertThat(claims.path("iss").asText()).isEqualTo(issuer.realm().toString());
        assertThat(claims.path("aud").toString()).contains("\"jingzhun\"");
        assertThat(claims.path("area").asText()).isEqualTo(COUNTY);
        assertThat(claims.path("name").asText()).isEqualTo("韦桂花");
        assertThat(claims.path("groups").toString()).contains("\"county-officer\"");
        assertThat(claims.path("exp").asLong() - claims.path("iat").asLong()).isEqualTo(TOKENS_LIVE.toSeconds());

        assertThat(calls.rows(SuiteService.IDENTIFICATION, officer, HOUSEHOLDS)).isEqualTo(10);
        assertThat(calls.rows(SuiteService.IDENTIFICATION, access(login.tokens("stranger")), HOUSEHOLDS))
                .isZero();
        for (SuiteService service : SuiteService.values()) {
            assertThat(calls.status(service, officer, "/v1/jobs"))
                    .as(service.title())
                    .isEqualTo(200);
            assertThat(calls.status(service, "", "/v1/jobs"))
                    .as(service.title())
                    .isEqualTo(401);
            assertThat(calls.status(service, access(login.tokens("auditing")), "/v1/audit"))
                    .as(service.title())
                    .isEqualTo(200);
            assertThat(calls.status(service, officer, "/v1/audit"))
                    .as(service.title())
                    .isEqualTo(403);
        }
    }

    @Test
    @Order(3)
    void aHelperLogsInOnAPhoneAndSeesItsOwnHouseholdsAndOnlyWithThePhonesOwnProof()
            throws IOException, InterruptedException {
        JsonNode pairs = calls.items(SuiteService.PAIRING, access(login.tokens("officer")), "/v1/pairings?limit=100");
        String helper = pairs.path(0).path("helperId").asText();
        realm.person("calling", new Token("helper", COUNTY, "Huang", Optional.of(helper)));

        JsonNode tokens = login.tokens("calling");
        assertThat(claims(access(tokens)).path("helperId").asText()).isEqualTo(helper);
        JsonNode own = calls.items(SuiteService.PAIRING, access(tokens), "/v1/pairings?limit=100");
        assertThat(own)
                .isNotEmpty()
                .allSatisfy(pair -> assertThat(pair.path("helperId").asText()).isEqualTo(helper));
        assertThat(calls.handbook(access(tokens), own.path(0))).isEqualTo(200);
        for (JsonNode pair : pairs) {
            if (!pair.path("helperId").asText().equals(helper)) {
                assertThat(calls.handbook(access(tokens), pair)).isIn(403, 404);
            }
        }
        assertThat(calls.status(SuiteService.PAIRING, tokens.path("id_token").asText(), "/v1/pairings"))
                .as("a token that says who somebody is opens nothing")
                .isEqualTo(401);

        PhoneLogin.Begun stolen = login.begin("calling", issuer.demoPassword()).orElseThrow();
        assertThat(realm.requestToken(PhoneLogin.exchange(stolen, "x".repeat(43)))
                        .statusCode())
                .isEqualTo(400);
        assertThat(login.begin("calling", "not the password")).isEmpty();
        assertThat(login.refusalWithoutPkce()).contains("error=invalid_request");
    }

    @Test
    @Order(4)
    void aTokenEndsAndARefreshTokenServesOnce() throws IOException, InterruptedException {
        Duration brief = Duration.ofSeconds(4);
        lifespan(brief);
        try {
            JsonNode tokens = login.tokens("officer");
            for (SuiteService service : SuiteService.values()) {
                assertThat(calls.status(service, access(tokens), "/v1/jobs")).isEqualTo(200);
            }
            Thread.sleep(brief.plusSeconds(1));
            for (SuiteService service : SuiteService.values()) {
                assertThat(calls.status(service, access(tokens), "/v1/jobs"))
                        .as(service.title())
                        .isEqualTo(401);
            }
            JsonNode fresh = realm.token(PhoneLogin.refresh(tokens));
            assertThat(calls.status(SuiteService.FUNDING, access(fresh), "/v1/jobs"))
                    .isEqualTo(200);
            assertThat(realm.requestToken(PhoneLogin.refresh(tokens)).statusCode())
                    .as("the same once more")
                    .isEqualTo(400);
        } finally {
            lifespan(TOKENS_LIVE);
        }
    }

    private void lifespan(Duration duration) {
        realm.put("", json.createObjectNode().put("accessTokenLifespan", duration.toSeconds()));
    }

    @Test
    @Order(5)
    void aNewKeySignsAtOnceAndTokensOfTheOldOneHoldUntilTheyEnd() throws IOException, InterruptedException {
        JsonNode old = login.tokens("officer");
        ObjectNode key = json.createObjectNode();
        key.put("name", "rotated " + UUID.randomUUID())
                .put("providerId", "rsa-generated")
                .put("providerType", "org.keycloak.keys.KeyProvider");
        ObjectNode config = key.putObject("config");
        config.putArray("priority").add("200");
        config.putArray("algorithm").add("RS256");
        realm.post("/components", key);

        String fresh = access(realm.token(PhoneLogin.refresh(old)));
        assertThat(keyId(fresh)).isNotEqualTo(keyId(access(old)));
        for (SuiteService service : SuiteService.values()) {
            assertThat(calls.status(service, fresh, "/v1/jobs"))
                    .as(service.title())
                    .isEqualTo(200);
            assertThat(calls.status(service, access(old), "/v1/jobs"))
                    .as(service.title())
                    .isEqualTo(200);
        }
    }

    @Test
    @Order(6)
    void whoIsDisabledIsOutOfPersonalDataWithinHalfAMinuteAndOfEverythingWhenTheTokenEnds()
            throws IOException, InterruptedException {
        JsonNode tokens = login.tokens("leaving");
        assertThat(calls.status(SuiteService.IDENTIFICATION, access(tokens), "/v1/households?limit=1"))
                .isEqualTo(200);
        String id = realm.person("leaving", Token.of("county-officer", COUNTY, "Leaving"));
        realm.put("/users/" + id, json.createObjectNode().put("enabled", false));

        assertThat(realm.requestToken(PhoneLogin.refresh(tokens)).statusCode()).isEqualTo(400);
        assertThat(login.begin("leaving", issuer.demoPassword())).isEmpty();
        assertThat(calls.status(SuiteService.FUNDING, access(tokens), "/v1/jobs"))
                .as("the other services verify by themselves, until the token ends")
                .isEqualTo(200);
        await().atMost(BELIEVED.plusSeconds(15))
                .pollInterval(Duration.ofSeconds(2))
                .until(() ->
                        calls.status(SuiteService.IDENTIFICATION, access(tokens), "/v1/households?limit=1") == 401);
    }

    @Test
    @Order(7)
    void everythingStopsAndNothingIsLeft() throws IOException, InterruptedException {
        List<ProcessHandle> running = suite.processes();
        assertThat(running)
                .anyMatch(process -> process.info().commandLine().orElse("").contains("/target/keycloak/"));
        suite.stop();
        // PostgreSQL's own processes end a moment after it
        await().atMost(Duration.ofSeconds(30)).until(() -> running.stream().noneMatch(ProcessHandle::isAlive));
    }

    private static String access(JsonNode tokens) {
        return tokens.path("access_token").asText();
    }

    private JsonNode claims(String token) throws IOException {
        return part(token, 1);
    }

    private String keyId(String token) throws IOException {
        return part(token, 0).path("kid").asText();
    }

    private JsonNode part(String token, int index) throws IOException {
        return json.readTree(
                Base64.getUrlDecoder().decode(List.of(token.split("\\.")).get(index)));
    }
}
