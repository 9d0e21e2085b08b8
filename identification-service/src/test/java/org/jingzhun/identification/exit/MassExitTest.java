package org.jingzhun.identification.exit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.is;
import static org.jingzhun.identification.testing.Client.as;
import static org.jingzhun.identification.testing.Client.imported;
import static org.jingzhun.identification.testing.Client.rejections;
import static org.jingzhun.identification.testing.ExitSteps.mass;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jingzhun.chassis.testing.PlatformResource;
import org.jingzhun.identification.testing.County;
import org.jingzhun.identification.testing.Registered;
import org.junit.jupiter.api.Test;

/** A county leads many households out of poverty at once. */
@QuarkusTest
@QuarkusTestResource(
        value = PlatformResource.class,
        initArgs = @ResourceArg(name = PlatformResource.DATABASE, value = "identification"))
class MassExitTest {

    @Test
    void aCountyTakesAStepOfAllHouseholdsThatAreReady() {
        County county = Registered.register(
                new County("451062", 15100, 2)
                        .household("甲", 1, 3, 46)
                        .household("乙", 1, 2, 49)
                        .household("丙", 2, 1, 51),
                2,
                10);
        Registered.withoutNoticeDays(county, 2017);
        List<String> rows = new ArrayList<>();
        for (String name : List.of("甲", "乙", "丙")) {
            rows.add("{\"householdId\":\"%s\",\"year\":2017}".formatted(county.household(name)));
        }
        rows.add("{\"householdId\":\"%s\",\"year\":2017}".formatted(UUID.randomUUID()));
        var planned = imported("county-officer", county.code(), "exits", rows);
        assertThat(planned.getInt("inserted")).isEqualTo(3);
        assertThat(planned.getInt("rejected")).isEqualTo(1);
        assertThat(imported("county-officer", county.code(), "exits", rows.subList(0, 3))
                        .getInt("unchanged"))
                .isEqualTo(3);

        as("county-officer", county.code()).post("/v1/exits/steps").then().statusCode(400);
        mass(county, "APPRAISAL").statusCode(200).body("taken", is(3)).body("refused", empty());
        importsFindings(county);
        mass(county, "VERIFICATION")
                .statusCode(200)
                .body("taken", is(2))
                .body("refused.code", contains("standard-not-met"))
                .body("refused[0].exits", is(1));
        mass(county, "RECOGNITION")
                .statusCode(200)
                .body("taken", is(0))
                .body("refused[0].code", equalTo("not-recognised"));
        importsRecognitions(county);
        for (String step : List.of("RECOGNITION", "NOTICE", "REVIEW", "APPROVAL", "ANNOUNCEMENT")) {
            mass(county, step).statusCode(200).body("taken", is(2));
        }
        county.county()
                .get("/v1/register?division=" + county.code() + "&status=EXITED")
                .then()
                .body("items.householder", containsInAnyOrder("甲", "乙"));
        county.county()
                .get("/v1/exits?year=2017&stage=APPRAISED&division=" + county.village(2))
                .then()
                .body("items.householdId", contains(county.household("丙").toString()));
    }

    private static void importsFindings(County county) {
        List<String> rows = new ArrayList<>();
        for (String name : List.of("甲", "乙", "丙")) {
            for (String criterion : List.of("INCOME_SOURCE", "MEDICAL", "EDUCATION", "POWER", "TELEVISION")) {
                rows.add(finding(county, name, criterion, "\"met\":true"));
            }
            rows.add(finding(county, name, "HOUSING", "\"value\":\"13.00\""));
            rows.add(finding(county, name, "ROAD", "\"value\":\"3.50\""));
            rows.add(finding(county, name, "WATER", "\"value\":\"35.00\""));
            rows.add(finding(county, name, "INCOME", "\"value\":\"" + (name.equals("丙") ? "2900" : "3000") + ".00\""));
        }
        rows.add(finding(county, "甲", "CAR", "\"met\":true"));
        rows.add(finding(county, "甲", "POWER", "\"met\":true"));
        rows.add(rows.getFirst()
                .replace(county.household("甲").toString(), UUID.randomUUID().toString()));
        var kept = imported("township-officer", county.code(), "exit-findings", rows);
        assertThat(kept.getInt("inserted")).isEqualTo(27);
        assertThat(rejections("township-officer", county.code(), kept))
                .containsExactlyInAnyOrder(
                        "28 /criterion unknown-criterion",
                        "29 /criterion repeated-row",
                        "30 /householdId no-open-exit");
        assertThat(imported("township-officer", county.code(), "exit-findings", rows.subList(0, 27))
                        .getInt("unchanged"))
                .isEqualTo(27);
    }

    private static String finding(County county, String name, String criterion, String found) {
        return """
                {"householdId":"%s","year":2017,"criterion":"%s",%s,"evidence":["照片"]}""".formatted(county.household(name), criterion, found);
    }

    private static void importsRecognitions(County county) {
        List<String> rows = List.of("甲", "乙", "丙").stream()
                .map(name -> """
                        {"householdId":"%s","year":2017,"recognisedBy":"%s","certifiedBy":["李队员","赵干部"],\
                        "recognisedOn":"2017-11-20"}""".formatted(county.household(name), name))
                .toList();
        List<String> bad = List.of(rows.getFirst().replace("李队员", "甲"), rows.getLast());
        assertThat(rejections(
                        "village-officer",
                        county.code(),
                        imported("village-officer", county.code(), "exit-recognitions", bad)))
                .containsExactlyInAnyOrder("1 /certifiedBy signed-for-both", "2 /householdId no-verified-exit");
        assertThat(imported("village-officer", county.code(), "exit-recognitions", rows.subList(0, 2))
                        .getInt("updated"))
                .isEqualTo(2);
    }
}
