package org.jingzhun.identification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.jingzhun.identification.testing.Client.as;
import static org.jingzhun.identification.testing.Client.finished;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.jingzhun.chassis.testing.PlatformResource;
import org.jingzhun.identification.testing.County;
import org.jingzhun.identification.testing.Lot;
import org.jingzhun.identification.testing.People;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the columns of files are called, and what is said of a value of the wrong form. */
@QuarkusTest
@QuarkusTestResource(
        value = PlatformResource.class,
        initArgs = @ResourceArg(name = PlatformResource.DATABASE, value = "identification"))
class ImportHeadersTest {

    private static final Charset GBK = Charset.forName("GB18030");

    private static ValidatableResponse upload(String kind, String csv, Charset charset) {
        return as("system", "45")
                .contentType("text/csv")
                .body(csv.getBytes(charset))
                .post("/v1/imports?kind=" + kind)
                .then();
    }

    private static int inserted(String kind, String csv, Charset charset) {
        String job = upload(kind, csv, charset).statusCode(202).extract().path("id");
        return finished("system", "45", job).getInt("inserted");
    }

    @Test
    void tablesWithChineseHeadersGoInAsOfficesKeepThem() {
        County county = Lot.IMPORT_HEADERS.county(1);
        int person = Lot.IMPORT_HEADERS.firstPerson();
        UUID household = UUID.randomUUID();
        assertThat(inserted(
                        "households",
                        "户编号,行政村代码,自然屯,户主,家庭住址\n%s,%s,上屯,王某,上屯1号\n".formatted(household, county.village(1)),
                        GBK))
                .isEqualTo(1);
        assertThat(inserted(
                        "members",
                        """
                        人员编号,户编号,姓名,身份证号,性别,出生日期,与户主关系,民族,文化程度,在校生状况,健康状况,劳动技能,务工状况,务工时间,医疗保险,养老保险
                        %s,%s,王某,%s,FEMALE,%s,HEAD,08,PRIMARY,NONE,HEALTHY,ORDINARY,NONE,0,true,false
                        """.formatted(UUID.randomUUID(), household, People.number(person), People.birthDate(person)),
                        StandardCharsets.UTF_8))
                .isEqualTo(1);
        as("surveyor", county.code())
                .get("/v1/households/" + household)
                .then()
                .body("householder", equalTo("王某"))
                .body("hamlet", equalTo("上屯"))
                .body("members[0].relation", equalTo("HEAD"));
    }

    @Test
    void anUnknownColumnIsNamedWithTheNearestThatThereIs() {
        upload("households", "户编号,行政村代玛,自然屯,户主,colour\n1,2,3,4,5\n", StandardCharsets.UTF_8)
                .statusCode(400)
                .body("code", equalTo("import-columns-unknown"))
                .body("detail", containsString("行政村代玛 (行政村代码?)"))
                .body("detail", not(containsString("colour (")));
        upload("households", "id,vilageCode,hamlet,householder\n1,2,3,4\n", StandardCharsets.UTF_8)
                .body("detail", containsString("vilageCode (villageCode?)"));
        upload("households", "id,villageCode,行政村代码,hamlet,householder\n1,2,3,4,5\n", StandardCharsets.UTF_8)
                .statusCode(400)
                .body("code", equalTo("import-columns-repeated"));
        upload("households", "姓名,身份证号,性别,出生日期,与户主关系,民族,文化程度,在校情况\n", StandardCharsets.UTF_8)
                .statusCode(400)
                .body("code", equalTo("import-columns-unknown"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "en | The value must be a division: 2, 4, 6, 9 or 12 digits of its code, like 45, 451031 or 451031100201.",
                "zh-CN | 该值须为行政区划代码的 2、4、6、9 或 12 位，例如 45、451031 或 451031100201。"
            })
    void aValueOfTheWrongFormIsToldInWordsAndNotAsARegularExpression(String language, String sentence) {
        as("auditor", "45")
                .header("Accept-Language", language)
                .get("/v1/register?division=4510x")
                .then()
                .statusCode(400)
                .body("errors[0].code", equalTo("pattern"))
                .body("errors[0].detail", equalTo(sentence));
    }
}
