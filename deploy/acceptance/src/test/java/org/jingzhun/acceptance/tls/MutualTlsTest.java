package org.jingzhun.acceptance.tls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLContext;
import org.jingzhun.acceptance.RunningSuite;
import org.jingzhun.acceptance.fuzz.SeenProblems;
import org.jingzhun.standalone.Keys;
import org.jingzhun.standalone.SuiteService;
import org.jingzhun.standalone.Token;
import org.jingzhun.standalone.platform.JavaCommand;
import org.jingzhun.standalone.platform.PlatformProcess;
import org.jingzhun.standalone.platform.Ports;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** One service with the settings that the README of {@code deploy/kubernetes} gives for TLS with certificates of callers. */
@Order(0)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MutualTlsTest {

    private static final SuiteService SERVICE = SuiteService.PAIRING;
    private static final Duration START = Duration.ofMinutes(2);

    private Path directory;
    private Certificates certificates;
    private PlatformProcess platform;
    private Process service;
    private int plainPort;
    private int tlsPort;
    private String token;

    @BeforeAll
    void startOneService() throws IOException, InterruptedException {
        directory = Files.createTempDirectory(
                Files.createDirectories(Path.of("target").toAbsolutePath()), "tls-");
        certificates =
                new Certificates(directory).party("service").party("caller").party("stranger");
        platform = PlatformProcess.start(directory, SERVICE.database());
        List<Integer> ports = Ports.listFree(2);
        plainPort = ports.getFirst();
        tlsPort = ports.getLast();
        Path keys = directory.resolve("keys");
        token = Token.of("county-officer", "451031")
                .sign(Keys.in(keys), Clock.systemUTC().instant());
        List<String> command = new ArrayList<>(JavaCommand.withHeap(96, 384));
        command.addAll(List.of(
                "-jar",
                RunningSuite.root()
                        .resolve(SERVICE.title())
                        .resolve("target/quarkus-app/quarkus-run.jar")
                        .toString()));
        var builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(directory.resolve("service.log").toFile());
        builder.environment().putAll(platformSettings(keys));
        for (String secret : List.of("audit", "sealing")) {
            builder.environment()
                    .put(
                            "JINGZHUN_" + secret.toUpperCase(Locale.ROOT) + "_SECRET",
                            Files.readString(keys.resolve(secret + ".secret")).strip());
        }
        builder.environment().putAll(tlsSettings());
        service = builder.start();
        await().atMost(START).until(this::isReady);
    }

    private Map<String, String> platformSettings(Path keys) throws IOException {
        var database = platform.addresses().database(SERVICE.database());
        return Map.of(
                "JINGZHUN_HTTP_PORT", Integer.toString(plainPort),
                "JINGZHUN_DB_URL", database.jdbcUrl(),
                "JINGZHUN_DB_OWNER_USER", database.ownerUser(),
                "JINGZHUN_DB_OWNER_PASSWORD", database.ownerPassword(),
                "JINGZHUN_DB_APP_USER", database.appUser(),
                "JINGZHUN_DB_APP_PASSWORD", database.appPassword(),
                "KAFKA_BOOTSTRAP_SERVERS", platform.addresses().bootstrapServers(),
                "JINGZHUN_TOKEN_ISSUER", Keys.ISSUER,
                "JINGZHUN_TOKEN_PUBLIC_KEY",
                        Files.readString(keys.resolve("token.public.pem")).replaceAll("-----[A-Z ]+-----|\\s", ""));
    }

    private Map<String, String> tlsSettings() {
        return Map.of(
                "JINGZHUN_TLS_CLIENT_CERTIFICATES",
                "true",
                "QUARKUS_HTTP_SSL_PORT",
                Integer.toString(tlsPort),
                "QUARKUS_TLS_KEY_STORE_P12_PATH",
                certificates.keys("service").toString(),
                "QUARKUS_TLS_KEY_STORE_P12_PASSWORD",
                Certificates.PASSWORD,
                "QUARKUS_TLS_TRUST_STORE_P12_PATH",
                certificates.trust("caller").toString(),
                "QUARKUS_TLS_TRUST_STORE_P12_PASSWORD",
                Certificates.PASSWORD);
    }

    @AfterAll
    void stop() throws InterruptedException {
        if (service != null) {
            service.destroy();
            assertThat(service.waitFor(30, TimeUnit.SECONDS)).isTrue();
        }
        if (platform != null) {
            platform.stop();
        }
    }

    private boolean isReady() throws IOException, InterruptedException {
        if (!service.isAlive()) {
            throw new IllegalStateException(Files.readString(directory.resolve("service.log")));
        }
        try {
            return plain("/q/health/ready").statusCode() == 200;
        } catch (java.net.ConnectException notYet) {
            return false;
        }
    }

    @Test
    void aCallerWithATrustedCertificateIsServed() throws Exception {
        HttpResponse<String> answer = tls(certificates.client("service", "caller"));
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Strict-Transport-Security"))
                .hasValueSatisfying(value -> assertThat(value).startsWith("max-age="));
    }

    @Test
    void aCallerWithoutACertificateOrWithAnotherGetsNoConnection() throws Exception {
        for (SSLContext caller : List.of(certificates.client("service"), certificates.client("service", "stranger"))) {
            assertThatThrownBy(() -> tls(caller)).isInstanceOf(IOException.class);
        }
    }

    @Test
    void aServiceThatIsNotTheTrustedOneIsNotCalled() throws GeneralSecurityException, IOException {
        SSLContext caller = certificates.client("stranger", "caller");
        assertThatThrownBy(() -> tls(caller)).isInstanceOf(IOException.class);
    }

    @Test
    void withoutTlsThereIsHealthAndNothingElse() throws IOException, InterruptedException {
        assertThat(plain("/q/health/live").statusCode()).isEqualTo(200);
        HttpResponse<String> refused = plain("/v1/pairings");
        assertThat(refused.statusCode()).isEqualTo(403);
        assertThat(refused.body()).contains("\"code\":\"certificate-required\"");
        SeenProblems.note(SuiteService.PAIRING, "GET", "/v1/pairings", refused.statusCode(), refused.body());
    }

    private HttpResponse<String> tls(SSLContext caller) throws IOException, InterruptedException {
        try (var client = HttpClient.newBuilder().sslContext(caller).build()) {
            return client.send(request("https://localhost:" + tlsPort + "/v1/pairings"), BodyHandlers.ofString());
        }
    }

    private HttpResponse<String> plain(String path) throws IOException, InterruptedException {
        try (var client = HttpClient.newHttpClient()) {
            return client.send(request("http://localhost:" + plainPort + path), BodyHandlers.ofString());
        }
    }

    private HttpRequest request(String address) {
        return HttpRequest.newBuilder(URI.create(address))
                .header("Authorization", "Bearer " + token)
                .timeout(Duration.ofSeconds(20))
                .build();
    }
}
