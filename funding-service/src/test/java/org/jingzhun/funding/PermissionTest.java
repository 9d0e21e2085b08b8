package org.jingzhun.funding;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import de.siegmar.fastcsv.reader.CsvReader;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jingzhun.chassis.testing.PlatformResource;
import org.jingzhun.chassis.testing.Tokens;
import org.jingzhun.funding.testing.Client;
import org.junit.jupiter.api.Test;

/** Every endpoint by every role, as {@code permissions.csv} says. */
@QuarkusTest
@QuarkusTestResource(
        value = PlatformResource.class,
        initArgs = @ResourceArg(name = PlatformResource.DATABASE, value = "funding"))
class PermissionTest {

    private static final List<String> ROLES = List.of(
            "admin",
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

    record Permission(String method, String path, Set<String> roles) {

        /** The bank's results are streamed. */
        String contentType() {
            return path.endsWith("/results") ? "application/x-ndjson" : "application/json";
        }
    }

    private static List<Permission> permissions() throws Exception {
        var file = Objects.requireNonNull(PermissionTest.class.getResourceAsStream("/permissions.csv"));
        try (var rows = CsvReader.builder().ofNamedCsvRecord(new InputStreamReader(file, StandardCharsets.UTF_8))) {
            return rows.stream()
                    .map(row -> new Permission(
                            row.getField("method"),
                            row.getField("path"),
                            Set.of(row.getField("roles").split(" "))))
                    .toList();
        }
    }

    @Test
    void everyRoleMayWhatTheTableSaysAndNoMore() throws Exception {
        for (var permission : permissions()) {
            for (var role : ROLES) {
                int status = Client.as(role, "451029")
                        .contentType(permission.contentType())
                        .body("{}".getBytes(StandardCharsets.UTF_8))
                        .request(permission.method(), permission.path().replaceAll("[{][a-z]+[}]", NOBODYS))
                        .statusCode();
                if (permission.roles().contains(role)) {
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
            var path = permission.path().replaceAll("[{][a-z]+[}]", NOBODYS);
            given().contentType(permission.contentType())
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
        permissions()
                .forEach(p -> listed.add(p.method() + " "
                        + p.path().replace("451031100201", "{division}").replace("source-kind", "{name}")));
        JsonPath document = JsonPath.from(
                given().accept("application/json").get("/q/openapi").asString());
        var promised = new HashSet<String>();
        document.<String, Map<String, Object>>getMap("paths").forEach((path, operations) -> operations
                .keySet()
                .forEach(method -> promised.add(method.toUpperCase(Locale.ROOT) + " " + path)));
        promised.removeIf(operation -> operation.matches(".* /v1/(jobs|imports|import-kinds|dead-letters|audit)(/.*)?")
                || !operation.contains("/v1/"));
        assertThat(promised).containsAll(PUBLIC);
        promised.removeAll(PUBLIC);
        assertThat(promised).isEqualTo(listed);
    }
}
