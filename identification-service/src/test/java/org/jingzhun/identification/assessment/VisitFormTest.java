package org.jingzhun.identification.assessment;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.jingzhun.identification.testing.Client.as;
import static org.jingzhun.identification.testing.Client.imported;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import java.util.UUID;
import org.jingzhun.chassis.testing.PlatformResource;
import org.jingzhun.identification.assessment.AssessmentTest.Form;
import org.jingzhun.identification.testing.People;
import org.jingzhun.identification.testing.Places;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The five steps as one form, and what becomes of alterations. */
@QuarkusTest
@QuarkusTestResource(
        value = PlatformResource.class,
        initArgs = @ResourceArg(name = PlatformResource.DATABASE, value = "identification"))
class VisitFormTest {

    private static final String TOWNSHIP = "451031331";
    private static final String VILLAGE = TOWNSHIP + "001";
    private static final String DIGEST = "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08";

    static final String ALTERATION = """
            "alteration":{"reason":"房屋结构填错","changedBy":"王一","fingerprint":"%s"}""".formatted(DIGEST);

    private static final String STEPS = """
            "steps":{"enter":{"spokeWith":["户主","配偶"],"found":"两个孩子上学"},"look":{"found":"木瓦房,无家电"},\
            "calculate":{"found":"务工一人"},"compare":{"better":3,"alike":2,"worse":0,"found":"低于多数邻居"},\
            "deliberate":{"fair":true,"doubts":["FAMILY_SIZE"],"persons":4,"found":"一人已外嫁"}}""";
    private static final String PHOTOS = """
            "photos":[{"sha256":"%s","takenAt":"2016-03-01T01:30:00Z","shows":"LOOK",\
            "location":{"latitude":24.77,"longitude":105.34}}]""".formatted(DIGEST);
    private static final String PLACE = "\"location\":{\"latitude\":24.770001,\"longitude\":105.340002}";

    private final UUID household = UUID.randomUUID();
    private final UUID campaign = UUID.randomUUID();

    @BeforeEach
    void aHousehold() {
        Places.known(TOWNSHIP, 1);
        imported("households", List.of(People.household(household, VILLAGE)));
    }

    private static String signature(String by, String name) {
        return "{\"by\":\"%s\",\"name\":\"%s\",\"sha256\":\"%s\",\"signedAt\":\"2016-03-01T03:00:00Z\"}"
                .formatted(by, name, DIGEST);
    }

    private static String signatures(String... each) {
        return "\"signatures\":[" + String.join(",", each) + "]";
    }

    private static final String SIGNED =
            signatures(signature("HOUSEHOLDER", "户主"), signature("ASSESSOR", "王一"), signature("ASSESSOR", "李二"));

    private Form form(String... parts) {
        Form form = Form.form(household, campaign);
        return parts.length == 0 ? form : form.with("\"signedBy\"", String.join(",", parts) + ",\"signedBy\"");
    }

    private static ValidatableResponse put(UUID id, Form form) {
        return as("surveyor", TOWNSHIP)
                .body(form.json())
                .put("/v1/assessments/" + id)
                .then();
    }

    private static ValidatableResponse alter(UUID id, String etag, Form form) {
        return as("surveyor", TOWNSHIP)
                .header("If-Match", etag)
                .body(form.json())
                .put("/v1/assessments/" + id)
                .then();
    }

    private static void refused(ValidatableResponse answer, String code, String pointer) {
        answer.statusCode(422).body("code", equalTo(code)).body("errors.pointer", contains(pointer));
    }

    @Test
    void theFiveStepsPhotosPlaceAndSignaturesAreOneForm() {
        UUID id = UUID.randomUUID();
        put(id, form(STEPS, PHOTOS, PLACE, SIGNED)).statusCode(201);
        as("auditor", TOWNSHIP)
                .get("/v1/assessments/" + id)
                .then()
                .statusCode(200)
                .body("steps.enter.spokeWith", contains("户主", "配偶"))
                .body("steps.compare.better", is(3))
                .body("steps.deliberate.doubts", contains("FAMILY_SIZE"))
                .body("photos.sha256", contains(DIGEST))
                .body("photos[0].takenAt", equalTo("2016-03-01T01:30:00Z"))
                .body("photos[0].shows", equalTo("LOOK"))
                .body("signatures.name", contains("户主", "王一", "李二"));
        UUID plain = UUID.randomUUID();
        put(plain, form().with("FIRST_VISIT", "SECOND_VISIT").with("王一\",\"李二", "赵五\",\"孙六"))
                .statusCode(201)
                .body("steps", nullValue())
                .body("photos", empty());
    }

