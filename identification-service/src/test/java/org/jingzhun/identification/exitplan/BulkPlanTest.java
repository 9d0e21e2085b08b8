package org.jingzhun.identification.exitplan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
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
import org.jingzhun.identification.testing.ExitSteps;
import org.jingzhun.identification.testing.Lot;
import org.jingzhun.identification.testing.Registered;
import org.junit.jupiter.api.Test;

/** The plans of many villages go up and down in one file, by the same table as one. */
@QuarkusTest
@QuarkusTestResource(
        value = PlatformResource.class,
        initArgs = @ResourceArg(name = PlatformResource.DATABASE, value = "identification"))
class BulkPlanTest {

    private static String row(String village, String step, String more) {
        return "{\"village\":\"%s\",\"year\":2017,\"step\":\"%s\",\"signers\":[\"黄某\"]%s}"
                .formatted(village, step, more);
    }

    @Test
    void theVillagesOfACountyGoUpAndDownTogether() {
        County county = Registered.register(
                Lot.BULK_EXIT_PLANS.county(3).household("甲", 1, 3, 46).household("乙", 2, 2, 46), 3, 10);
        ExitSteps.plan(county, county.household("甲"), 2017).statusCode(201);
        List<String> up = List.of(
                row(county.village(1), "FIRST_UP", ""),
                row(county.village(2), "FIRST_UP", ""),
                row(county.village(3), "SECOND_UP", ""),
                row(county.village(1), "FIRST_DOWN", ",\"remark\":\"可\""),
                row(county.township() + "000", "FIRST_UP", ""),
                row("450499100001", "FIRST_UP", ""));
        JsonPath first = imported("village-officer", county.code(), "exit-plan-steps", up);
        assertThat(first.getInt("updated")).isEqualTo(2);
        assertThat(rejections("village-officer", county.code(), first))
                .containsExactlyInAnyOrder(
                        "3 /step plan-step-not-open",
                        "4 /step wrong-level",
                        "5 /village plan-unknown-village",
                        "6 /village outside-your-area");
        assertThat(imported("village-officer", county.code(), "exit-plan-steps", up.subList(0, 2))
                        .getInt("unchanged"))
                .isEqualTo(2);

        List<String> down = List.of(
                row(county.village(1), "FIRST_DOWN", ",\"remark\":\"再核一户\""),
                row(county.village(2), "FIRST_DOWN", ""),
                row(county.village(2), "SECOND_DOWN", ""),
                row(county.village(3), "ADJUSTMENT", ",\"remark\":\"再核一户\""));
        JsonPath answered = imported("county-officer", county.code(), "exit-plan-steps", down);
        assertThat(answered.getInt("updated")).isEqualTo(1);
        assertThat(rejections("county-officer", county.code(), answered))
                .contains("2 /remark reason-missing", "3 /documentNumber document-missing")
                .anyMatch(each -> each.startsWith("4 /"));
        as("auditor", county.code())
                .get("/v1/exit-plans/" + county.village(1) + "/2017")
                .then()
                .statusCode(200)
                .body("plan.stage", equalTo("ANSWERED"))
                .body("steps.step", contains("FIRST_UP", "FIRST_DOWN"))
                .body("steps.households", contains(1, 1))
                .body("steps.persons", contains(3, 3));
    }
}
