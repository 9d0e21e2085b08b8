package org.jingzhun.identification.statistics;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.is;
import static org.jingzhun.identification.testing.Client.as;
import static org.jingzhun.identification.testing.Client.imported;
import static org.jingzhun.identification.testing.ExitSteps.allMet;
import static org.jingzhun.identification.testing.ExitSteps.place;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jingzhun.chassis.testing.PlatformResource;
import org.jingzhun.chassis.time.Clocks;
import org.jingzhun.identification.testing.County;
import org.jingzhun.identification.testing.ExitSteps;
import org.jingzhun.identification.testing.Lot;
import org.jingzhun.identification.testing.Registered;
import org.junit.jupiter.api.Test;

/** Targets of villages stand beside the villages that left. */
@QuarkusTest
@QuarkusTestResource(
        value = PlatformResource.class,
        initArgs = @ResourceArg(name = PlatformResource.DATABASE, value = "identification"))
class VillageTargetTest {

    /** The day of the announcement is today, and so is the year in which the village left. */
    private static int thisYear() {
        return LocalDate.now(Clocks.SHANGHAI).getYear();
    }

    private static void target(County county, String division, int persons, int villages) {
        county.county()
                .body("{\"exitPersons\":%d,\"exitVillages\":%d,\"source\":\"县规\"}".formatted(persons, villages))
                .put("/v1/targets?division=%s&year=%d".formatted(division, thisYear()))
                .then()
                .statusCode(201);
    }

    private static void leaves(County county) {
        String exit = ExitSteps.village(county, 1).statusCode(201).extract().path("exit.id");
        as("county-officer", county.code())
                .body(allMet("VILLAGE", "GX-2017-VILLAGE"))
                .put("/v1/village-exits/" + exit + "/findings")
                .then()
                .statusCode(200);
        Map<String, String> roles = Map.of(
                "APPRAISAL", "village-officer",
                "RECOGNITION", "township-officer",
                "NOTICE", "township-officer",
                "APPROVAL", "city-officer",
                "ANNOUNCEMENT", "city-officer");
        for (String step :
                List.of("APPRAISAL", "VERIFICATION", "RECOGNITION", "NOTICE", "REVIEW", "APPROVAL", "ANNOUNCEMENT")) {
            place(county, "village-exits", exit, step, roles.getOrDefault(step, "county-officer"))
                    .statusCode(200);
        }
    }

    @Test
    void aVillageThatLeftIsCountedAgainstTheTargetsOfItsCountyAndItself() {
        County county = Registered.register(
                Lot.VILLAGE_TARGETS.county(2).household("甲", 1, 3, 46).household("乙", 2, 2, 46), 2, 10);
        for (int village : List.of(1, 2)) {
            imported("divisions", List.of("""
                    {"code":"%s","name":"村","level":"VILLAGE","parent":"%s000","validFrom":"2010-01-01",\
                    "poorVillage":true}""".formatted(county.village(village), county.township())));
        }
        Registered.withoutNoticeDays(county, 2017);
        Registered.exit(county, 2017, "甲");
        target(county, county.code(), 5, 2);
        target(county, county.village(1), 3, 1);
        target(county, county.village(2), 2, 1);
        leaves(county);
        county.county()
                .get("/v1/targets?division=%s&year=%d".formatted(county.code(), thisYear()))
                .then()
                .statusCode(200)
                .body("rows[0].division", equalTo(county.code() + "000000"))
                .body("rows[0].target.exitVillages", is(2))
                .body("rows[0].exitedVillages", is(1))
                .body("rows[0].exited.persons", is(3))
                .body("rows[0].assignedBelowPersons", is(5))
                .body("rows.find { it.division == '%s' }.exitedVillages".formatted(county.village(1)), is(1))
                .body("rows.find { it.division == '%s' }.exitedVillages".formatted(county.village(2)), is(0))
                .body("rows.find { it.division == '%s' }.exited.persons".formatted(county.village(2)), is(0));
    }
}