    @Test
    void aFormThatContradictsItselfIsRefused() {
        UUID id = UUID.randomUUID();
        refused(put(id, form(STEPS, PLACE, SIGNED)), "form-incomplete", "/photos");
        refused(put(id, form(STEPS, PHOTOS, SIGNED)), "form-incomplete", "/location");
        refused(put(id, form(STEPS, PHOTOS, PLACE)), "signature-missing", "/signatures");
        refused(
                put(id, form(signatures(signature("HOUSEHOLDER", "户主"), signature("ASSESSOR", "王一")))),
                "signature-missing",
                "/signatures");
        refused(put(id, form(SIGNED.replace("李二", "钱七"))), "signature-missing", "/signatures");
        refused(
                put(id, form(PHOTOS.replace("2016-03-01T01:30", "2016-02-29T15:59"))),
                "photo-of-another-day",
                "/photos/0/takenAt");
        refused(
                put(id, form(PHOTOS.replace("}}]", "}}," + PHOTOS.substring(PHOTOS.indexOf('{'))))),
                "photo-repeated",
                "/photos/1/sha256");
        refused(
                put(
                        id,
                        form(
                                STEPS.replace("\"better\":3,\"alike\":2", "\"better\":0,\"alike\":0"),
                                PHOTOS,
                                PLACE,
                                SIGNED)),
                "nobody-compared",
                "/steps/compare");
        String income = "\"calculate\":{\"incomeId\":\"%s\",".formatted(UUID.randomUUID());
        refused(
                put(id, form(STEPS.replace("\"calculate\":{", income), PHOTOS, PLACE, SIGNED)),
                "income-of-another",
                "/steps/calculate/incomeId");
    }

    @Test
    void fieldsHaveLimitsWithTheirPlace() {
        UUID id = UUID.randomUUID();
        put(id, form(PHOTOS.replace(DIGEST, "a.jpg")))
                .statusCode(400)
                .body("errors.pointer", hasItem("/photos/0/sha256"));
        put(id, form(STEPS.replace("木瓦房", "长".repeat(1000)), PHOTOS, PLACE, SIGNED))
                .statusCode(400)
                .body("errors.pointer", hasItem("/steps/look/found"));
        put(id, form(STEPS.replace("\"look\":{\"found\":\"木瓦房,无家电\"},", ""), PHOTOS, PLACE, SIGNED))
                .statusCode(400)
                .body("errors.pointer", hasItem("/steps/look"));
        put(id, form(STEPS.replace("FAMILY_SIZE\"", "FAMILY_SIZE\",\"FAMILY_SIZE\""), PHOTOS, PLACE, SIGNED))
                .statusCode(400);
        put(id, form(STEPS.replace("\"persons\":4", "\"persons\":0"), PHOTOS, PLACE, SIGNED))
                .statusCode(400)
                .body("errors.pointer", hasItem("/steps/deliberate/persons"));
        put(id, form(ALTERATION.replace(DIGEST, "王一")))
                .statusCode(400)
                .body("errors.pointer", hasItem("/alteration/fingerprint"));
        put(id, form("\"smell\":1")).statusCode(400);
    }

    @Test
    void anAlterationKeepsWhoWhenWhyBeforeAndAfter() {
        UUID id = UUID.randomUUID();
        String etag = put(id, form(PLACE)).statusCode(201).extract().header("ETag");
        refused(alter(id, etag, form(PLACE).with("C01-05", "C01-01")), "alteration-unexplained", "/alteration");
        alter(id, etag, form(PLACE)).statusCode(200).header("ETag", etag);
        String later = alter(id, etag, form(PLACE, ALTERATION).with("C01-05", "C01-01"))
                .statusCode(200)
                .extract()
                .header("ETag");
        alter(id, etag, form(PLACE, ALTERATION)).statusCode(412);
        alter(
                        id,
                        later,
                        form(PLACE, ALTERATION.replace("房屋结构填错", "户主改签"))
                                .with("C01-05", "C01-01")
                                .with("\"ILLNESS\"", "\"DISABILITY\""))
                .statusCode(200);
        as("auditor", TOWNSHIP)
                .get("/v1/assessments/" + id + "/alterations")
                .then()
                .statusCode(200)
                .body("items.reason", contains("房屋结构填错", "户主改签"))
                .body("items.changedBy", contains("王一", "王一"))
                .body("items[0].fingerprint", equalTo(DIGEST))
                .body("items[0].before.score", is(57))
                .body("items[0].after.score", is(46))
                .body("items[0].before.answers.C01", contains("C01-05"))
                .body("items[0].categories.category", contains("C01"))
                .body("items[1].before.mainCause", equalTo("ILLNESS"))
                .body("items[1].after.mainCause", equalTo("DISABILITY"))
                .body("items[1].categories", empty())
                .body("items[1].recordedAt", not(nullValue()))
                .body("next", nullValue());
        as("auditor", TOWNSHIP)
                .get("/v1/audit?object=" + id)
                .then()
                .statusCode(200)
                .body("items.action", hasItem("alterations-listed"));
        as("auditor", "451031999")
                .get("/v1/assessments/" + id + "/alterations")
                .then()
                .statusCode(404);
    }
}
