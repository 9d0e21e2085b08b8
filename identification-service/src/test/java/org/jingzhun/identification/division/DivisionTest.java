package org.jingzhun.identification.division;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.notNullValue;
import static org.jingzhun.identification.testing.Client.as;
import static org.jingzhun.identification.testing.Client.imported;
import static org.jingzhun.identification.testing.Client.rejections;
import static org.jingzhun.identification.testing.Places.division;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jingzhun.chassis.testing.PlatformResource;
import org.jingzhun.identification.testing.Places;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(
        value = PlatformResource.class,
        initArgs = @ResourceArg(name = PlatformResource.DATABASE, value = "identification"))
class DivisionTest {

    @Test
    void importedDivisionsAreListedByParentAndShownOneByOne() {
        Places.known("451031300", 2);

        as("auditor", "451031300001")
                .get("/v1/divisions?parent=451031300000")
                .then()
                .statusCode(200)
                .body("items.code", equalTo(List.of("451031300001", "451031300002")))
                .body("next", equalTo(null));
        as("village-officer", "451031300001")
                .get("/v1/divisions/451031000000")
                .then()
                .statusCode(200)
                .header("ETag", notNullValue())
                .body("name", equalTo("隆林各族自治县"))
                .body("level", equalTo("COUNTY"))
                .body("parent", equalTo("451000000000"))
                .body("poorVillage", is(false));
        as("auditor", "45").get("/v1/divisions?level=PROVINCE").then().body("items.code", hasItems("450000000000"));
        as("auditor", "45").get("/v1/divisions/451031399999").then().statusCode(404);
        as("auditor", "45").get("/v1/divisions/451031").then().statusCode(400);
    }

    @Test
    void theSameDivisionsAgainChangeNothing() {
        List<String> rows = Places.rows("451031301", 3);
        imported("divisions", rows);
        assertThat(imported("divisions", rows).getInt("unchanged")).isEqualTo(7);
    }

    @Test
    void parentsMayComeBehindTheirChildren() {
        List<String> rows = new ArrayList<>(Places.rows("451031302", 3));
        Collections.reverse(rows);
        assertThat(imported("divisions", rows).getInt("rejected")).isZero();
    }

    @Test
    void divisionsThatContradictTheRegisterAreRejectedEachWithItsReason() {
        Places.known("451031303", 1);
        List<String> rows = List.of(
                division("451031303002", "好村", "VILLAGE", "451031303000"),
                division("451031303003", "孤村", "VILLAGE", "451031999000"),
                division("451031303004", "错村", "VILLAGE", "451031304000"),
                division("451031303005", "无上级", "VILLAGE", ""),
                division("451031305000", "贫困乡", "TOWNSHIP", "451031000000").replace("}", ",\"poorVillage\":true}"),
                division("451031303006", "短命村", "VILLAGE", "451031303000").replace("}", ",\"validTo\":\"2009-12-31\"}"),
                division("511002000000", "市中区", "COUNTY", "511000000000"),
                division("451031303002", "又一村", "VILLAGE", "451031303000"),
                division("450000000000", "广西", "PROVINCE", "440000000000"));

        assertThat(rejections(imported("divisions", rows)))
                .containsExactlyInAnyOrder(
                        "2 /parent parent-not-above",
                        "3 /parent parent-not-above",
                        "4 /parent parent-missing",
                        "5 /poorVillage poor-village-level",
                        "6 /validTo ends-before-it-begins",
                        "7 /code outside-your-area",
                        "8 /code repeated-row",
                        "9 /parent parent-of-province");
        as("auditor", "45").get("/v1/divisions/451031303002").then().body("name", equalTo("好村"));
    }

    @Test
    void aDivisionWithoutItsParentIsRejected() {
        assertThat(rejections(
                        imported("divisions", List.of(division("451099999001", "孤村", "VILLAGE", "451099999000")))))
                .containsExactly("1 /parent unknown-parent");
    }
}
