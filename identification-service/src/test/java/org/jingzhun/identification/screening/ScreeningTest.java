package org.jingzhun.identification.screening;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.jingzhun.identification.testing.Client.as;
import static org.jingzhun.identification.testing.Client.importedFrom;
import static org.jingzhun.identification.testing.Client.rejections;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.jingzhun.chassis.testing.PlatformResource;
import org.jingzhun.identification.testing.County;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(
        value = PlatformResource.class,
        initArgs = @ResourceArg(name = PlatformResource.DATABASE, value = "identification"))
class ScreeningTest {

    private static String record(String idNumber, String fact) {
        return """
                {"idNumber":"%s","fact":"%s","effectiveOn":"2014-05-01"}""".formatted(idNumber, fact);
    }

    @Test
    void recordsOfPeopleWhoCannotBeAreRejectedAndTheSameRecordsAgainChangeNothing() throws SQLException {
        County county = new County("451022", 9800, 1).household("甲", 1, 1, 57).begun(5, 0);
        String number = county.idNumber("甲");
        String wrong = number.substring(0, 17) + (number.endsWith("1") ? "2" : "1");
        List<String> rows = List.of(record(number, "小卖部"), record(wrong, "小卖部"), record(number, "小卖部"));

        JsonPath first = importedFrom("COMPANY", rows);
        assertThat(first.getInt("inserted")).isEqualTo(1);
        assertThat(rejections(first)).containsExactly("2 /idNumber id-number-check", "3 /idNumber repeated-row");
        assertThat(importedFrom("COMPANY", rows).getInt("unchanged")).isEqualTo(1);
        assertThat(storedAnywhere(number)).isZero();

        as("system", "45")
                .contentType("application/x-ndjson")
                .body("{}\n".getBytes(StandardCharsets.UTF_8))
                .post("/v1/imports?kind=asset-records&source=HEARSAY")
                .then()
                .statusCode(400)
                .body("code", equalTo("import-parameter-invalid"));
    }

    /** As the owner of the tables, whom no row-level security hides a row. */
    private static int storedAnywhere(String number) throws SQLException {
        var own = PlatformResource.platform().addresses().database("identification");
        try (Connection connection = DriverManager.getConnection(own.jdbcUrl(), own.ownerUser(), own.ownerPassword());
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(
                        "select count(*) from asset_record r where r::text like '%" + number + "%'")) {
            row.next();
            return row.getInt(1);
        }
    }

    @Test
    void aMatchIsSeenByItsOwnAreaAndDismissedWithAReason() {
        County county = new County("451023", 9700, 2)
                .household("甲", 1, 2, 46)
                .household("乙", 2, 1, 49)
                .begun(5, 0);
        var unused = importedFrom("PAYROLL", List.of(record(county.idNumber("甲"), "镇中学教师")));
        assertThat(county.screened().getInt("open")).isEqualTo(1);
        String flags = "/v1/flags?campaign=" + county.campaign();
        as("village-officer", county.village(2))
                .get(flags)
                .then()
                .statusCode(200)
                .body("items", empty());
        String flag = as("village-officer", county.village(1))
                .get(flags)
                .then()
                .statusCode(200)
                .body("items", hasSize(1))
                .body("items[0].veto", equalTo("PUBLIC_POST"))
                .extract()
                .path("items[0].id");
        String resolution = "{\"resolution\":\"DISMISSED\",\"reason\":\"代课教师,非在编\",\"evidence\":\"教育局证明\"}";
        as("township-officer", "451022100")
                .body(resolution)
                .post("/v1/flags/" + flag + "/resolution")
                .then()
                .statusCode(404);
        as("township-officer", county.township())
                .body("{\"resolution\":\"DISMISSED\",\"reason\":\" \"}")
                .post("/v1/flags/" + flag + "/resolution")
                .then()
                .statusCode(400);
        as("township-officer", county.township())
                .body(resolution)
                .post("/v1/flags/" + flag + "/resolution")
                .then()
                .statusCode(200)
                .body("state", equalTo("DISMISSED"));
        as("auditor", county.code())
                .get("/v1/audit?action=flag-resolved")
                .then()
                .statusCode(200)
                .body("items[0].objectId", equalTo(flag));
    }
}
