package org.jingzhun.funding.testing;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.specification.RequestSpecification;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jingzhun.chassis.testing.Contract;
import org.jingzhun.chassis.testing.PlatformResource;

/** Everybody: reads what is announced, without a token. */
public final class Public {

    /** Neither ids of people nor numbers of cards, accounts and telephones. */
    private static final Pattern PERSONAL =
            Pattern.compile("(?<![\\dA-Za-z+/])(\\d{15,19}|\\d{17}[Xx]|1[3-9]\\d{9})(?![\\dA-Za-z])");

    private Public() {}

    public static RequestSpecification reader() {
        return given().filter(Contract.filter()).contentType(ContentType.JSON);
    }

    /** Ids of the announcements of a place and kind, the newest first. */
    public static List<String> announced(String division, String kind) {
        return announcements(division, kind).getList("items.id");
    }

    public static String newest(String division, String kind) {
        return announced(division, kind).getFirst();
    }

    /** The newest about a subject. */
    public static String newestAbout(String subject, String division, String kind) {
        return announcements(division, kind)
                .param("subject", subject)
                .getString("items.find { it.subject == subject }.id");
    }

    private static JsonPath announcements(String division, String kind) {
        return reader().get("/v1/disclosures?limit=1000&division=" + division + "&kind=" + kind)
                .then()
                .statusCode(200)
                .header("Cache-Control", containsString("public"))
                .extract()
                .jsonPath();
    }

    /**
     * Reads a page of which everything is public: it hangs for ten days, verifies, and holds none of the given words.
     *
     * @param never names and ids of people
     */
    public static JsonPath page(String id, Collection<?> never) {
        var page = reader().get("/v1/disclosures/" + id);
        page.then().statusCode(200).body("summary.boardDays", equalTo(10));
        var verification = reader().get("/v1/disclosures/" + id + "/verification");
        verification.then().statusCode(200).body("holds", equalTo(true));
        var shown = page.asString() + verification.jsonPath().getString("snapshot");
        assertThat(shown).doesNotContainPattern(PERSONAL);
        never.forEach(word -> assertThat(shown).doesNotContain(word.toString()));
        return page.jsonPath();
    }

    /** Somebody who owns the database changes an amount of a snapshot: everybody finds out. */
    public static void findsAlteration(String id, String amount) throws SQLException {
        var funding = PlatformResource.platform().addresses().database("funding");
        try (var connection =
                        DriverManager.getConnection(funding.jdbcUrl(), funding.ownerUser(), funding.ownerPassword());
                var alter = connection.prepareStatement(
                        "update disclosure set snapshot = replace(snapshot, ?, '9' || ?) where id = ?::uuid")) {
            alter.setString(1, amount);
            alter.setString(2, amount);
            alter.setString(3, id);
            assertThat(alter.executeUpdate()).isOne();
        }
        reader().get("/v1/disclosures/" + id + "/verification")
                .then()
                .statusCode(200)
                .body("holds", equalTo(false));
    }

    /** Somebody objects, the county answers, everybody reads the answer and nobody but the county the objection. */
    public static void objects(String id, String county) {
        String objection = reader().body(Map.of("text", "数字不对"))
                .post("/v1/disclosures/" + id + "/objections")
                .then()
                .statusCode(201)
                .body("state", equalTo("OPEN"))
                .extract()
                .path("id");
        Client.as("county-officer", county)
                .body(Map.of("answer", "已核对账目"))
                .post("/v1/disclosures/objections/" + objection + "/answer")
                .then()
                .statusCode(200);
        var seen = reader().get("/v1/disclosures/" + id + "/objections");
        seen.then().body("items.answer", equalTo(List.of("已核对账目"))).body("items.state", equalTo(List.of("ANSWERED")));
        assertThat(seen.asString()).doesNotContain("数字不对");
    }

    /** The county's bulletins are announced now. @return how many said something new */
    public static int bulletins(String county) {
        String job = Client.as("finance-officer", county)
                .post("/v1/disclosures/bulletins")
                .then()
                .statusCode(202)
                .extract()
                .path("id");
        var ended = Client.ended("county-officer", county, job);
        assertThat(ended.getString("state")).as(ended.prettify()).isEqualTo("SUCCEEDED");
        return ended.getInt("result.announced");
    }
}
