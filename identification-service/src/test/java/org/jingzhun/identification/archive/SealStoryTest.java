package org.jingzhun.identification.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;
import static org.jingzhun.identification.testing.Client.as;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jingzhun.chassis.testing.PlatformResource;
import org.jingzhun.chassis.time.Clocks;
import org.jingzhun.identification.testing.Client;
import org.jingzhun.identification.testing.County;
import org.jingzhun.identification.testing.Registered;
import org.junit.jupiter.api.Test;

/** The files of a county are sealed for a year, and later compared with what was sealed. */
@QuarkusTest
@QuarkusTestResource(
        value = PlatformResource.class,
        initArgs = @ResourceArg(name = PlatformResource.DATABASE, value = "identification"))
class SealStoryTest {

    /** The last one that is over. */
    private final int year = LocalDate.now(Clocks.SHANGHAI).getYear() - 1;

    @Test
    void whatWasSealedStaysAndWhatChangedSinceIsNamed() throws SQLException {
        County county = Registered.register(
                new County("450444", 7400, 1).household("甲", 1, 3, 46).household("乙", 1, 2, 49), 1, 10);
        UUID household = county.household("甲");
        refused(county);

        var ordered = new ArrayList<String>();
        locked("archive_sealed", () -> {
            ordered.add(order(county, year).statusCode(202).extract().path("id"));
            order(county, year).statusCode(409).body("code", equalTo("archive-seal-under-way"));
        });
        String job = ordered.getFirst();
        JsonPath result = Client.finished("county-officer", county.code(), job);
        assertThat(result.getInt("households")).isEqualTo(2);
        String seal = result.getString("sealId");
        order(county, year).statusCode(409).body("code", equalTo("archive-sealed"));
        isShown(county, seal);

        String file = read(county, household);
        String masked = as("auditor", county.code())
                .get("/v1/households/" + household + "/archive")
                .then()
                .extract()
                .asString();
        seals(county, "county-officer", household)
                .body("items", hasSize(1))
                .body("items[0].year", equalTo(year))
                .body("items[0].same", is(true))
                .body("items[0].changed", empty());
        seals(county, "auditor", household).body("items[0].same", is(true));
        verified(county, "auditor", masked).body("seals[0].same", is(true));
        verified(county, "county-officer", file.replace("\"score\":46", "\"score\":47"))
                .body("seals[0].same", is(false))
                .body("seals[0].changed", hasItem("assessments"));

        Registered.post(
                        county,
                        "county-officer",
                        "proposer",
                        "/v1/register/" + household + "/transitions",
                        "{\"kind\":\"REMOVE\",\"year\":2018,\"reason\":\"有商品房\",\"evidence\":[\"房产证明\"]}")
                .statusCode(201);
        seals(county, "county-officer", household)
                .body("items[0].same", is(false))
                .body("items[0].changed", contains("transitions"));
        verified(county, "county-officer", file).body("current", is(false)).body("seals[0].same", is(true));
        seals(county, "county-officer", county.household("乙")).body("items[0].same", is(true));
        as("county-officer", "450445")
                .get("/v1/households/" + household + "/archive/seals")
                .then()
                .statusCode(404);
    }

    /** What a job does meanwhile waits. */
    private static void locked(String table, Runnable work) throws SQLException {
        var own = PlatformResource.platform().addresses().database("identification");
        try (var owner = DriverManager.getConnection(own.jdbcUrl(), own.ownerUser(), own.ownerPassword());
                var lock = owner.prepareStatement("lock table " + table + " in exclusive mode")) {
            owner.setAutoCommit(false);
            lock.execute();
            work.run();
            owner.rollback();
        }
    }

    private void refused(County county) {
        order(county, year + 1).statusCode(409).body("code", equalTo("year-not-over"));
        county.county()
                .body("{\"county\":\"450445\",\"year\":%d}".formatted(year))
                .post("/v1/archives/seals")
                .then()
                .statusCode(403)
                .body("code", equalTo("whole-division-required"));
        county.county()
                .body("{\"county\":\"4504\",\"year\":%d}".formatted(year))
                .post("/v1/archives/seals")
                .then()
                .statusCode(400);
        county.county().get("/v1/archives/seals/" + UUID.randomUUID()).then().statusCode(404);
    }

