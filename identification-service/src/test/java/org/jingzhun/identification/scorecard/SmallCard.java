package org.jingzhun.identification.scorecard;

import static org.hamcrest.Matchers.equalTo;
import static org.jingzhun.identification.testing.Client.as;

import io.restassured.response.ValidatableResponse;
import java.util.UUID;
import org.jingzhun.chassis.testing.Tokens;

/** A scorecard of its own for a test, which its county writes and takes through its steps. */
final class SmallCard {

    static final String COUNTY = "451031";
    private static final String SMALL = """
            [{"code":"H","nameZh":"住房","nameEn":"Housing","mode":"CHOOSE_ONE","maxPoints":6,"items":[\
            {"code":"H-1","nameZh":"无房","points":6},{"code":"H-2","nameZh":"有房","points":0}]},\
            {"code":"L","nameZh":"家电","nameEn":"Appliances","mode":"ADD_UP","maxPoints":4,"items":[\
            {"code":"L-0","nameZh":"无","points":0},{"code":"L-1","nameZh":"电视","points":3},\
            {"code":"L-2","nameZh":"冰箱","points":2}]}]""";

    final String version = "T-" + UUID.randomUUID().toString().substring(0, 8);

    String small(String more) {
        return """
                {"direction":"HIGH_IS_POOR","division":"%s","validFrom":"2016-01-01","source":"隆政发〔2016〕9号",\
                "categories":%s%s}""".formatted(COUNTY, SMALL, more);
    }

    static String variant(String base) {
        return """
                {"division":"%s","validFrom":"2016-01-01","source":"隆政发〔2016〕9号","basedOn":"%s"}""".formatted(COUNTY, base);
    }

    ValidatableResponse write(String body) {
        return as("county-officer", COUNTY)
                .body(body)
                .put("/v1/scorecards/" + version)
                .then();
    }

    ValidatableResponse take(String step, String subject) {
        return as("county-officer", COUNTY)
                .auth()
                .oauth2(Tokens.of("county-officer", COUNTY, subject))
                .body("{\"step\":\"%s\",\"remark\":\"同意\"}".formatted(step))
                .post("/v1/scorecards/" + version + "/steps")
                .then();
    }

    void published(String body) {
        write(body).statusCode(201);
        take("CHECK", "checker").statusCode(200).body("stage", equalTo("CHECKED"));
        take("PUBLISH", "checker").statusCode(200).body("stage", equalTo("PUBLISHED"));
    }
}
