package org.jingzhun.identification.adjustment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.jingzhun.identification.testing.Checked.openRound;
import static org.jingzhun.identification.testing.Checked.plan;
import static org.jingzhun.identification.testing.Checked.post;
import static org.jingzhun.identification.testing.Client.as;
import static org.jingzhun.identification.testing.Client.imported;
import static org.jingzhun.identification.testing.Client.rejections;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.util.List;
import java.util.UUID;
import org.jingzhun.chassis.testing.PlatformResource;
import org.jingzhun.identification.testing.County;
import org.jingzhun.identification.testing.Lot;
import org.junit.jupiter.api.Test;

/** What checkers found of many sampled households comes in one file, by the rules of one. */
@QuarkusTest
@QuarkusTestResource(
        value = PlatformResource.class,
        initArgs = @ResourceArg(name = PlatformResource.DATABASE, value = "identification"))
class BulkFindingTest {

    private static String row(String check, UUID household, String finding, String evidence, String checkers) {
        return """
                {"checkId":"%s","householdId":"%s","finding":"%s","facts":"走访所见","evidence":[%s],\
                "checkers":[%s],"checkedOn":"2017-10-10"}""".formatted(check, household, finding, evidence, checkers);
    }

    @Test
    void findingsOfASampleAreRecordedTogetherByThoseWhoCheck() {
        County county = Lot.BULK_QUALITY_FINDINGS
                .county(1)
                .household("甲", 1, 1, 46)
                .household("乙", 1, 1, 46)
                .household("丙", 1, 1, 46)
                .begun(1, 0);
        String round = openRound("county-officer", county.code(), county.code() + "000000", 2017, 1)
                .statusCode(201)
                .extract()
                .path("id");
        String check = plan(
                        "supervisor",
                        "4504",
                        round,
                        "INSPECTION",
                        county.code() + "000000",
                        "\"stratification\":\"STATUS\",\"standings\":[\"UNREGISTERED\"],\"sampleSize\":3")
                .statusCode(201)
                .extract()
                .path("check.id");
        String two = "\"赵一\",\"钱二\"";
        List<String> early = List.of(row(check, county.household("甲"), "OK", "", two));
        assertThat(rejections("supervisor", "4504", imported("supervisor", "4504", "quality-findings", early)))
                .containsExactly("1 /householdId not-in-the-sample");
        post("supervisor", "4504", "/v1/quality-checks/" + check + "/steps", "{\"step\":\"DRAW\"}")
                .statusCode(200);

        assertThat(rejections(
                        "county-officer",
                        county.code(),
                        imported("county-officer", county.code(), "quality-findings", early)))
                .containsExactly("1 /checkId not-the-checker");
        List<String> rows = List.of(
                row(check, county.household("甲"), "OK", "", two),
                row(check, county.household("乙"), "MISSED", "\"照片\"", two),
                row(check, county.household("丙"), "WRONG_EXIT", "\"照片\"", two),
                row(check, UUID.randomUUID(), "OK", "", two));
        JsonPath recorded = imported("supervisor", "4504", "quality-findings", rows);
        assertThat(recorded.getInt("updated")).isEqualTo(2);
        assertThat(rejections("supervisor", "4504", recorded))
                .containsExactlyInAnyOrder("3 /finding quality-finding-unfitting", "4 /householdId not-in-the-sample");
        assertThat(imported("supervisor", "4504", "quality-findings", rows.subList(0, 2))
                        .getInt("unchanged"))
                .isEqualTo(2);
        List<String> faulty = List.of(
                row(check, county.household("甲"), "MISSED", "\"照片\"", two),
                row(check, county.household("丙"), "MISSED", "", two),
                row(check, county.household("丙"), "OK", "", "\"赵一\",\"赵一\""));
        assertThat(rejections("supervisor", "4504", imported("supervisor", "4504", "quality-findings", faulty)))
                .containsExactlyInAnyOrder(
                        "1 /householdId replace-one-by-one",
                        "2 /evidence quality-evidence-missing",
                        "3 /checkers checkers-not-different");
        as("supervisor", "4504")
                .get("/v1/quality-checks/" + check + "/sample/" + county.household("乙"))
                .then()
                .body("finding", equalTo("MISSED"))
                .body("recordedName", equalTo("supervisor@4504"));
    }
}
