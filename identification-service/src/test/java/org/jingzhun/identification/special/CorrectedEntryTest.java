package org.jingzhun.identification.special;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.UUID;
import org.jingzhun.chassis.testing.PlatformResource;
import org.jingzhun.identification.testing.County;
import org.junit.jupiter.api.Test;

/** What was entered wrongly in a special register is corrected under the same id, by who has seen it. */
@QuarkusTest
@QuarkusTestResource(
        value = PlatformResource.class,
        initArgs = @ResourceArg(name = PlatformResource.DATABASE, value = "identification"))
class CorrectedEntryTest {

    private static final String STUDENT = """
            {"memberId":"MEMBER","since":"2015-09-01","level":"SENIOR","grade":2,"schoolYear":2015,"school":"县一中",\
            "contact":{"name":"李老师","phone":"13800005678"}}""";
    private static final String CERTIFICATE = """
            {"memberId":"MEMBER","since":"2017-01-01","kind":"TRAINING","occupation":"电工","issuer":"县人社局"}""";
    private static final String PATIENT = """
            {"memberId":"MEMBER","since":"2017-03-01","disease":"STOMACH_CANCER","payLater":true,\
            "contact":{"name":"韦大","phone":"13800005678"}}""";
    private static final String LEFT_BEHIND = """
            {"memberId":"MEMBER","since":"2016-01-01","kind":"ELDERLY","contact":{"name":"黄老师"}}""";
    private static final String DISABILITY = """
            {"memberId":"MEMBER","since":"2016-05-01","certificate":"NUMBER"}""";

    @Test
    void anEntryOfEachRegisterIsCorrected() {
        County county = new County("450497", 2_150, 1).household("甲", 1, 4, 46).begun(100, 0);
        String head = SpecialDesk.member(county, "甲", 0);
        String other = SpecialDesk.member(county, "甲", 1);
        String disability = DISABILITY.replace("MEMBER", head).replace("NUMBER", county.idNumber("甲") + "42");
        corrected(county, "students", STUDENT.replace("MEMBER", other), "县一中", "县二中")
                .body("school", equalTo("县二中"));
        corrected(county, "certificates", CERTIFICATE.replace("MEMBER", other), "电工", "焊工")
                .body("occupation", equalTo("焊工"));
        // as a list shows the number to those who do not need it whole
        county.county()
                .body(CERTIFICATE.replace("MEMBER", head).replace("\"issuer\"", "\"number\":\"45****0012\",\"issuer\""))
                .put("/v1/certificates/" + UUID.randomUUID())
                .then()
                .statusCode(400)
                .body("errors.collect { it.pointer + ' ' + it.code }", contains("/number masked-number"));
        corrected(county, "patients", PATIENT.replace("MEMBER", other), "true", "false")
                .body("payLater", equalTo(false));
        corrected(county, "left-behind", LEFT_BEHIND.replace("MEMBER", head), "黄老师", "韦老师")
                .body("contactName", equalTo("韦老师"));
        corrected(county, "disabilities", disability, "2016-05-01", "2016-06-01")
                .body("since", equalTo("2016-06-01"));
    }

    private static ValidatableResponse corrected(
            County county, String register, String body, String wrong, String right) {
        String path = "/v1/" + register + "/" + UUID.randomUUID();
        String tag = county.county()
                .body(body)
                .put(path)
                .then()
                .statusCode(201)
                .extract()
                .header("ETag");
        String better = body.replace(wrong, right);
        var answer = county.county()
                .header("If-Match", tag)
                .body(better)
                .put(path)
                .then()
                .statusCode(200);
        county.county().header("If-Match", tag).body(better).put(path).then().statusCode(412);
        return answer;
    }
}
