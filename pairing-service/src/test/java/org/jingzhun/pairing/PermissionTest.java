package org.jingzhun.pairing;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import de.siegmar.fastcsv.reader.CsvReader;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jingzhun.chassis.bulk.ImportKind;
import org.jingzhun.chassis.bulk.ImportParameters;
import org.jingzhun.chassis.testing.PlatformResource;
import org.jingzhun.pairing.testing.County;
import org.junit.jupiter.api.Test;

/** Every endpoint by every role, as {@code permissions.csv} says. */
@QuarkusTest
@QuarkusTestResource(
        value = PlatformResource.class,
        initArgs = @ResourceArg(name = PlatformResource.DATABASE, value = "pairing"))
class PermissionTest {

    private static final List<String> ROLES = List.of(
            "village-officer",
            "township-officer",
            "county-officer",
            "city-officer",
            "region-officer",
            "auditor",
            "supervisor",
            "system",
            "helper",
            "surveyor",
            "admin",
            "finance-officer");
    private static final String NOBODYS = "01956a1f-7c00-7000-8000-00000000dead";
    private static final Set<String> IMPORTS = Set.of("units", "helpers", "enterprises");

    @Inject
    @Any
    Instance<ImportKind> kinds;

    record Permission(String method, String path, Set<String> roles) {

        String concretePath() {
            return path.replaceAll("\\{\\w+\\}", NOBODYS);
        }
    }

    private static List<Permission> permissions() throws IOException {
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
    void everyRoleMayWhatTheTableSaysAndNoMore() throws IOException {
        for (Permission permission : permissions()) {
            for (String role : ROLES) {
                int status = County.as(role, "451029", role)
                        .body("{}")
                        .request(permission.method(), permission.concretePath())
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
    void nobodyEntersWithoutAToken() throws IOException {
        for (Permission permission : permissions()) {
            given().contentType(ContentType.JSON)
                    .body("{}")
                    .request(permission.method(), permission.concretePath())
                    .then()
                    .statusCode(401)
                    .body("code", equalTo("token-required"));
        }
    }

    @Test
    void theTableNamesEveryOperationOfTheDomain() throws IOException {
        Set<String> listed = new TreeSet<>();
        permissions()
                .forEach(permission -> listed.add(
                        permission.method() + " " + permission.path().replace("code-lists/rank", "code-lists/{name}")));
        JsonPath document = JsonPath.from(
                given().accept("application/json").get("/q/openapi").asString());
        Set<String> promised = new TreeSet<>();
        document.<String, Map<String, Object>>getMap("paths").forEach((path, operations) -> operations
                .keySet()
                .forEach(method -> promised.add(method.toUpperCase(Locale.ROOT) + " " + path)));
        promised.removeIf(operation -> operation.matches(".* /v1/(jobs|imports|import-kinds|dead-letters|audit)(/.*)?")
                || !operation.contains("/v1/"));
        assertThat(promised).isEqualTo(listed);
    }

    @Test
    void theStagingTablesAreThoseThatTheImportsWriteInto() throws IOException {
        String migration = migrations("V031__plans_of_any_area", "V032__links_of_all_kinds");
        assertThat(kinds.stream().filter(kind -> IMPORTS.contains(kind.kind())))
                .hasSameSizeAs(IMPORTS)
                .allSatisfy(kind -> assertThat(migration)
                        .contains(kind.format(new ImportParameters(Map.of())).ddl()));
    }

    private static String migrations(String... names) throws IOException {
        StringBuilder text = new StringBuilder();
        for (String name : names) {
            text.append(Files.readString(Path.of("src/main/resources/db/migration/" + name + ".sql")));
        }
        return text.toString();
    }
}