    private void isShown(County county, String seal) {
        JsonPath shown = as("village-officer", county.village(1))
                .get("/v1/archives/seals/" + seal)
                .then()
                .statusCode(200)
                .body("seal.county", equalTo(county.code() + "000000"))
                .body("seal.households", equalTo(2))
                .body("kept.find { it.code == 'IDENTIFICATION' }.until", nullValue())
                .body("kept.find { it.code == 'MANAGEMENT' }.until", equalTo((year + 30) + "-12-31"))
                .extract()
                .jsonPath();
        assertThat(shown.<String>getList("sections"))
                .contains("household", "exits")
                .doesNotContain("accesses");
        List<Map<String, String>> households = county.county()
                .get("/v1/archives/seals/" + seal + "/households?limit=1000")
                .then()
                .statusCode(200)
                .extract()
                .path("items");
        String lines = households.stream()
                .map(each -> each.get("sha256") + "  " + each.get("householdId") + "\n")
                .collect(Collectors.joining());
        assertThat(shown.getString("seal.root")).isEqualTo(Sha256.of(lines));
        county.county()
                .get("/v1/archives/seals?year=" + year + "&division=" + county.code())
                .then()
                .statusCode(200)
                .body("items.id", contains(seal));
        as("county-officer", "450445").get("/v1/archives/seals/" + seal).then().statusCode(404);
    }

    /** A job was cancelled or has failed, and a release has come since that has another section. */
    @Test
    void aSealWhoseJobHasEndedIsGoneOnWith() throws SQLException {
        County county = Registered.register(
                new County("450450", 7900, 1).household("甲", 1, 3, 46).household("乙", 1, 2, 49), 1, 10);
        begun(county);
        String job = order(county, year).statusCode(202).extract().path("id");
        JsonPath result = Client.finished("county-officer", county.code(), job);
        assertThat(result.getInt("households")).isEqualTo(2);
        seals(county, "county-officer", county.household("甲"))
                .body("items[0].changed", empty())
                .body("items[0].same", is(true));
    }

    private void begun(County county) throws SQLException {
        var own = PlatformResource.platform().addresses().database("identification");
        try (Connection owner = DriverManager.getConnection(own.jdbcUrl(), own.ownerUser(), own.ownerPassword());
                var begin = owner.prepareStatement("""
                        with seal as (
                          insert into archive_seal (id, county, year, job_id, retention, sections, sealed_by, sealed_name,
                            begun_at)
                          values (uuidv7(), ?, ?, uuidv7(), 'JZFP-2018', '{former}', 't', 't', now()) returning id)
                        insert into archive_sealed (seal_id, household_id, shows_numbers, shows_health, village_code, sha256,
                          digests)
                        select id, ?, true, true, ?, sha256('former'), sha256('former') from seal""")) {
            begin.setLong(1, Long.parseLong(county.code() + "000000"));
            begin.setInt(2, year);
            begin.setObject(3, county.household("甲"));
            begin.setLong(4, Long.parseLong(county.village(1)));
            assertThat(begin.executeUpdate()).isOne();
        }
    }

    @Test
    void howLongFilesAreKeptIsLoadedWithoutABuildAndNamesEverySectionOnce() {
        List<String> sections = as("admin", "45")
                .get("/v1/archives/retention-schedules")
                .then()
                .statusCode(200)
                .extract()
                .path("items.find { it.version == 'JZFP-2018' }.classes.sections.flatten()");
        load("GX-LOCAL-1", sections.subList(1, sections.size()))
                .statusCode(422)
                .body("code", equalTo("retention-sections-unfitting"));
        load("GX-LOCAL-1", sections)
                .statusCode(201)
                .body("mark", equalTo("LOCAL"))
                .body("classes[0].years", equalTo(10));
        load("GX-LOCAL-1", sections).statusCode(409).body("code", equalTo("retention-version-taken"));
    }

    private static ValidatableResponse load(String version, List<String> sections) {
        return as("admin", "45")
                .body("""
                        {"version":"%s","division":"459900000000","validFrom":"2020-01-01","source":"县档案局",\
                        "classes":[{"code":"ALL","nameZh":"全部","nameEn":"All","years":10,"sections":[%s]}]}""".formatted(
                        version,
                        sections.stream().map(each -> "\"" + each + "\"").collect(Collectors.joining(","))))
                .post("/v1/archives/retention-schedules")
                .then();
    }

    private static ValidatableResponse order(County county, int year) {
        return county.county()
                .body("{\"county\":\"%s\",\"year\":%d}".formatted(county.code(), year))
                .post("/v1/archives/seals")
                .then();
    }

    private static ValidatableResponse seals(County county, String role, UUID household) {
        return as(role, county.code())
                .get("/v1/households/" + household + "/archive/seals")
                .then()
                .statusCode(200);
    }

    private static ValidatableResponse verified(County county, String role, String file) {
        return as(role, county.code())
                .body(file)
                .post("/v1/archives/verification")
                .then()
                .statusCode(200);
    }

    private static String read(County county, UUID household) {
        return county.county()
                .get("/v1/households/" + household + "/archive?reason=inspection")
                .then()
                .statusCode(200)
                .extract()
                .asString();
    }
}
