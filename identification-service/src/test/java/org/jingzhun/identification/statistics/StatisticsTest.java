package org.jingzhun.identification.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.closeTo;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.jingzhun.identification.testing.Client.as;

import io.agroal.api.AgroalDataSource;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jingzhun.chassis.caller.Area;
import org.jingzhun.chassis.caller.Caller;
import org.jingzhun.chassis.caller.CallerScope;
import org.jingzhun.chassis.testing.PlatformResource;
import org.jingzhun.identification.testing.Client;
import org.jingzhun.identification.testing.County;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What the register says of a county, beside what others say. */
@QuarkusTest
@QuarkusTestResource(
        value = PlatformResource.class,
        initArgs = @ResourceArg(name = PlatformResource.DATABASE, value = "identification"))
class StatisticsTest {

    @Inject
    AgroalDataSource database;

    /** In which everything happens that the tests do. */
    private static int year() {
        return LocalDate.now(ZoneId.of("Asia/Shanghai")).getYear();
    }

    /** 甲 (2 persons), 乙 (3) and 丙 (4) are poor; 丁 (5) is beyond the line. */
    private static County announced(String code, int firstPerson) {
        County county = new County(code, firstPerson, 2)
                .household("甲", 1, 2, 46)
                .household("乙", 1, 3, 49)
                .household("丙", 2, 4, 51)
                .household("丁", 2, 5, 57)
                .begun(9, 0)
                .taken(
                        2,
                        "FIRST_VISIT",
                        "FIRST_APPRAISAL",
                        "FIRST_NOTICE",
                        "FIRST_REVIEW",
                        "SECOND_VISIT",
                        "SECOND_APPRAISAL",
                        "SECOND_NOTICE");
        assertThat(county.screened().getInt("found")).isZero();
        county.county()
                .body("{}")
                .post("/v1/campaigns/" + county.campaign() + "/line")
                .then()
                .statusCode(200)
                .body("score", equalTo(51));
        return county.taken(2, "SECOND_REVIEW", "ANNOUNCEMENT");
    }

    private void moved(County county, String household, int revision, String kind, String status) {
        Caller caller = new Caller("t", "t", Set.of(), Area.ofPrefix(county.code()), null);
        int rows =
                CallerScope.call(caller, () -> QuarkusTransaction.requiringNew().call(() -> {
                    try (var connection = database.getConnection();
                            var insert = connection.prepareStatement("""
                                    insert into register_transition (household_id, revision, village_code, kind,
                                      from_status, to_status, "on", document_number, taken_by, taken_name, taken_at)
                                    select household_id, ?, village_code, ?, status, ?, registered_on, '文件', 't', 't', now()
                                    from register_entry where household_id = ?
                                    """)) {
                        insert.setInt(1, revision);
                        insert.setString(2, kind);
                        insert.setString(3, status);
                        insert.setObject(4, county.household(household));
                        return insert.executeUpdate();
                    }
                }));
        assertThat(rows).isOne();
    }

