package org.jingzhun.pairing.testing;

import static io.restassured.RestAssured.given;

import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.imageio.ImageIO;
import org.jingzhun.chassis.testing.Things;
import org.jingzhun.chassis.testing.Tokens;

/** What people do with the things of a county: each call leaves its record. */
record OneStepOfEach(County county, Things things) {

    void taken() {
        onLinks();
        onDuty();
        onVisits();
        onSupervision();
        onPlans();
        onData();
        onPairings();
    }

    private static JsonPath done(ValidatableResponse answer) {
        int status = answer.extract().statusCode();
        if (status < 200 || status > 299) {
            throw new AssertionError(answer.extract().asString());
        }
        return answer.extract().jsonPath();
    }

    private String known(String name) {
        return things.findKnown(name).orElseThrow();
    }

    private RequestSpecification helper() {
        return given().auth()
                .oauth2(Tokens.ofHelper(county.code(), known("helperId")))
                .contentType("application/json");
    }

    /** Nobody ends the link with a poor village: it goes to another unit. */
    private void onLinks() {
        String link = done(county.planner()
                        .get("/v1/links?division=" + county.village(2))
                        .then())
                .getString("items[0].id");
        Map<String, Object> handOver =
                Map.of("step", "HAND_OVER", "successor", Map.of("unitId", known("unitId")), "remark", "Words");
        done(county.planner()
                .body(handOver)
                .post("/v1/links/" + link + "/steps")
                .then());
    }

    private void onDuty() {
        UUID leave = UUID.randomUUID();
        Map<String, Object> days = Map.of(
                "id",
                leave,
                "helperId",
                known("helperId"),
                "villageCode",
                county.village(1),
                "kind",
                "LEAVE",
                "firstOn",
                "2018-04-05",
                "lastOn",
                "2018-04-10",
                "remark",
                "Words");
        done(helper().body(days).post("/v1/duty-records").then());
        done(county.planner()
                .body(Map.of("step", "GRANT"))
                .post("/v1/duty-records/" + leave + "/steps")
                .then());
    }

    private void onVisits() {
        Map<String, Object> visit = Map.of(
                "helperId",
                known("helperId"),
                "householdId",
                known("householdId"),
                "visitedOn",
                Rounds.today().toString(),
                "content",
                "看望",
                "corrects",
                things.get("/v1/visits/{id}"));
        done(helper().body(visit).put("/v1/visits/" + UUID.randomUUID()).then());
        byte[] photo = photo();
        String path = "/v1/photos/" + known("householdId") + "/" + sha256(photo);
        done(helper().contentType("image/jpeg")
                .queryParam("takenAt", "2016-10-12T08:30:00Z")
                .body(photo)
                .put(path)
                .then());
        done(helper().accept("image/jpeg").get(path).then());
        things.at("/v1/photos/{householdId}", known("householdId"))
                .at("/v1/photos/{householdId}/{sha256}", sha256(photo));
    }

    private static byte[] photo() {
        var out = new ByteArrayOutputStream();
        try {
            ImageIO.write(new BufferedImage(64, 48, BufferedImage.TYPE_INT_RGB), "jpeg", out);
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
        return out.toByteArray();
    }

    private static String sha256(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException(missing);
        }
    }

    private void onSupervision() {
        done(County.as("supervisor", county.code(), "supervisor@" + county.code())
                .body(Map.of("step", "REPORT", "report", "Team 1 was there"))
                .post("/v1/inspections/" + things.get("/v1/inspections/{id}") + "/steps")
                .then());
        done(county.planner()
                .body(Map.of("step", "RESOLVE", "remark", "The helper came"))
                .post("/v1/problems/" + things.get("/v1/problems/{id}") + "/steps")
                .then());
    }

    private void onPlans() {
        String plan = "/v1/help-plans/" + things.get("/v1/help-plans/{id}");
        UUID effect = UUID.randomUUID();
        done(helper().body(Map.of(
                        "measureId",
                        known("measureId"),
                        "seenOn",
                        Rounds.today().toString(),
                        "income",
                        "10.00",
                        "done",
                        false))
                .put(plan + "/effects/" + effect)
                .then());
        things.at("/v1/help-plans/{id}/effects/{effectId}", effect);
    }

    private void onData() {
        JsonPath job = county.imported("units", List.of("{\"id\":\"x\"}"));
        done(county.planner()
                .get("/v1/imports/" + job.getString("result.importId") + "/rejections")
                .then());
        String units = "id,name,level,division\n%s,扶贫办,COUNTY,%s000000\n".formatted(UUID.randomUUID(), county.code());
        county.computed(done(county.planner()
                        .contentType("text/csv")
                        .body(units.getBytes(StandardCharsets.UTF_8))
                        .post("/v1/imports?kind=units")
                        .then())
                .getString("id"));
        String head = "version,jurisdiction,valid_from,code,chinese,english,causes,source\n";
        Map<String, String> rows = Map.of(
                "csv",
                head + "MATRIX," + county.code()
                        + ",2098-01-01,BORDER_TRADE,边贸,Border trade,LACK_OF_FUNDS,Document 8\n",
                "source",
                "Document 8");
        done(County.as("region-officer", "45", "rules@45")
                .body(rows)
                .post("/v1/data-tables/help-pathways/rows")
                .then());
        things.on("/v1/data-tables/{name}", "help-pathways");
    }

    /** Comes last: the helper has no household any more. */
    private void onPairings() {
        UUID second = UUID.randomUUID();
        done(county.helper(second, UUID.fromString(known("unitId")), "ORDINARY", List.of()));
        done(county.step(
                things.get("/v1/pairings/{id}"),
                Map.of("step", "TRANSFER", "helperId", second, "reason", "moved away")));
    }
}
