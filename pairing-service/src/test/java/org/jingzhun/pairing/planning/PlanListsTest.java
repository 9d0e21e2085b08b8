package org.jingzhun.pairing.planning;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jingzhun.chassis.testing.PlatformResource;
import org.jingzhun.pairing.testing.County;
import org.junit.jupiter.api.Test;

/** Plans, their pairs and who is left unpaired, read to the end a row at a time. */
@QuarkusTest
@QuarkusTestResource(
        value = PlatformResource.class,
        initArgs = @ResourceArg(name = PlatformResource.DATABASE, value = "pairing"))
class PlanListsTest {

    private static final int HOUSEHOLDS_OF_A_VILLAGE = 4;

    @Test
    void eachSliceGoesOnWhereTheOneBeforeEnded() {
        County county = new County("451087");
        county.hasVillages(2);
        county.registers(1, "ILLNESS", HOUSEHOLDS_OF_A_VILLAGE);
        county.registers(2, "ILLNESS", HOUSEHOLDS_OF_A_VILLAGE);
        UUID unit = UUID.randomUUID();
        county.unit(unit, "COUNTY").statusCode(200);
        county.helper(UUID.randomUUID(), unit, "ORDINARY", List.of()).statusCode(200);
        String first = county.planOf(2 * HOUSEHOLDS_OF_A_VILLAGE);
        String second = county.planOf(2 * HOUSEHOLDS_OF_A_VILLAGE);

        assertThat(read(county, "/v1/pairing-plans", "id")).containsExactlyInAnyOrder(first, second);
        String plan = "/v1/pairing-plans/" + second;
        List<String> households = read(county, plan + "/pairs", "householdId");
        households.addAll(read(county, plan + "/unpaired", "householdId"));
        assertThat(households).hasSize(2 * HOUSEHOLDS_OF_A_VILLAGE).doesNotHaveDuplicates();
        assertThat(read(county, plan + "/pairs", "villageCode")).isSorted().hasSizeGreaterThan(1);
        assertThat(read(county, plan + "/unpaired", "villageCode")).isSorted().hasSizeGreaterThan(1);
    }

    private static List<String> read(County county, String path, String field) {
        List<String> found = new ArrayList<>();
        String next = "";
        while (next != null) {
            JsonPath slice = county.auditor()
                    .get(path + "?limit=1&after=" + next)
                    .then()
                    .statusCode(200)
                    .extract()
                    .jsonPath();
            found.addAll(slice.getList("items." + field));
            next = slice.getString("next");
        }
        return found;
    }
}