    private static JsonPath get(County county, String what, String more) {
        return as("county-officer", county.code())
                .get("/v1/statistics/" + what + "?division=" + county.code() + more)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    @Test
    void householdsAndPersonsAreCountedByPlaceAndYear() {
        County county = announced("451087", 13100);
        moved(county, "甲", 2, "EXITED", "EXITED");
        moved(county, "乙", 2, "EXITED", "EXITED");
        moved(county, "甲", 3, "RETURNED", "RETURNED");

        JsonPath incidence = get(county, "incidence", "&year=" + year());
        assertThat(incidence.getInt("register[0].poor.households")).isEqualTo(2);
        assertThat(incidence.getInt("register[0].poor.persons")).isEqualTo(6);
        assertThat(incidence.getInt("register[0].recorded.households")).isEqualTo(4);
        assertThat(incidence.getInt("register[0].recorded.persons")).isEqualTo(14);
        assertThat(incidence.getString("register[0].incidencePercent")).isEqualTo("42.86");
        assertThat(incidence.getString("basis.asOf")).isNotBlank();
        assertThat(get(county, "incidence", "&year=2014").getInt("register[0].poor.persons"))
                .isZero();

        JsonPath register = get(county, "register", "&year=" + year());
        assertThat(register.getInt("rows[0].poorAtBeginning.persons")).isZero();
        assertThat(register.getInt("rows[0].registered.households")).isEqualTo(3);
        assertThat(register.getInt("rows[0].registered.persons")).isEqualTo(9);
        assertThat(register.getInt("rows[0].exited.persons")).isEqualTo(5);
        assertThat(register.getInt("rows[0].returned.persons")).isEqualTo(2);
        assertThat(register.getInt("rows[0].poorAtEnd.persons")).isEqualTo(6);
        assertThat(register.getInt("rows[0].netDecrease.persons")).isEqualTo(3);

        JsonPath villages = get(county, "register", "&by=VILLAGE&year=" + year());
        assertThat(villages.getList("rows.division")).containsExactly(county.village(1), county.village(2));
        assertThat(villages.getList("rows.poorAtEnd.persons")).containsExactly(2, 4);

        JsonPath causes = get(county, "causes", "&by=COUNTY");
        assertThat(causes.getString("rows[0].kind")).isEqualTo("ILLNESS");
        assertThat(causes.getInt("rows[0].poor.households")).isEqualTo(2);
        assertThat(causes.getString("rows[0].personsPercent")).isEqualTo("100.0");
        JsonPath groups = get(county, "ethnic-groups", "");
        assertThat(groups.getString("rows[0].kind")).isEqualTo("08");
        assertThat(groups.getInt("rows[0].poor.households")).isEqualTo(2);
        assertThat(groups.getInt("rows[0].poor.persons")).isEqualTo(6);

        targets(county);
    }

    private static void targets(County county) {
        String division = county.code();
        put(division, "{\"exitPersons\":9,\"source\":\"责任书\"}", null).statusCode(201);
        put(division, "{\"exitPersons\":8,\"source\":\"责任书\"}", null).statusCode(428);
        put(division, "{\"exitPersons\":8,\"exitHouseholds\":3,\"source\":\"责任书\"}", "\"1\"")
                .statusCode(200)
                .body("exitPersons", equalTo(8));
        put(county.village(1), "{\"exitPersons\":5,\"source\":\"责任书\"}", null).statusCode(201);
        put("451000", "{\"exitPersons\":5,\"source\":\"责任书\"}", null)
                .statusCode(403)
                .body("code", equalTo("whole-division-required"));
        as("county-officer", division)
                .get("/v1/targets?division=%s&year=%d".formatted(division, year()))
                .then()
                .statusCode(200)
                .header("ETag", equalTo("\"2\""))
                .body("rows.division", contains(division + "000000", county.village(1)))
                .body("rows[0].target.exitPersons", equalTo(8))
                .body("rows[0].assignedBelowPersons", equalTo(5))
                .body("rows[0].exited.persons", equalTo(5))
                .body("rows[0].returned.persons", equalTo(2))
                .body("rows[0].net.households", equalTo(1))
                .body("rows[0].net.persons", equalTo(3))
                .body("rows[0].reachedPercent", equalTo(62.5f))
                .body("rows[1].exited.households", equalTo(2))
                .body("rows[1].reachedPercent", equalTo(100.0f));
        as("village-officer", county.village(2))
                .get("/v1/targets?division=%s&year=%d".formatted(county.village(2), year()))
                .then()
                .statusCode(200)
                .body("rows", hasSize(1))
                .body("rows[0].target", equalTo(null));
    }

    private static ValidatableResponse put(String division, String body, @Nullable String ifMatch) {
        var request = as("county-officer", "451087").body(body);
        return (ifMatch == null ? request : request.header("If-Match", ifMatch))
                .put("/v1/targets?division=%s&year=%d".formatted(division, year()))
                .then();
    }

    @Test
    void errorsOfTheRegisterAndDeprivationsAreCounted() {
        County county = announced("451088", 13300);
        moved(county, "甲", 2, "EXITED", "EXITED");
        moved(county, "甲", 3, "ROLLED_BACK", "POOR");
        moved(county, "乙", 2, "REMOVED", "REMOVED");
        String worse = county.assessment(county.household("丁"), "SECOND_VISIT", "2015-12-01", 46, "\"赵五\",\"孙六\"")
                .replace("C10-05", "C10-01");
        assertThat(Client.imported("assessments", List.of(worse)).getInt("rejected"))
                .isZero();

        JsonPath targeting = get(county, "targeting", "&year=" + year());
        assertThat(targeting.getInt("rows[0].poor.persons")).isEqualTo(6);
        assertThat(targeting.getInt("rows[0].removed.persons")).isEqualTo(3);
        assertThat(targeting.getString("rows[0].wrongInclusionPercent")).isEqualTo("33.33");
        assertThat(targeting.getInt("rows[0].rolledBack.households")).isEqualTo(1);
        assertThat(targeting.getString("rows[0].wrongExitPercent")).isEqualTo("100.0");
        JsonPath missed = get(county, "targeting", "&year=2015");
        assertThat(missed.getInt("rows[0].missed.households")).isEqualTo(1);
        assertThat(missed.getInt("rows[0].missed.persons")).isEqualTo(5);

        // 丁: housing (2) and health (6) of 18; 甲 and 乙: housing alone, below the cutoff of 6
        as("auditor", county.code())
                .get("/v1/statistics/multidimensional?year=2015&division=" + county.code())
                .then()
                .statusCode(200)
                .body("mark", equalTo("UNSOURCED"))
                .body("rows[0].assessed.persons", equalTo(14))
                .body("rows[0].poor.persons", equalTo(5))
                .body("rows[0].headcountRatio.toDouble()", closeTo(5.0 / 14, 1e-6))
                .body("rows[0].intensity.toDouble()", closeTo(8.0 / 18, 1e-6))
                .body("rows[0].adjustedHeadcountRatio.toDouble()", closeTo(40.0 / 252, 1e-6))
                .body("rows[0].contributions.find { it.indicator == 'HEALTH' }.share.toDouble()", closeTo(0.75, 1e-6))
                .body("unmeasured", hasSize(0));
    }

    @Test
    void contradictingOfficialFiguresStandSideBySideAndApartFromTheRegister() {
        as("auditor", "451031")
                .get("/v1/official-figures?division=451031&year=2015")
                .then()
                .statusCode(200)
                .body("items.persons", hasItems(79553, 76000))
                .body("items.find { it.persons == 79553 }.incidencePercent", equalTo(23.7f))
                .body("items.find { it.persons == 76000 }.incidencePercent", equalTo(20.2f))
                .body("items.find { it.persons == 79553 }.asOf", equalTo("2015-12-31"));
        as("county-officer", "451031")
                .get("/v1/statistics/incidence?division=451031&year=2015")
                .then()
                .statusCode(200)
                .body("official.persons", hasItems(79553, 76000));

        UUID id = UUID.randomUUID();
        String body = """
                {"division":"451089","year":2016,"asOf":"2016-12-31","persons":61000,"incidencePercent":18.15,\
                "denominatorPersons":336000,"denominator":"农业户籍人口","issuer":"统计局","source":"统计公报",\
                "mark":"SOURCED"}""";
        admin("45", id, body, null).statusCode(201).body("households", equalTo(null));
        admin("45", id, body, null).statusCode(428);
        admin("45", id, body.replace("61000", "62000"), "\"1\"").statusCode(200).body("persons", equalTo(62000));
        admin("4511", UUID.randomUUID(), body, null).statusCode(403);
        admin("45", UUID.randomUUID(), body.replace("\"persons\":61000,\"incidencePercent\":18.15,", ""), null)
                .statusCode(422)
                .body("code", equalTo("figure-empty"));
        admin("45", UUID.randomUUID(), body.replace("18.15", "118.15"), null).statusCode(400);
    }

    private static ValidatableResponse admin(String area, UUID id, String body, @Nullable String ifMatch) {
        var request = as("admin", area).body(body);
        return (ifMatch == null ? request : request.header("If-Match", ifMatch))
                .put("/v1/official-figures/" + id)
                .then();
    }

    @Test
    void halfADivisionIsNoDivision() {
        as("township-officer", "451031100")
                .get("/v1/statistics/incidence?division=451031")
                .then()
                .statusCode(404);
        as("township-officer", "451031100")
                .get("/v1/statistics/incidence")
                .then()
                .statusCode(200)
                .body("basis.division", equalTo("451031100000"));
        as("township-officer", "451031100")
                .get("/v1/statistics/incidence?year=1999")
                .then()
                .statusCode(400);
        as("township-officer", "451031100")
                .get("/v1/targets?division=45")
                .then()
                .statusCode(404);
    }
}
