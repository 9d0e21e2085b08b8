package org.jingzhun.identification.special;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.is;
import static org.jingzhun.identification.testing.Client.as;
import static org.jingzhun.identification.testing.Client.imported;
import static org.jingzhun.identification.testing.Client.rejections;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.util.List;
import org.jingzhun.chassis.testing.PlatformResource;
import org.jingzhun.identification.testing.County;
import org.jingzhun.identification.testing.Lot;
import org.jingzhun.identification.testing.Registered;
import org.junit.jupiter.api.Test;

/** What happens to many records of the special registers comes in one file, by the same table as one. */
@QuarkusTest
@QuarkusTestResource(
        value = PlatformResource.class,
        initArgs = @ResourceArg(name = PlatformResource.DATABASE, value = "identification"))
class BulkStepTest {

    private static String student(County county, String household) {
        return SpecialDesk.put(county, "students", """
                        {"memberId":"%s","since":"2015-09-01","level":"JUNIOR","grade":1,"schoolYear":2015,"school":"县一中"}""".formatted(SpecialDesk.member(county, household, 1)))
                .statusCode(201)
                .extract()
                .path("id");
    }

    private static String relocation(County county, String household) {
        return SpecialDesk.put(county, "relocations", """
                        {"householdId":"%s","since":"2016-01-01","way":"WHOLE_HAMLET","settlement":"CENTRALISED",\
                        "site":"COUNTY_SEAT","from":{"villageCode":"%s","hamlet":"上屯"},\
                        "to":{"division":"%s","place":"鹤城新区"},"plannedYear":2016,\
                        "signedBy":"户主","signedOn":"2016-01-01"}""".formatted(
                                county.household(household), county.village(1), county.village(2)))
                .statusCode(201)
                .extract()
                .path("id");
    }

    private static String row(String record, String step, String day, String more) {
        return "{\"recordId\":\"%s\",\"step\":\"%s\",\"on\":\"%s\"%s}".formatted(record, step, day, more);
    }

    @Test
    void stepsOfManyRecordsAreTakenByTheRulesOfOne() {
        County county = Registered.register(
                Lot.BULK_SPECIAL_STEPS
                        .county(2)
                        .household("甲", 1, 2, 46)
                        .household("乙", 1, 2, 46)
                        .household("丙", 1, 2, 46),
                2,
                10);
        Registered.withoutNoticeDays(county, 2017);
        Registered.exit(county, 2017, "甲");
        String left = student(county, "甲");
        String moved = student(county, "乙");
        String third = student(county, "丙");
        String house = relocation(county, "丙");
        List<String> rows = List.of(
                row(left, "DROP_OUT", "2018-03-01", ",\"cause\":\"WORK\",\"evidence\":[\"家访记录\"]"),
                row(moved, "TRANSFER", "2016-02-20", ",\"school\":\"县二中\""),
                row(third, "PROMOTION", "2016-09-01", ""),
                row(house, "APPROVAL", "2016-05-01", ""),
                row("00000000-0000-7000-8000-000000000001", "TREATMENT", "2016-05-01", ""));
        JsonPath taken = imported("county-officer", county.code(), "special-steps", rows);
        assertThat(taken.getInt("updated")).isEqualTo(2);
        assertThat(rejections("county-officer", county.code(), taken))
                .containsExactlyInAnyOrder(
                        "3 /step promotion-by-roll-over",
                        "4 /recordId same-person",
                        "5 /recordId special-record-unknown");
        as("auditor", county.code())
                .get("/v1/special-records/" + left)
                .then()
                .body("student.stage", equalTo("DROPPED_OUT"))
                .body("history.step", contains("ENTRY", "DROP_OUT"));
        as("auditor", county.code())
                .get("/v1/special-records/" + moved)
                .then()
                .body("student.school", equalTo("县二中"))
                .body("student.grade", is(1));
        as("auditor", county.code())
                .get("/v1/monitoring/leads?household=" + county.household("甲"))
                .then()
                .body("items.source", contains("SPECIAL_REGISTER"));
        assertThat(imported("county-officer", county.code(), "special-steps", rows.subList(0, 2))
                        .getInt("unchanged"))
                .isEqualTo(2);

        List<String> others = List.of(
                row(left, "RESUMPTION", "2018-09-10", ""),
                row(moved, "DROP_OUT", "2016-03-01", ""),
                row(third, "GRADUATION", "2010-01-01", ""),
                row(house, "APPROVAL", "2016-05-01", ""));
        JsonPath second = imported("village-officer", county.code(), "special-steps", others);
        assertThat(rejections("village-officer", county.code(), second))
                .containsExactlyInAnyOrder(
                        "2 /cause special-need-missing", "3 /on special-before-the-last", "4 /step wrong-level");
        as("auditor", county.code())
                .get("/v1/special-records/" + left)
                .then()
                .body("student.schoolYear", is(2018))
                .body("student.stage", equalTo("ENROLLED"));
    }
}
