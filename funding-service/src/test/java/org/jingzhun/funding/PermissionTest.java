package org.jingzhun.funding;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jingzhun.chassis.permission.Permission;
import org.jingzhun.chassis.permission.Permissions;
import org.jingzhun.chassis.testing.PlatformResource;
import org.jingzhun.chassis.testing.Tokens;
import org.jingzhun.funding.testing.Client;
import org.junit.jupiter.api.Test;

/** Every endpoint by every role, as the permission matrix says. */
@QuarkusTest
@QuarkusTestResource(
        value = PlatformResource.class,
        initArgs = @ResourceArg(name = PlatformResource.DATABASE, value = "funding"))
class PermissionTest {

    private static final List<String> ROLES = List.of(
            "finance-officer",
            "village-officer",
            "township-officer",
            "county-officer",
            "city-officer",
            "region-officer",
            "auditor",
            "system",
            "surveyor",
            "helper",
            "supervisor");
    /** What everybody may, without a token. */
    private static final Set<String> PUBLIC = Set.of(
            "GET /v1/donation-notices",
            "GET /v1/disclosures",
            "GET /v1/disclosures/key",
            "GET /v1/disclosures/{id}",
            "GET /v1/disclosures/{id}/verification",
            "GET /v1/disclosures/{id}/objections",
            "POST /v1/disclosures/{id}/objections");

    private static final String NOBODYS = "01956a1f-7c00-7000-8000-00000000dead";

    /** What every service has; the chassis tests it. */
    private static final String CHASSIS = ".* /v1/(jobs|imports|import-kinds|dead-letters|audit|permissions)(/.*)?";

    /** What needs a token and is not tested by the chassis. */
    private static List<Permission> permissions() {
        return Permissions.all().stream()
                .filter(line -> !line.needsNoToken() && !line.endpoint().matches(CHASSIS))
                .toList();
    }

    /** The bank's results are streamed. */
    private static String contentType(Permission permission) {
        return permission.path().endsWith("/results") ? "application/x-ndjson" : "application/json";
    }

    private static String path(Permission permission) {
        return permission
                .path()
                .replace("{division}", "451031100201")
                .replace("{name}", "source-kind")
                .replaceAll("[{][a-z]+[}]", NOBODYS);
    }

    @Test
    void everyRoleMayWhatTheTableSaysAndNoMore() throws Exception {
        for (var permission : permissions()) {
            for (var role : ROLES) {
                int status = Client.as(role, "451029")
                        .contentType(contentType(permission))
                        .body("{}".getBytes(StandardCharsets.UTF_8))
                        .request(permission.method(), path(permission))
                        .statusCode();
                if (permission.isFor(role)) {
                    assertThat(status)
                            .as(role + " " + permission)
                            .isNotIn(401, 403)
                            .isLessThan(500);
                } else {
                    assertThat(status).as(role + " " + permission).isEqualTo(403);
                }
            }
        }
    }

    @Test
    void nobodyEntersWithoutAValidToken() throws Exception {
        for (var permission : permissions()) {
            var path = path(permission);
            given().contentType(contentType(permission))
                    .body("{}".getBytes(StandardCharsets.UTF_8))
                    .request(permission.method(), path)
                    .then()
                    .statusCode(401)
                    .body("code", equalTo("token-required"));
        }
        for (var token : List.of(
                Tokens.expired("finance-officer", "451029"),
                Tokens.ofForeignIssuer("finance-officer", "451029"),
                Tokens.inTheNameOf("https://elsewhere", "finance-officer", "451029"))) {
            given().auth().oauth2(token).get("/v1/budgets").then().statusCode(401);
        }
    }

    @Test
    void theTableNamesEveryOperationOfTheDomain() throws Exception {
        var listed = new HashSet<String>();
        permissions().forEach(permission -> listed.add(permission.endpoint()));
        JsonPath document = JsonPath.from(
                given().accept("application/json").get("/q/openapi").asString());
        var promised = new HashSet<String>();
        document.<String, Map<String, Object>>getMap("paths").forEach((path, operations) -> operations
                .keySet()
                .forEach(method -> promised.add(method.toUpperCase(Locale.ROOT) + " " + path)));
        promised.removeIf(operation -> operation.matches(CHASSIS) || !operation.contains("/v1/"));
        assertThat(promised).containsAll(PUBLIC);
        promised.removeAll(PUBLIC);
        assertThat(promised).isEqualTo(listed);
    }
}
