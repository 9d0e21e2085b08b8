package org.jingzhun.identification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jingzhun.identification.testing.Client.as;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jingzhun.chassis.permission.Permission;
import org.jingzhun.chassis.permission.Permissions;
import org.jingzhun.chassis.testing.PlatformResource;
import org.jingzhun.chassis.testing.Tokens;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The permission matrix: for each endpoint the roles that may use it; all others may not. */
@QuarkusTest
@QuarkusTestResource(
        value = PlatformResource.class,
        initArgs = @ResourceArg(name = PlatformResource.DATABASE, value = "identification"))
class PermissionTest {

    private static final HttpClient HTTP = HttpClient.newHttpClient();

    /** The endpoints for everybody. */
    private static final Set<String> PUBLIC =
            Set.of("GET /v1/rounds/{id}/notice", "GET /v1/exits/notices", "GET /v1/monitoring/notices");

    /** What every service has; the chassis tests it. */
    private static final String CHASSIS = ".* /v1/(jobs|imports|audit|dead-letters|permissions)(/.*)?";

    private static final List<String> ROLES = List.of(
            "surveyor",
            "village-officer",
            "township-officer",
            "county-officer",
            "city-officer",
            "region-officer",
            "finance-officer",
            "auditor",
            "supervisor",
            "helper",
            "system",
            "admin",
            "visitor");

    /** What needs a token and is not tested by the chassis. */
    private static List<Permission> matrix() {
        return Permissions.all().stream()
                .filter(line -> !line.needsNoToken() && !line.endpoint().matches(CHASSIS))
                .toList();
    }

    @Test
    void everyEndpointIsOpenToTheRolesOfTheMatrixAndToNoOthers() throws IOException, InterruptedException {
        List<String> wrong = new ArrayList<>();
        for (Permission line : matrix()) {
            for (String role : ROLES) {
                int status = call(line, Tokens.of(role, "451031"));
                if (line.isFor(role) ? status == 401 || status == 403 : status != 403) {
                    wrong.add("%s as %s: %d".formatted(line.endpoint(), role, status));
                }
            }
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void everyEndpointOfTheContractIsInTheMatrix() throws IOException {
        List<String> promised = new ArrayList<>();
        String path = "";
        for (String line : Files.readAllLines(Path.of("contract/openapi.yaml"))) {
            if (line.matches("  /v1/.*:")) {
                path = line.strip().replace(":", "");
            } else if (line.matches("    (get|put|post|delete):")) {
                promised.add(line.strip().replace(":", "").toUpperCase(Locale.ROOT) + " " + path);
            }
        }
        promised.removeIf(endpoint -> endpoint.matches(CHASSIS));
        assertThat(promised).containsAll(PUBLIC);
        promised.removeAll(PUBLIC);
        assertThat(matrix()).extracting(Permission::endpoint).containsExactlyInAnyOrderElementsOf(promised);
    }

    @Test
    void nobodyGetsInWithoutATokenOrWithABadOne() throws IOException, InterruptedException {
        List<String> tokens = List.of(
                Tokens.expired("county-officer", "451031"),
                Tokens.ofForeignIssuer("county-officer", "451031"),
                Tokens.inTheNameOf("https://elsewhere.test", "county-officer", "451031"),
                "nonsense");
        for (Permission line : matrix()) {
            for (String token : tokens) {
                assertThat(call(line, token)).as(line.endpoint()).isEqualTo(401);
            }
            assertThat(call(line, null)).as(line.endpoint()).isEqualTo(401);
        }
    }

    @Test
    void aTokenWithoutAreaSeesNothing() {
        String token = Tokens.of("auditor", "");
        assertThat(RestAssured.given()
                        .auth()
                        .oauth2(token)
                        .get("/v1/households")
                        .jsonPath()
                        .getList("items"))
                .isEmpty();
        as("auditor", "45").get("/v1/households").then().statusCode(200);
    }

    /** Some thousand times, so with the client of the JDK: REST Assured takes longer than the service. */
    private static int call(Permission line, @Nullable String token) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(
                        URI.create(RestAssured.baseURI + ":" + RestAssured.port + path(line)))
                .header("Content-Type", "application/json")
                .method(line.method(), HttpRequest.BodyPublishers.noBody());
        if (token != null) {
            request.header("Authorization", "Bearer " + token);
        }
        return HTTP.send(request.build(), HttpResponse.BodyHandlers.discarding())
                .statusCode();
    }

    private static String path(Permission line) {
        return line.path()
                .replace("{id}", "01890000-0000-7000-8000-000000000000")
                .replace("{code}", "451031000000")
                .replace("{version}", "none-such")
                .replaceAll("\\{.*?}", "none");
    }
}
