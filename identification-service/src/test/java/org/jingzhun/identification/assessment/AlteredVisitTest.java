package org.jingzhun.identification.assessment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.jingzhun.identification.testing.Client.as;
import static org.jingzhun.identification.testing.Client.imported;
import static org.jingzhun.identification.testing.Client.rejections;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.UUID;
import org.jingzhun.chassis.testing.PlatformResource;
import org.jingzhun.identification.assessment.AssessmentTest.Form;
import org.jingzhun.identification.testing.County;
import org.jingzhun.identification.testing.People;
import org.jingzhun.identification.testing.Places;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Visits are altered with a reason by imports too, until the village or the county has decided. */
@QuarkusTest
@QuarkusTestResource(
        value = PlatformResource.class,
        initArgs = @ResourceArg(name = PlatformResource.DATABASE, value = "identification"))
class AlteredVisitTest {

    private static final String TOWNSHIP = "451031331";
    private static final String VILLAGE = TOWNSHIP + "001";
    private static final String DIGEST = "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08";
    private static final String ALTERATION = VisitFormTest.ALTERATION;
    private static final String SIGNED_BY = "\"signedBy\"";

    private final UUID household = UUID.randomUUID();
    private final UUID campaign = UUID.randomUUID();

    @BeforeEach
    void aHousehold() {
        Places.known(TOWNSHIP, 1);
        imported("households", List.of(People.household(household, VILLAGE)));
    }

    private Form form() {
        return Form.form(household, campaign);
    }

    @Test
    void anImportAltersOnlyWithReasonAndFingerprint() {
        UUID id = UUID.randomUUID();
        assertThat(imported("assessments", List.of(form().row(id))).getInt("inserted"))
                .isEqualTo(1);
        String why = "\"alterationReason\":\"重新核算\",\"alteredBy\":\"李二\",\"fingerprint\":\"%s\"".formatted(DIGEST);
        Form altered = form().with("C01-05", "C01-01");
        assertThat(rejections(imported("assessments", List.of(altered.row(id)))))
                .containsExactly("1 /alterationReason alteration-unexplained");
        assertThat(rejections(imported(
                        "assessments",
                        List.of(altered.with("\"signedBy\"", "\"alterationReason\":\"x\",\"signedBy\"")
                                .row(id)))))
                .containsExactly("1 /alterationReason alteration-unexplained");
        List<String> explained =
                List.of(altered.with("\"signedBy\"", why + ",\"signedBy\"").row(id));
        assertThat(imported("assessments", explained).getInt("updated")).isEqualTo(1);
        assertThat(imported("assessments", explained).getInt("unchanged")).isEqualTo(1);
        as("auditor", TOWNSHIP)
                .get("/v1/assessments/" + id + "/alterations")
                .then()
                .body("items", hasSize(1))
                .body("items[0].reason", equalTo("重新核算"))
                .body("items[0].changedBy", equalTo("李二"))
                .body("items[0].before.score", is(57))
                .body("items[0].after.score", is(46));
    }

    @Test
    void whatAnAppraisalOrTheCountyHasDecidedIsAlteredNoMore() {
        County county = new County("451036", 20400, 1)
                .household("甲", 1, 2, 46)
                .household("乙", 1, 2, 57)
                .begun(4, 0)
                .taken(1, "FIRST_VISIT");
        as("village-officer", county.village(1))
                .body("""
                        {"step":"FIRST_APPRAISAL","signers":["黄某"],"minutes":{"present":20,"entitled":30,"votes":18,\
                        "changes":[{"householdId":"%s","points":2,"reason":"漏算"}]}}""".formatted(county.household("甲")))
                .post("/v1/rounds/" + county.round(1) + "/steps")
                .then()
                .statusCode(200);
        String row = row(county, "甲", 49);
        String why = "\"alterationReason\":\"重新核算\",\"alteredBy\":\"李二\",\"fingerprint\":\"%s\",".formatted(DIGEST)
                + SIGNED_BY;
        String altered = row.replace(SIGNED_BY, why);
        assertThat(rejections(imported("assessments", List.of(altered)))).containsExactly("1 /id score-appraised");
        String path = "/v1/assessments/" + row.substring(7, 43);
        county.county()
                .header("If-Match", county.county().get(path).header("ETag"))
                .body(row.replaceFirst("\"id\":\"[^\"]*\",", "").replace(SIGNED_BY, ALTERATION + "," + SIGNED_BY))
                .put(path)
                .then()
                .statusCode(409)
                .body("code", equalTo("score-appraised"));
        county.taken(1, "FIRST_NOTICE", "FIRST_REVIEW", "SECOND_VISIT", "SECOND_APPRAISAL", "SECOND_NOTICE");
        county.screened();
        county.county()
                .body("{\"handedDown\":40}")
                .post("/v1/campaigns/" + county.campaign() + "/line")
                .then()
                .statusCode(200);
        county.taken(1, "SECOND_REVIEW");
        String late = row(county, "乙", 57);
        assertThat(rejections(imported(
                        "assessments", List.of(late.replace("C01-05", "C01-01").replace(SIGNED_BY, why)))))
                .containsExactly("1 /id list-decided");
        assertThat(imported("assessments", List.of(late)).getInt("unchanged")).isEqualTo(1);
    }

    /** What is recorded of the first visit, under its id. */
    private static String row(County county, String household, int score) {
        String assessment = county.county()
                .get("/v1/rounds/" + county.round(1) + "/candidates/" + county.household(household))
                .then()
                .extract()
                .path("visits[0].assessmentId");
        return county.assessment(county.household(household), "FIRST_VISIT", County.VISITED_ON, score, "\"王一\",\"李二\"")
                .replaceFirst("\"id\":\"[^\"]*\"", "\"id\":\"" + assessment + "\"");
    }
}
