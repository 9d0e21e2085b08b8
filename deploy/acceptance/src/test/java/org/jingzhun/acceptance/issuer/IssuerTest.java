package org.jingzhun.acceptance.issuer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
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

/** The services as in production, with Keycloak and the realm of production; what tokens say, and how they end. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class IssuerTest {

    private static final String COUNTY = "451030";
    private static final String HELPER = "01956a1f-7c00-7000-8000-000000000007";
    private static final Token SYSTEM = Token.of("system", "45");
    private static final Duration TOKENS_LIVE = Duration.ofMinutes(5);
    private static final Duration BELIEVED = Duration.ofSeconds(30);

    private final ObjectMapper json = new ObjectMapper();
    private final HttpClient client = HttpClient.newHttpClient();

    private RunningSuite suite;
    private Issuer issuer;
    private KeycloakRealm realm;
    private PhoneLogin login;

    @BeforeAll
    void start() throws IOException {
        Path directory = Files.createTempDirectory(
                Files.createDirectories(Path.of("target").toAbsolutePath()), "run-");
        suite = RunningSuite.start(directory, "--empty", "--keycloak");
        suite.awaitReady();
        issuer = Issuer.find(directory).orElseThrow();
        realm = new KeycloakRealm(issuer);
        login = new PhoneLogin(issuer, realm);
        realm.person("officer", Token.of("county-officer", COUNTY, "韦桂花"));
        realm.person("stranger", Token.of("county-officer", "511024"));
        realm.person("auditing", Token.of("auditor", COUNTY));
        realm.person("calling", new Token("helper", COUNTY, "Huang", Optional.of(HELPER)));
        realm.person("leaving", Token.of("county-officer", COUNTY, "Leaving"));
    }

    @AfterAll
    void stop() throws IOException, InterruptedException {
        if (suite != null) {
            suite.end();
        }
    }

    private String systemToken() {
        String id = realm.get("/clients?clientId=jingzhun-system").path(0).path("id").asText();
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
        Sample.of(SampleOptions.of(7, COUNTY)
                        .only(SampleFile.DIVISIONS, SampleFile.HOUSEHOLDS, SampleFile.MEMBERS)
                        .compressed())
                .writeTo(files);
        try (var api = new Api(suite.addresses(), asked -> token)) {
            for (String kind : List.of("divisions", "households")) {
                JsonNode job = api.importFile(
                        SuiteService.IDENTIFICATION, SYSTEM, "kind=" + kind, files.resolve(kind + ".ndjson.gz"));
                assertThat(job.path("result").path("rejected").asInt()).isZero();
            }
            assertThatThrownBy(() -> api.startImport(
                            SuiteService.IDENTIFICATION, SYSTEM, "kind=members", files.resolve("members.ndjson.gz")))
                    .isInstanceOf(SuiteFailure.class)
                    .hasMessageContaining("403")
                    .hasMessageContaining("not-granted");
        }
        assertThat(status(SuiteService.IDENTIFICATION, token, "/v1/register")).isEqualTo(200);
        assertThat(status(SuiteService.FUNDING, token, "/v1/loans")).isEqualTo(403);
    }

    @Test
    @Order(2)
    void roleAndAreaOfATokenDecideInAllServices() throws IOException, InterruptedException {
        String officer = access(login.tokens("officer"));
        JsonNode claims = claims(officer);
        assertThat(claims.path("iss").asText()).isEqualTo(issuer.realm().toString());
        assertThat(claims.path("aud").asText()).isEqualTo("jingzhun");
        assertThat(claims.path("area").asText()).isEqualTo(COUNTY);
        assertThat(claims.path("name").asText()).isEqualTo("韦桂花");
        assertThat(claims.path("groups").toString()).contains("\"county-officer\"");
        assertThat(claims.path("exp").asLong() - claims.path("iat").asLong()).isEqualTo(TOKENS_LIVE.toSeconds());

        assertThat(rows(officer, "/v1/households?limit=10")).isEqualTo(10);
        assertThat(rows(access(login.tokens("stranger")), "/v1/households?limit=10"))
                .isZero();
        for (SuiteService service : SuiteService.values()) {
            assertThat(status(service, officer, "/v1/jobs")).as(service.title()).isEqualTo(200);
            assertThat(status(service, "", "/v1/jobs")).as(service.title()).isEqualTo(401);
            assertThat(status(service, access(login.tokens("auditing")), "/v1/audit"))
                    .as(service.title())
                    .isEqualTo(200);
            assertThat(status(service, officer, "/v1/audit"))
                    .as(service.title())
                    .isEqualTo(403);
        }
    }

    @Test
    @Order(3)
    void aHelperLogsInOnAPhoneAndOnlyWithThePhonesOwnProof() throws IOException, InterruptedException {
        JsonNode tokens = login.tokens("calling");
        assertThat(claims(access(tokens)).path("helperId").asText()).isEqualTo(HELPER);
        assertThat(status(SuiteService.PAIRING, access(tokens), "/v1/pairings")).isEqualTo(200);
        assertThat(status(SuiteService.PAIRING, tokens.path("id_token").asText(), "/v1/pairings"))
                .as("a token that says who somebody is opens nothing")
                .isEqualTo(401);

        PhoneLogin.Begun stolen =
                login.begin("calling", issuer.demoPassword()).orElseThrow();
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
                assertThat(status(service, access(tokens), "/v1/jobs")).isEqualTo(200);
            }
            Thread.sleep(brief.plusSeconds(1));
            for (SuiteService service : SuiteService.values()) {
                assertThat(status(service, access(tokens), "/v1/jobs"))
                        .as(service.title())
                        .isEqualTo(401);
            }
            JsonNode fresh = realm.token(PhoneLogin.refresh(tokens));
            assertThat(status(SuiteService.FUNDING, access(fresh), "/v1/jobs")).isEqualTo(200);
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
            assertThat(status(service, fresh, "/v1/jobs")).as(service.title()).isEqualTo(200);
            assertThat(status(service, access(old), "/v1/jobs"))
                    .as(service.title())
                    .isEqualTo(200);
        }
    }

    @Test
    @Order(6)
    void whoIsDisabledIsOutOfPersonalDataWithinHalfAMinuteAndOfEverythingWhenTheTokenEnds()
            throws IOException, InterruptedException {
        JsonNode tokens = login.tokens("leaving");
        assertThat(status(SuiteService.IDENTIFICATION, access(tokens), "/v1/households?limit=1"))
                .isEqualTo(200);
        String id = realm.person("leaving", Token.of("county-officer", COUNTY, "Leaving"));
        realm.put("/users/" + id, json.createObjectNode().put("enabled", false));

        assertThat(realm.requestToken(PhoneLogin.refresh(tokens)).statusCode()).isEqualTo(400);
        assertThat(login.begin("leaving", issuer.demoPassword())).isEmpty();
        assertThat(status(SuiteService.FUNDING, access(tokens), "/v1/jobs"))
                .as("the other services verify by themselves, until the token ends")
                .isEqualTo(200);
        await().atMost(BELIEVED.plusSeconds(15))
                .pollInterval(Duration.ofSeconds(2))
                .until(() -> status(SuiteService.IDENTIFICATION, access(tokens), "/v1/households?limit=1") == 401);
    }

    @Test
    @Order(7)
    void everythingStopsAndNothingIsLeft() throws IOException, InterruptedException {
        List<ProcessHandle> running = suite.processes();
        assertThat(running)
                .anyMatch(process -> process.info().commandLine().orElse("").contains("/target/keycloak/"));
        suite.stop();
        assertThat(running).noneMatch(ProcessHandle::isAlive);
    }

    private int rows(String token, String path) throws IOException, InterruptedException {
        return json.readTree(send(SuiteService.IDENTIFICATION, token, path).body())
                .path("items")
                .size();
    }

    private int status(SuiteService service, String token, String path) throws IOException, InterruptedException {
        return send(service, token, path).statusCode();
    }

    private HttpResponse<String> send(SuiteService service, String token, String path)
            throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create(suite.addresses().of(service) + path));
        if (!token.isEmpty()) {
            request.header("Authorization", "Bearer " + token);
        }
        return client.send(request.build(), BodyHandlers.ofString());
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
        return json.readTree(Base64.getUrlDecoder().decode(List.of(token.split("\\.")).get(index)));
    }
}
