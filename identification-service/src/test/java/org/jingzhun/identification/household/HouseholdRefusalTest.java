package org.jingzhun.identification.household;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.jingzhun.identification.testing.Client.as;
import static org.jingzhun.identification.testing.Client.forNoPurpose;
import static org.jingzhun.identification.testing.People.body;
import static org.jingzhun.identification.testing.People.number;
import static org.jingzhun.identification.testing.People.traits;
import static org.jingzhun.identification.testing.People.womansNumber;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import java.util.UUID;
import org.jingzhun.chassis.testing.PlatformResource;
import org.jingzhun.identification.testing.People;
import org.jingzhun.identification.testing.Places;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a household is refused for: by field, and in two languages. */
@QuarkusTest
@QuarkusTestResource(
        value = PlatformResource.class,
        initArgs = @ResourceArg(name = PlatformResource.DATABASE, value = "identification"))
class HouseholdRefusalTest {

    private static final String TOWNSHIP = "451031310";
    private static final String VILLAGE = TOWNSHIP + "001";

    @BeforeEach
    void places() {
        Places.known(TOWNSHIP, 2);
    }

    private static ValidatableResponse put(UUID id, String body) {
        return as("surveyor", TOWNSHIP).body(body).put("/v1/households/" + id).then();
    }

    @Test
    void whatContradictsItselfOrTheRosterIsRefusedWithItsReason() {
        put(UUID.randomUUID(), body(VILLAGE, List.of(traits("HEAD", 109)))).statusCode(201);

        put(UUID.randomUUID(), body(VILLAGE, List.of(traits("HEAD", 109))))
                .statusCode(409)
                .body("code", equalTo("duplicate-person"));
        put(UUID.randomUUID(), body(VILLAGE, List.of(traits("HEAD", 110), traits("HEAD", 111))))
                .statusCode(422)
                .body("code", equalTo("two-heads"));
        put(UUID.randomUUID(), body(VILLAGE, List.of(traits("SPOUSE", 110))))
                .statusCode(422)
                .body("code", equalTo("head-missing"));
        put(UUID.randomUUID(), body(VILLAGE, List.of(traits("HEAD", 110), traits("SON", 110))))
                .statusCode(422)
                .body("errors[0].pointer", equalTo("/members/1/idNumber"));
        String same = "\"id\":\"%s\",".formatted(UUID.randomUUID());
        put(UUID.randomUUID(), body(VILLAGE, List.of(same + traits("HEAD", 110), same + traits("SON", 111))))
                .statusCode(422)
                .body("code", equalTo("duplicate-member"))
                .body("errors[0].pointer", equalTo("/members/1/id"));
        put(UUID.randomUUID(), body(TOWNSHIP + "999", List.of()))
                .statusCode(422)
                .body("code", equalTo("unknown-village"));
        put(UUID.randomUUID(), body(TOWNSHIP + "000", List.of()))
                .statusCode(422)
                .body("code", equalTo("unknown-village"));
    }

    @Test
    void factsThatCannotBeTrueTogetherAreNamedEach() {
        int infant = People.bornYearsAgo(3);
        put(
                        UUID.randomUUID(),
                        body(
                                VILLAGE,
                                List.of(
                                        traits("HEAD", 3000),
                                        traits("SPOUSE", 3001),
                                        traits("SPOUSE", 3002).replace("IN_COUNTY", "NONE"),
                                        traits("FATHER", 3003)
                                                .replace("CHRONIC", "DISABLED")
                                                .replace("\"LIMB_2\"", "null"),
                                        traits("SON", infant)
                                                .replace("\"schooling\":\"NONE\"", "\"schooling\":\"PRIMARY\""))))
                .statusCode(422)
                .body("code", equalTo("contradictory-facts"))
                .body(
                        "errors.collect { it.pointer + ' ' + it.code }",
                        contains(
                                "/members/2/monthsWorked months-without-work",
                                "/members/2/relation two-spouses",
                                "/members/3/disability disability-missing",
                                "/members/3/relation generations-contradict",
                                "/members/4/schooling too-young",
                                "/members/4/education too-young",
                                "/members/4/labour too-young",
                                "/members/4/work too-young"));
    }

    @Test
    void aWrongIdNumberIsRefusedByFieldAndNeverRepeated() {
        String wrong = number(112).substring(0, 17) + (number(112).endsWith("1") ? "2" : "1");
        String answer = put(
                        UUID.randomUUID(),
                        body(
                                VILLAGE,
                                List.of(
                                        traits("HEAD", 112).replace(number(112), wrong),
                                        traits("SON", 113)
                                                .replace(number(113), womansNumber(113))
                                                .replace("FEMALE", "MALE"),
                                        traits("SON", 114)
                                                .replace("1950-04-25", "1950-04-24")
                                                .replace("LIMB_2", "LIMB_9"))))
                .statusCode(400)
                .body("code", equalTo("invalid-fields"))
                .body(
                        "errors.collect { it.pointer + ' ' + it.code }",
                        contains(
                                "/members/0/idNumber id-number-check",
                                "/members/1/sex sex-differs",
                                "/members/2/birthDate birth-date-differs",
                                "/members/2/disability disability-format"))
                .extract()
                .asString();
        assertThat(answer).doesNotContain(wrong);
    }

    @Test
    void whatWasReadMaskedCannotBeWrittenBack() {
        UUID id = UUID.randomUUID();
        String whole = body(VILLAGE, List.of(traits("HEAD", 119)));
        put(id, whole).statusCode(201);
        Response read = forNoPurpose("surveyor", TOWNSHIP).get("/v1/households/" + id);
        String etag = read.header("ETag");
        String number = read.path("members[0].idNumber");
        String phone = read.path("phone");
        for (String sent : List.of(
                whole.replace("13800001234", phone),
                whole.replace("13800001234", phone).replace(number(119), number),
                whole.replace("\"health\":\"CHRONIC\",\"disability\":\"LIMB_2\",", ""))) {
            as("surveyor", TOWNSHIP)
                    .header("If-Match", etag)
                    .body(sent)
                    .put("/v1/households/" + id)
                    .then()
                    .statusCode(400)
                    .body("code", equalTo("invalid-fields"));
        }
        as("surveyor", TOWNSHIP)
                .header("If-Match", etag)
                .body(whole.replace("13800001234", phone).replace(number(119), number))
                .put("/v1/households/" + id)
                .then()
                .body(
                        "errors.collect { it.pointer + ' ' + it.code }",
                        contains("/phone masked-number", "/members/0/idNumber id-number-character"));
        as("surveyor", TOWNSHIP)
                .get("/v1/households/" + id)
                .then()
                .header("ETag", etag)
                .body("phone", equalTo("13800001234"))
                .body("members[0].idNumber", equalTo(number(119)))
                .body("members[0].health", equalTo("CHRONIC"))
                .body("members[0].disability", equalTo("LIMB_2"));
    }

    @Test
    void refusalsSpeakTheLanguageOfTheCaller() {
        as("surveyor", TOWNSHIP)
                .header("Accept-Language", "zh-CN")
                .body(body(TOWNSHIP + "999", List.of()))
                .put("/v1/households/" + UUID.randomUUID())
                .then()
                .body("title", equalTo("行政村不存在"));
    }
}
